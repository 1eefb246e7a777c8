"""What lengthens a period: a demand begins it anew (interruption), an illness or a disaster stops it for a while (suspension)."""
from __future__ import annotations

import re
from datetime import date

from bot.law import told
from bot.law.facts import CaseFacts
from bot.law.periods import Start, add_years, promised_by
from bot.law.terms import last_day
from bot.law.values import LimitWhat

INTERRUPTING = frozenset(
    {"asked", "inspection", "hotline", "platform", "mediation", "arbitration", "court", "petition", "police"}
)
LONGEST = 20
"""Years from the first day beyond which no demand carries the three years (LAW-LIT-03)."""
HINDERED = re.compile(r"住院|昏迷|重病|瘫|坐牢|被关|拘留|隔离|封控|封城|地震|洪水|发大水|泥石流|台风")
SLOTS = ("claim_words", "end_date", "already_tried", "owed_period")


def restarts(case: CaseFacts, start: Start, what: LimitWhat, today: date) -> date | None:
    """The last day when the demands on days that he names (`told.restarting_days`), and for the three years the day promised
    for paying, began the period anew, one after the other (LAW-ARB-03, LAW-LIT-04). None without one inside the period, and
    when that day has passed too.
    The three years never reach beyond twenty from their first day (LAW-LIT-03)."""
    chain = _chain(case, start, what, today)
    return _end(chain[-1], start, what) if chain else None


def promise(case: CaseFacts, start: Start) -> Start | None:
    """The day by which payment was promised, when it lies after `start` and inside the three years that run from there: what
    has ended does not begin again (LAW-LIT-03, LAW-LIT-04)."""
    promised = promised_by(case)
    return promised if promised and start.day < promised.day <= last_day("civil", start.day) else None


def _end(day: date, start: Start, what: LimitWhat) -> date:
    """The last day of the period that began anew on `day`."""
    on = last_day(what, day)
    return min(on, add_years(start.day, LONGEST)) if what == "civil" else on


def _chain(case: CaseFacts, start: Start, what: LimitWhat, today: date) -> list[date]:
    """The days that count, in order: each lies inside the period that the one before began anew. None when the last of these
    periods is over. A part payment counts for the three years alone (LAW-LIT-04)."""
    promised = _promised(case, start, what)
    days = {day.first for day in told.restarting_days(case, today)} | ({promised} if promised else set())
    days |= set(told.part_paid_days(case, today)) if what == "civil" else set()
    found: list[date] = []
    for day in sorted(days):
        if start.day <= day <= last_day(what, found[-1] if found else start.day):
            found.append(day)
    return found if found and _end(found[-1], start, what) >= today else []


def _promised(case: CaseFacts, start: Start, what: LimitWhat) -> date | None:
    """A promise counts for the three years alone."""
    promised = promise(case, start) if what == "civil" else None
    return promised.day if promised else None


def notes(case: CaseFacts, start: Start, what: LimitWhat, today: date) -> tuple[str, ...]:
    """Notes on what may lengthen the period, the weightiest first: a dated demand, words of a hindrance (LAW-ARB-04), any
    demand or promise (LAW-ARB-03, LAW-LIT-04). The day itself is not moved, because it has to be proved."""
    promised = _promised(case, start, what)
    found = ["note_restarted"] if set(_chain(case, start, what, today)) - {promised} else []
    found += ["note_promised"] if promised else []
    if HINDERED.search(case.words(*SLOTS)):
        found.append("note_suspended")
    if case.tried & INTERRUPTING or case.day("promised_date") or case.proceeding != "none":
        found.append("note_interrupted")
    return tuple(found)
