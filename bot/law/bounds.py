"""What can be at all: the years and spans that the engine believes, and the facts of a case that cannot be."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.chinese.values import Fact
from bot.law.errors import ImpossibleInput
from bot.law.facts import YEARS, CaseFacts, Day
from bot.law.periods import add_months, add_years

LONGEST = 70
"""Nobody works, or is owed, for more years than this."""
AHEAD = 10
"""A promise or a judgment names no day further off than so many years."""
AWARD_UNDATED = Fact("unknown", value=True)
"""An award is in hand, but the day on which he got it is not known."""
PAST = ("start_date", "end_date", "last_demand_date")
"""Days of what has happened: one that lies wholly in the future is no answer."""


def day_of(value: Any, what: str) -> date:
    """`value` when it is a day of the years that the engine believes; else ImpossibleInput."""
    if not isinstance(value, date) or isinstance(value, datetime) or not YEARS[0] <= value.year <= YEARS[1]:
        raise ImpossibleInput(what, "not_a_day")
    return value


def possible(facts: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    """The facts without those that cannot be on this day: they read as not told, so that they are asked again.

    Work or a demand in the future, an end of the work before its beginning (both), owed months that are all to come, a promise
    or a judgment more than `AHEAD` years off. The future part of a vague day is cut off, and so is that of the owed months
    (this month may run to its end). An award received in the future is still an award: its day is not known then (LAW-ARB-12)."""
    case, found = CaseFacts(facts), dict(facts)
    for slot in PAST:
        if (day := case.day(slot)) is not None and day.last > today:
            _cut(found, slot, day, today)
    begin, end = case.day("start_date"), case.day("end_date")
    if begin and end and end.last < begin.first:
        found.pop("start_date", None)
        found.pop("end_date", None)
    owed = case.period()
    if owed and owed[0].first > today:
        del found["owed_period"]
    elif owed and owed[1].last >= add_months(today.replace(day=1), 1):
        found["owed_period"] = _until(found["owed_period"], today)
    for slot in ("promised_date", "judgment_date"):
        if (day := case.day(slot)) is not None and day.last > add_years(today, AHEAD):
            del found[slot]
    award = case.day("award_date")
    if award and award.last > today:
        _cut(found, "award_date", award, today)
        found.setdefault("award_date", AWARD_UNDATED)
    return found


def _until(fact: Fact, today: date) -> Fact:
    """An owed period that ends today at the latest."""
    return replace(fact, value=_to(fact.value, today), low=_to(fact.low, today), high=_to(fact.high, today))


def _to(part: Any, today: date) -> Any:
    """A day, or the end of a pair of days, that is today at the latest."""
    if isinstance(part, (list, tuple)) and len(part) == 2 and isinstance(part[1], str):
        return [part[0], _to(part[1], today)]
    return min(part, today.isoformat()) if isinstance(part, str) else part


def _cut(found: dict[str, Fact], slot: str, day: Day, today: date) -> None:
    """Take away the future part of a day; the whole fact when nothing is left of it."""
    if day.first > today:
        del found[slot]
    else:
        found[slot] = replace(found[slot], state="vague", value=None, low=day.first.isoformat(), high=today.isoformat())
