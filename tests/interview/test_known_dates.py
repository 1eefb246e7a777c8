"""A month told without its year, beside the days that are known. The table is known_dates.yml."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.values import Fact
from bot.interview.questions import read_plan
from bot.interview.turn import Heard, decide

ROWS = yaml.safe_load((Path(__file__).parent / "known_dates.yml").read_text(encoding="utf-8"))
CONTENT = Path(__file__).resolve().parents[2] / "content" / "interview"
PLAN = read_plan(yaml.safe_load((CONTENT / "wage_claim.yml").read_text(encoding="utf-8")))
TODAY = date(2026, 11, 23)


def fact(value: Any) -> Fact:
    """A known day, a vague one or another value."""
    if isinstance(value, list):
        return Fact("vague", low=str(value[0]), high=str(value[1]))
    return Fact("known", value=str(value) if isinstance(value, date) else value)


def told(found: Fact) -> list[str]:
    """First and last day of a fact."""
    if isinstance(found.value, list):
        return list(found.value)
    return [found.value, found.value] if found.value else [found.low, found.high]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['asked']}: {row['text']} {'+'.join(row['known'])}")
def test_a_month_without_a_year_follows_the_days_that_are_known(row: dict[str, Any]) -> None:
    move = decide(Heard(row["text"]), row["asked"], PLAN, {slot: fact(value) for slot, value in row["known"].items()}, TODAY)
    for slot, value in row["want"].items():
        if value is None:
            assert slot not in move.facts
        else:
            days = value if isinstance(value, list) else [value, value]
            assert told(move.facts[slot]) == [str(day) for day in days], move
