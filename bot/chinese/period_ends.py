"""A length told beside the start or the end of work (`3月开始干了三个月`): the other end is counted."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.chinese.lengths import Length, find_lengths
from bot.chinese.spans import ONE_DAY, add_months
from bot.chinese.values import DatePhrase


def length_beside(plain: str, end: int) -> Length | None:
    """A length of work told right after the start or the end."""
    for length in find_lengths(plain[end:end + 20]):
        gap = plain[end:end + length.start]
        if not length.owed and re.search(r"(?:干|做|上班|工作|打工)(?:了|满)\s*$", gap) and not re.search(r"[。!?;]", gap):
            return replace(length, start=end + length.start, end=end + length.end)
    return None


def other_end(
    text: str, length: Length, begin: DatePhrase | None, finish: DatePhrase | None
) -> tuple[DatePhrase | None, DatePhrase | None]:
    """The other end: first or last day moved by the shortest and the longest the length may be."""
    said = text[length.start:length.end]
    if begin is not None:
        first, last = _moved(begin.first, length, False, 1) - ONE_DAY, _moved(begin.last, length, True, 1) - ONE_DAY
        return begin, DatePhrase(length.start, length.end, said, first, last)
    if finish is not None:
        first, last = _moved(finish.first, length, True, -1) + ONE_DAY, _moved(finish.last, length, False, -1) + ONE_DAY
        return DatePhrase(length.start, length.end, said, first, last), finish
    return None, None


def _moved(day: date, length: Length, longest: bool, sign: int) -> date:
    months = length.months_high if longest else length.months_low
    if months is not None:
        return add_months(day, sign * int(months)) + timedelta(days=sign * round((months - int(months)) * 30))
    return day + sign * timedelta(days=(length.days_high if longest else length.days_low) or 0)
