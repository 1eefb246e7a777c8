"""Working days where a year has no table yet: the earliest and the latest day that it can be (待国务院通知)."""
from __future__ import annotations

from datetime import date, timedelta

from bot.chinese.workdays import is_workday

SWAPPED = 2
"""At most so many weekend days more than Monday to Friday are worked in any stretch (tables of 2014 to 2026; before, three)."""
LOST = ((60, 7), (90, 9), (120, 10), (200, 12), (366, 19))
"""In a stretch of so many days at most so many of Monday to Friday are off: the tables of 2008 to 2026, and one more."""
ONE_DAY = timedelta(days=1)
FEASTS = frozenset({(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)})
"""Legal holidays that fall on the same day of every year (LAW-LLA-40); those by the moon are left to the bounds."""
FEASTS_2025 = frozenset({(5, 2)})
"""More of them from 2025 on."""


def workday_bounds(start: date, n: int) -> tuple[date, date]:
    """The n-th working day after `start` as (earliest, latest): equal when every year on the way has its table.

    Known days are counted as they are; from the first day of a year without a table on the widest bounds hold.
    ValueError when n is not positive."""
    if n <= 0:
        raise ValueError("so many working days must be at least one")
    day, left = start, n
    while left:
        works = is_workday(day + ONE_DAY)
        if works is None:
            return _earliest(day, left), _latest(day, left)
        day += ONE_DAY
        left -= works
    return day, day


def never_works(day: date) -> bool:
    """Whether no arrangement makes this day a working day: a legal holiday of a fixed day, or a weekend day right behind one
    (so in every table of 2008 to 2026)."""
    if (day.month, day.day) in FEASTS or (day.year >= 2025 and (day.month, day.day) in FEASTS_2025):
        return True
    return day.weekday() >= 5 and never_works(day - ONE_DAY)


def count_workdays(begin: date, end: date) -> tuple[int, int]:
    """Working days from `begin` to `end`, both counted, at least and at most."""
    known, unknown, weekdays, feasts = 0, 0, 0, 0
    day = begin
    while day <= end:
        works = is_workday(day)
        if works is None:
            feast = never_works(day)
            unknown, feasts = unknown + 1, feasts + feast
            weekdays += day.weekday() < 5
        else:
            known += works
        day += ONE_DAY
    if not unknown:
        return known, known
    return known + max(0, weekdays - _lost(unknown)), known + min(unknown - feasts, weekdays + SWAPPED)


def _earliest(start: date, n: int) -> date:
    day, possible, weekdays = start, 0, 0
    while min(possible, weekdays + SWAPPED) < n:
        day += ONE_DAY
        possible, weekdays = possible + (not never_works(day)), weekdays + (day.weekday() < 5)
    return day


def _latest(start: date, n: int) -> date:
    day, weekdays = start, 0
    while weekdays - _lost((day - start).days) < n:
        day += ONE_DAY
        weekdays += day.weekday() < 5
    return day


def _lost(length: int) -> int:
    """Days off between Monday and Friday in a stretch of `length` days, at most."""
    for longest, lost in LOST:
        if length <= longest:
            return min(length, lost)
    return LOST[-1][1] * (length // 366 + 1)
