"""Which limits may be over since a day to pay by."""
from __future__ import annotations

from datetime import date

import pytest

from bot.law.overdue import closed_by, closed_since

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(("due", "closed"), [
    ("2026-06-30", ()), ("2024-11-25", ()), ("2024-11-24", ()), ("2024-11-20", ("inspection",)),
    ("2023-11-24", ("inspection",)), ("2021-12-31", ("inspection", "civil"))])
def test_two_years_close_the_inspection_and_three_the_court(due: str, closed: tuple[str, ...]) -> None:
    assert closed_since(date.fromisoformat(due), TODAY) == closed


@pytest.mark.parametrize("words", [None, "", "春节前"])
def test_words_that_name_no_day_close_nothing(words: str | None) -> None:
    assert closed_by(words, TODAY) == ()
