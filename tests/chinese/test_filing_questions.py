"""Questions before the yes (tests/chinese/filing_questions.yml)."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.filing_questions import about_filing, hands_in_again, is_unclear
from bot.content import load

ROWS: list[dict[str, str]] = yaml.safe_load(Path(__file__).with_name("filing_questions.yml").read_text("utf-8"))
AGAIN: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("hands_in_again.yml").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_a_question_before_the_yes_finds_its_answer(row: dict[str, str]) -> None:
    assert (about_filing(row["text"]) or ("unclear" if is_unclear(row["text"]) else "")) == row["key"]


def test_each_answer_is_reached_and_each_key_has_one() -> None:
    assert set(load().words["filing"]["questions"]) == {row["key"] for row in ROWS} - {""}


@pytest.mark.parametrize("row", AGAIN, ids=lambda row: row["text"])
def test_handing_in_again_is_told_from_beginning_again(row: dict[str, Any]) -> None:
    assert hands_in_again(row["text"]) is row["again"]
