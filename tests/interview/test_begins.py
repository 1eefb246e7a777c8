"""Which words outside a form begin the claim form."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.chinese.story import read_story
from bot.content import NEEDS
from bot.interview.begins import begins
from bot.interview.crew import own_sum_only
from bot.interview.reading import without_bare_papers

ROWS = yaml.safe_load(Path(__file__).with_name("begins.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("need", "text", "expected"), ROWS, ids=[f"{need} {text}" for need, text, _ in ROWS])
def test_a_claim_told_begins_the_form_and_a_question_does_not(need: str, text: str, expected: bool) -> None:
    found = own_sum_only(without_bare_papers(read_story(text, date(2026, 11, 22))))
    assert begins(need, text, found) is expected


def test_the_table_knows_needs_only_and_holds_enough_of_both() -> None:
    assert {need for need, _, _ in ROWS} <= set(NEEDS) and len({(need, text) for need, text, _ in ROWS}) == len(ROWS) >= 90
    assert min(sum(row[2] for row in ROWS), sum(not row[2] for row in ROWS)) >= 35
