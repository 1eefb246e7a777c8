"""The unpaid time lies within the time worked: nobody is owed for days before the first or after the last one."""
from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.chinese.impossible import bounds
from bot.chinese.values import Fact

Days = tuple[date | None, date | None]


def within_work(facts: Mapping[str, Fact], before: Mapping[str, Fact] | None = None) -> dict[str, Fact]:
    """The facts, the owed period cut at the first and the last day of the work, as far as they are known (九月和十月, worked to
    20 October: to 20 October). `before`: the days known until now; an end that was cut there moves with them in its month."""
    owed = facts.get("owed_period")
    ends = _ends(owed)
    if owed is None or ends is None:
        return dict(facts)
    first, last = _uncut(ends, _work(before or facts))
    start, end = _work(facts)
    first = start if start and first < start <= last else first
    last = end if end and first <= end < last else last
    return dict(facts) if (first, last) == ends else {**facts, "owed_period": _with(owed, first, last)}


def _work(facts: Mapping[str, Fact]) -> Days:
    """The first and the latest last day that the work may have had; a vague first day is that of its month."""
    start, end = bounds(facts.get("start_date")), bounds(facts.get("end_date"))
    first = start and (start[0] if start[0] == start[1] else start[0].replace(day=1))
    return first, (end[1] if end else None)


def _uncut(ends: tuple[date, date], work: Days) -> tuple[date, date]:
    """The unpaid time in whole months where it ends on the first or the last day of the work."""
    first, last = ends
    first = first.replace(day=1) if first == work[0] else first
    return first, last.replace(day=monthrange(last.year, last.month)[1]) if last == work[1] else last


def _ends(owed: Fact | None) -> tuple[date, date] | None:
    """First and last day of an owed period, also of a vague one; None when it has no days."""
    pair = None if owed is None else owed.value or [owed.low, owed.high]
    if not isinstance(pair, list) or not all(isinstance(day, str) for day in pair):
        return None
    return date.fromisoformat(pair[0]), date.fromisoformat(pair[1])


def _with(owed: Fact, first: date, last: date) -> Fact:
    days = [first.isoformat(), last.isoformat()]
    return replace(owed, value=days) if owed.value else replace(owed, low=days[0], high=days[1])
