"""A 借条 is heard as what it is (tests/chinese/loan_paper.yml)."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.answers import parse_answer
from bot.chinese.story import read_story
from bot.chinese.values import Fact

ROWS: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("loan_paper.yml").read_text("utf-8"))
TODAY = date(2026, 11, 22)


def told(facts: dict[str, Fact]) -> dict[str, Any]:
    """What the facts say of papers."""
    names = {"iou": "has_iou", "held": "evidence_held"}
    return {name: facts[slot].value for name, slot in names.items() if slot in facts}


def wanted(row: dict[str, Any]) -> dict[str, Any]:
    """What they should say."""
    return {name: row[name] for name in ("iou", "held") if name in row}


@pytest.mark.parametrize("row", ROWS["stories"], ids=lambda row: row["text"])
def test_a_story_with_a_loan_paper_gives_no_wage_iou(row: dict[str, Any]) -> None:
    assert told(read_story(row["text"], TODAY)) == wanted(row)


@pytest.mark.parametrize("row", ROWS["answers"], ids=lambda row: f"{row['asked']} {row['text']}")
def test_an_answer_with_a_loan_paper_gives_no_wage_iou(row: dict[str, Any]) -> None:
    found = told(parse_answer(row["asked"], row["text"], TODAY) or {})
    if row["asked"] == "evidence_held":
        found.pop("iou", None)
    assert found == wanted(row)
