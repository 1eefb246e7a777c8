"""Terms of procedures: dates, days left, the law behind, and the bounds where no table of working days exists."""
from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import chinese_calendar
import pytest

from bot.chinese import workdays as table_of_days
from bot.content.numbers import Quantity, find_quantities
from bot.law import workdays
from bot.law.terms import RULES, term
from tests.law.tables import law_ids, names, rows

UNITS = {"years": "year", "days": "day", "workdays": "day"}


@pytest.mark.parametrize("row", rows("terms"), ids=names("terms"))
def test_a_term_ends_on_its_day(row: dict[str, Any]) -> None:
    found = term(row["what"], row["start"])
    assert found.earliest == row.get("earliest", row["last_day"]) and found.latest == row.get("latest", row["last_day"])
    assert (found.earliest == found.latest) is (row["last_day"] is not None)
    assert found.longer == row.get("longer")
    assert set(row["laws"]) <= set(found.laws) <= law_ids()


def test_every_term_has_a_row() -> None:
    assert {row["what"] for row in rows("terms")} == RULES.keys()


@pytest.mark.parametrize("what", RULES)
def test_the_number_of_a_term_stands_in_its_fact(what: str) -> None:
    from bot.content import load

    rule = RULES[what]
    held: list[Quantity] = []
    for law in rule.laws:
        held += find_quantities(load().laws[law].rule.replace("/", "日/"))
    numbers = {quantity.value for quantity in held if quantity.unit == UNITS[rule.counted]}
    assert {rule.amount} | ({rule.longer} if rule.longer else set()) <= numbers


def real(start: date, n: int) -> date:
    """The n-th working day by the library."""
    day = start
    while n:
        day += timedelta(days=1)
        n -= chinese_calendar.is_workday(day)
    return day


@pytest.mark.parametrize("n", [1, 2, 3, 5, 10, 15, 30, 60, 90, 260])
def test_the_bounds_without_a_table_hold_in_every_past_year(n: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workdays, "is_workday", lambda day: None)
    dice = random.Random(n)
    days = [date(2010, 1, 1) + timedelta(days=dice.randrange(5550)) for _ in range(300)]
    for day in [*days, date(2020, 1, 20), date(2024, 9, 30), date(2025, 1, 14)]:
        earliest, latest = workdays.workday_bounds(day, n)
        assert earliest <= real(day, n) <= latest, day


def test_counted_working_days_hold_without_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(7)
    spans = [(day := date(2010, 1, 1) + timedelta(days=dice.randrange(5900)), day + timedelta(days=dice.randrange(45)))
             for _ in range(300)]
    monkeypatch.setattr(workdays, "is_workday", lambda day: None)
    for begin, end in spans:
        low, high = workdays.count_workdays(begin, end)
        length = (end - begin).days + 1
        assert low <= sum(chinese_calendar.is_workday(begin + timedelta(days=k)) for k in range(length)) <= high


def test_with_a_table_both_bounds_are_the_day_itself() -> None:
    assert workdays.workday_bounds(date(2026, 3, 2), 5) == (date(2026, 3, 9), date(2026, 3, 9))
    assert workdays.workday_bounds(date(2026, 3, 2), 5)[0] == table_of_days.add_workdays(date(2026, 3, 2), 5)
    assert workdays.count_workdays(date(2026, 5, 1), date(2026, 5, 8)) == (3, 3)


@pytest.mark.parametrize("n", [0, -1])
def test_no_working_days_is_no_question(n: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        workdays.workday_bounds(date(2026, 3, 2), n)
