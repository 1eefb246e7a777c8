"""Working days: the table against the holiday package of the same years."""
from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chinese import workdays


def test_the_table_agrees_with_the_published_calendar_on_every_day() -> None:
    day, checked = date(2024, 1, 1), 0
    while day.year < 2027:
        assert workdays.is_workday(day) is chinese_calendar.is_workday(day), day
        day, checked = day + timedelta(days=1), checked + 1
    assert checked == 366 + 365 + 365


def test_every_row_of_the_table_differs_from_the_plain_week() -> None:
    assert workdays.known_years() == {2024, 2025, 2026}
    for day, works in workdays.exceptions().items():
        assert works is (day.weekday() >= 5), day


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        ("2026-11-20", 1, "2026-11-23"), ("2026-11-22", 1, "2026-11-23"), ("2026-11-23", 5, "2026-11-30"),
        ("2026-09-30", 1, "2026-10-08"), ("2026-09-30", 3, "2026-10-10"), ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-14", 1, "2026-02-24"), ("2025-12-31", 1, "2026-01-04"), ("2026-10-08", -1, "2026-09-30"),
        ("2026-11-22", 0, "2026-11-22"),
        ("2026-12-31", 1, None), ("2026-12-01", 60, None), ("2027-03-01", 1, None), ("2024-01-03", -5, None),
    ],
)
def test_the_nth_working_day_after_a_day(day: str, n: int, expected: str | None) -> None:
    assert workdays.add_workdays(date.fromisoformat(day), n) == (expected and date.fromisoformat(expected))


@given(st.dates(date(2024, 1, 1), date(2026, 6, 1)), st.integers(1, 90))
def test_counting_on_passes_exactly_that_many_working_days(day: date, n: int) -> None:
    found = workdays.add_workdays(day, n)
    assert found is not None
    assert chinese_calendar.is_workday(found)
    assert len(chinese_calendar.get_workdays(day + timedelta(days=1), found)) == n
