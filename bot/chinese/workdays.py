"""Working days of mainland China: Monday to Friday but for the days in workdays_cn.csv (yearly State Council notice)."""
from __future__ import annotations

import csv
from datetime import date
from functools import lru_cache
from pathlib import Path

from bot.chinese.spans import ONE_DAY

TABLE = Path(__file__).with_name("workdays_cn.csv")


@lru_cache(maxsize=1)
def exceptions() -> dict[date, bool]:
    """Days that differ from the week: True = worked on a weekend, False = off on a weekday."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {date.fromisoformat(row["day"]): row["works"] == "1" for row in csv.DictReader(file)}


@lru_cache(maxsize=1)
def known_years() -> frozenset[int]:
    """Years that have a table."""
    return frozenset(day.year for day in exceptions())


def is_workday(day: date) -> bool | None:
    """Whether the day is worked; None when its year has no table yet."""
    if day.year not in known_years():
        return None
    return exceptions().get(day, day.weekday() < 5)


def add_workdays(day: date, n: int) -> date | None:
    """The n-th working day after the day (before it for a negative n; n = 0: the day itself).

    None when it is not certain, because a year on the way has no table yet.
    """
    step = ONE_DAY if n > 0 else -ONE_DAY
    left = abs(n)
    while left:
        day += step
        works = is_workday(day)
        if works is None:
            return None
        left -= works
    return day
