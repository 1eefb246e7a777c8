"""Counting years and days, and the days from which limitation periods are counted."""
from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from bot.law.facts import CaseFacts, Day

PAYING_TIME = timedelta(days=62)
"""A promise for a time within this (年底, 过年, 五月份) is kept until its last day."""


def add_years(day: date, years: int) -> date:
    """The same day `years` later: the last day of a period of years counted from `day` (29 February -> 28 February)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def add_days(day: date, days: int) -> date:
    """Calendar days after `day`; the day itself is not counted."""
    return day + timedelta(days=days)


@dataclass(frozen=True)
class Start:
    """The day a period is counted from and whether it was told exactly."""

    day: date
    certain: bool


def _earliest(days: list[Day]) -> Start:
    first = min(days, key=lambda day: day.first)
    return Start(first.first, first.certain)


def pay_due(case: CaseFacts) -> Start | None:
    """The earliest day on which the last owed pay may have been due: the end of the owed period or of the work, whichever
    comes first (the safe reading of LAW-INS-02); failing both, the promised day."""
    days = [day for day in (_owed_end(case), case.day("end_date")) if day]
    if days:
        return _earliest(days)
    promised = case.day("promised_date")
    return Start(promised.first, False) if promised else None


def first_owed(case: CaseFacts) -> date | None:
    """The first day of the owed months when there are several of them: counted each by itself, its pay is the oldest."""
    owed = case.period()
    if owed is None or months_of(owed[0].first) == months_of(owed[1].first):
        return None
    return owed[0].first


def months_of(day: date) -> tuple[int, int]:
    """The month in which a day lies."""
    return day.year, day.month


def promised_by(case: CaseFacts) -> Start | None:
    """The last day by which the debtor promised to pay (年底给: 31 December); the first one of a range too wide to be a time
    for paying. None without a promise."""
    day = case.day("promised_date")
    if day is None:
        return None
    narrow = day.last - day.first <= PAYING_TIME
    return Start(day.last if narrow else day.first, day.certain)


def work_end(case: CaseFacts) -> Start | None:
    """The earliest day on which the work may have ended (LAW-ARB-02). Without `end_date` the end of the owed period stands
    for it, marked uncertain, unless the work is known to go on."""
    end = case.day("end_date")
    if end:
        return Start(end.first, end.certain)
    owed = _owed_end(case)
    return Start(owed.first, False) if owed else None


def _owed_end(case: CaseFacts) -> Day | None:
    period = case.period()
    return period[1] if period else None


def add_months(day: date, months: int) -> date:
    """The same day `months` later, the last day of a shorter month for the 29th to 31st."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(begin: date, end: date) -> tuple[int, date | None]:
    """Whole months from `begin` to `end`, both counted, and the first day of what is left (None when nothing is):
    1 January to 15 March is (2, 1 March). Counted from the day after, so that 31 January begins a month that ends on
    28 February."""
    after = end + timedelta(days=1)
    months = (after.year - begin.year) * 12 + after.month - begin.month
    if add_months(begin, months) > after:
        months -= 1
    rest = add_months(begin, months)
    return months, None if rest == after else rest


def month_end(begin: date, months: int = 1) -> date:
    """The day on which so many months of work from `begin` (counted) are full: the day before the same day of the month, the
    last day of a month that has no such day (31 January -> 28 February, 29 February -> 28 February a year on)."""
    same = add_months(begin, months)
    return same if same.day != begin.day else same - timedelta(days=1)


def full_months(begin: date, end: date) -> tuple[int, date | None]:
    """Full months of work from `begin` to `end`, both counted (`month_end`), and the first day of what is left."""
    months = (end.year - begin.year) * 12 + end.month - begin.month + 1
    while months and month_end(begin, months) > end:
        months -= 1
    if not months:
        return 0, begin
    last = month_end(begin, months)
    return months, None if last == end else last + timedelta(days=1)
