"""A day to pay by that lies so far back that a limit, counted from that day alone, may be over."""
from __future__ import annotations

from datetime import date

from bot.law.terms import last_day
from bot.law.values import LimitWhat

COUNTED: tuple[LimitWhat, ...] = ("inspection", "civil")
"""The two years of the inspection and the three years to sue (LAW-INS-02, LAW-LIT-03)."""


def closed_since(due: date, today: date) -> tuple[LimitWhat, ...]:
    """Which of COUNTED may be over; a demand or an acknowledgement since begins the three years anew (LAW-LIT-04)."""
    return tuple(what for what in COUNTED if last_day(what, due) < today)


def closed_by(iso: str | None, today: date) -> tuple[LimitWhat, ...]:
    """The same from the day to pay by as a paper says it; () for one that names no calendar day."""
    try:
        return closed_since(date.fromisoformat(iso or ""), today)
    except ValueError:
        return ()
