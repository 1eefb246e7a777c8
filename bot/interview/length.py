"""How long he worked (我一共干了三个月), kept beside the days: with one of the two days it gives the other, roughly."""
from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from bot.chinese.impossible import bounds
from bot.chinese.lengths import Length, find_lengths
from bot.chinese.normalise import normalise
from bot.chinese.values import Fact
from bot.interview.questions import MOST_DAYS_OPEN

WORKED = "work_length"  # a fact of the case alone: no slot, never asked, never printed
DAYS_WORKED = "days_worked"  # days of work told in the midst of other facts
MONTH = 30.44  # days
MARGIN = 0.05  # of the length: nobody counts to the day
LEAST_MARGIN = 7  # days
_BEFORE = re.compile(
    r"(?:我们?|俺们?|大概|差不多|当时|前前?后后?|在(?:这|那)(?:里|边|儿)?|反正|就|也|才|只|一共|总共|拢共|合计|满打满算|大约|[,，\s])*"
    r"(?:干|做|上|打|待|呆)(?:了|过|的)?(?:活|工|班)?(?:大概|差不多|有|快|大约)*")
_BEHIND = re.compile(r"(?:的)?(?:活|工|班|时间)?(?:左右|上下|多)?(?:就走|就不干)?(?:了|吧|嘛|啊|呢|的样子)*")


def read_length(text: str, today: date) -> Fact | None:
    """The time that he worked, when the whole message tells nothing else; `value`: its words, `low` and `high`: days."""
    plain = normalise(text).strip(" ,。.!")
    found = find_lengths(plain)
    if len(found) != 1 or found[0].owed:
        return None
    one = found[0]
    if not _BEFORE.fullmatch(plain[: one.start]) or not _BEHIND.fullmatch(plain[one.end:]):
        return None
    low, high = _days(one)
    return Fact("known", value=one.words, low=low, high=high, words=text)


def other_day(facts: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    """The first or the last day, roughly, from the other one and the time that he worked; empty when that cannot be told."""
    worked = facts.get(WORKED) or _of_days(facts.get(DAYS_WORKED))
    if worked is None or worked.low is None or worked.high is None:
        return {}
    still = facts.get("still_working")
    start, end = _day(facts, "start_date"), _day(facts, "end_date")
    margin = max(LEAST_MARGIN, round(float(worked.high) * MARGIN))
    least, most = timedelta(days=int(worked.low) - margin), timedelta(days=int(worked.high) + margin)
    if start and _is_open("end_date", facts) and not (still and still.value is True):
        return _between("end_date", start[0] + least, min(start[1] + most, today))
    if end and _is_open("start_date", facts):
        return _between("start_date", end[0] - most, end[1] - least)
    return {}


def _of_days(fact: Fact | None) -> Fact | None:
    """The days worked as a length of time, where they are many in a row at least."""
    return Fact("known", low=fact.value, high=fact.value) if fact and isinstance(fact.value, int) else None


def _day(facts: Mapping[str, Fact], slot: str) -> tuple[date, date] | None:
    """First and last day that a told day may mean; None when it leaves months open."""
    days = bounds(facts.get(slot))
    return days if days and (days[1] - days[0]).days <= MOST_DAYS_OPEN else None


def _is_open(slot: str, facts: Mapping[str, Fact]) -> bool:
    return slot not in facts or facts[slot].state in ("unknown", "skipped")


def _between(slot: str, low: date, high: date) -> dict[str, Fact]:
    return {slot: Fact("vague", low=low.isoformat(), high=high.isoformat())} if low <= high else {}


def _days(one: Length) -> tuple[int, int]:
    if one.days_low is not None and one.days_high is not None:
        return one.days_low, one.days_high
    return round((one.months_low or 0) * MONTH), round((one.months_high or 0) * MONTH)
