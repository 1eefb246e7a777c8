"""The farmers' calendar, from lunar_python, kept per year (a year costs 10 ms once)."""
from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from bot.chinese.spans import ONE_DAY, Span

_JULIAN_OF_DAY_ZERO = 1721425  # Julian day at noon of ordinal 0


@lru_cache(maxsize=256)
def months_of_year(year: int) -> tuple[tuple[int, date, int], ...]:
    """Months of a lunar year in order: (month, first day, days); a leap month is negative (闰六月 = -6)."""
    from lunar_python import LunarYear  # 150 ms, so not at import

    found = []
    for month in LunarYear.fromYear(year).getMonthsInYear():
        first = date.fromordinal(round(month.getFirstJulianDay()) - _JULIAN_OF_DAY_ZERO)
        found.append((month.getMonth(), first, month.getDayCount()))
    return tuple(found)


def lunar_month(year: int, month: int) -> Span | None:
    """Month `month` of the lunar year (the year in which its 正月 falls); None when it has no such (leap) month."""
    for number, first, days in months_of_year(year):
        if number == month:
            return first, first + timedelta(days=days - 1)
    return None


def lunar_day(year: int, month: int, day: int) -> Span | None:
    """One lunar day; day 30 of a month of 29 days is its last day (年三十); None when there is none."""
    span = lunar_month(year, month)
    if span is None or not 1 <= day <= 30:
        return None
    found = min(span[0] + (day - 1) * ONE_DAY, span[1])
    return found, found


def spring_festival(year: int) -> date:
    """The first day of the first lunar month of the year."""
    return next(first for number, first, _ in months_of_year(year) if number == 1)


def day_of_moon(number: int, low: int, high: int) -> Span | None:
    """Days `low` to `high` of the lunar month with a running number (13 a year, the thirteenth only in leap years)."""
    months = months_of_year(number // 13)
    if number % 13 >= len(months):
        return None
    _, first, days = months[number % 13]
    return first + (min(low, days) - 1) * ONE_DAY, first + (min(high, days) - 1) * ONE_DAY
