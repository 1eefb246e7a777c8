"""Ages are told apart by what the law tells apart: under 16, under 18, grown."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.chinese.normalise import normalise
from bot.nlu.ages import mark_ages

ROWS = yaml.safe_load(Path(__file__).with_name("ages.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "marked"), ROWS, ids=[row[0] for row in ROWS])
def test_an_age_becomes_its_mark_and_other_numbers_stay(text: str, marked: str) -> None:
    assert mark_ages(normalise(text), 2026) == marked


def test_the_same_birth_year_grows_up_with_the_years() -> None:
    assert [mark_ages("我2012年生的", year) for year in (2026, 2028, 2031)] == ["我㐀生的", "我㐁生的", "我㐂生的"]
