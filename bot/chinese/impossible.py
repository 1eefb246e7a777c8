"""What cannot be: a negative sum, a working day in the future, an end before the begin."""
from __future__ import annotations

import re
from datetime import date
from typing import Literal

from bot.chinese.counts import to_int
from bot.chinese.values import Fact

Reason = Literal["negative", "future", "end_before_start", "no_such_day"]

_DAY = re.compile(
    r"(?:(?P<year>20\d\d)[年.])?(?<![\d十一二三四五六七八九])(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
    r"(?P<day>\d{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?)[号日](?!线|楼|院|店|厂|门|薪)")
A_SENTENCE = 16
_BELOW_ZERO = re.compile(
    r"(?:^|[,，\s欠差了是给我])(?:-|−|－|负)\s?(?:\d+(?:\.\d+)?|[一二两三四五六七八九][十百千万零一二三四五六七八九]*)(?:元|块|万元)"
    r"|(?:欠|差|给)(?:了|我|着)*\s?(?:-|−|－)\s?\d")
_MOST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Impossible(ValueError):
    """An answer that is understood and cannot be true; `slot` and `reason` choose the words of the reply."""

    def __init__(self, slot: str, reason: Reason) -> None:
        super().__init__(f"{slot}: {reason}")
        self.slot = slot
        self.reason: Reason = reason


def bounds(fact: Fact | None) -> tuple[date, date] | None:
    """First and last day that a date fact may mean; None when it holds no date."""
    if fact is None or (fact.value is None and fact.low is None):
        return None
    low, high = (fact.low, fact.high) if fact.value is None else (fact.value, fact.value)
    return (date.fromisoformat(low), date.fromisoformat(high)) if isinstance(low, str) and isinstance(high, str) else None


def tells_negative(text: str) -> bool:
    """Whether a short message tells of money below zero (欠了-300元)."""
    return len(text) <= A_SENTENCE and bool(_BELOW_ZERO.search(text))


def no_such_day(text: str) -> bool:
    """Whether a day is named that no calendar has (2月30号; 29 February in a year told that has none)."""
    return any(_is_in_no_calendar(found) for found in _DAY.finditer(text))


def without_days(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with such days cut down to their months (2月30号到5月: 2月到5月), and these months as they stand there."""
    gone = [found for found in _DAY.finditer(text) if _is_in_no_calendar(found)]
    for found in reversed(gone):
        text = text[: found.start("day")] + text[found.end() :]
    return text, tuple(f"{found['month']}月" for found in gone)


def _is_in_no_calendar(found: re.Match[str]) -> bool:
    month, day = to_int(found["month"]) or 1, to_int(found["day"]) or 0
    short = month == 2 and found["year"] and int(found["year"]) % 4
    return not 1 <= day <= _MOST[month - 1] - bool(short)


def not_yet(fact: Fact, today: date) -> bool:
    """Whether a day or period of work lies wholly in the future: nobody can have worked then."""
    if isinstance(fact.value, list):
        return bool(fact.value) and isinstance(fact.value[0], str) and date.fromisoformat(fact.value[0]) > today
    span = bounds(fact)
    return span is not None and span[0] > today


def check(found: dict[str, Fact], known: dict[str, Fact], today: date) -> None:
    """Raise `Impossible` for a start, an end or owed months wholly in the future, or an end wholly before the start."""
    for slot in ("start_date", "end_date"):
        span = bounds(found.get(slot))
        if span and span[0] > today:
            raise Impossible(slot, "future")
    owed = found.get("owed_period")
    if owed and isinstance(owed.value, list) and date.fromisoformat(owed.value[0]) > today:
        raise Impossible("owed_period", "future")
    start, end = (bounds(found.get(slot) or known.get(slot)) for slot in ("start_date", "end_date"))
    if start and end and end[1] < start[0] and ("start_date" in found or "end_date" in found):
        raise Impossible("end_date" if "end_date" in found else "start_date", "end_before_start")
