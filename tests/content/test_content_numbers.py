"""Numbers in an answer stand only when a cited rule holds them."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.content.numbers import find_quantities, not_held, to_number

CASES = yaml.safe_load((Path(__file__).parent / "numbers.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_numbers_that_no_rule_holds_are_found(case: dict) -> None:
    assert not_held(case["text"], case["rules"]) == case["stray"]


@pytest.mark.parametrize(("words", "number"), [("十五", 15), ("两千", 2000), ("一百二十", 120), ("2,000", 2000), ("1.75", 1.75)])
def test_chinese_and_arabic_numbers_mean_the_same(words: str, number: float) -> None:
    assert to_number(words) == number


def test_dates_and_article_numbers_are_not_time_limits() -> None:
    assert find_quantities("2026-07-01起施行，2025年9月1日废止，见第二十七条。") == []
