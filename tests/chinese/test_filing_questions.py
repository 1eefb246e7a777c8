"""Questions before the yes (tests/chinese/filing_questions.yml)."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.chinese.filing_questions import about_filing, is_unclear
from bot.content import load

ROWS: list[dict[str, str]] = yaml.safe_load(Path(__file__).with_name("filing_questions.yml").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_a_question_before_the_yes_finds_its_answer(row: dict[str, str]) -> None:
    assert (about_filing(row["text"]) or ("unclear" if is_unclear(row["text"]) else "")) == row["key"]


def test_each_answer_is_reached_and_each_key_has_one() -> None:
    assert set(load().words["filing"]["questions"]) == {row["key"] for row in ROWS} - {""}
