"""Which words outside a form begin the claim form."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.chinese.story import read_story
from bot.interview.begins import begins
from bot.interview.crew import own_sum_only
from bot.interview.reading import without_bare_papers

TABLES = (Path(__file__).with_name("begins.yml"), Path(__file__).parents[1] / "actions" / "begins.yml")
ROWS = [row for table in TABLES for row in yaml.safe_load(table.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("need", "text", "expected"), ROWS, ids=[f"{need} {text}" for need, text, _ in ROWS])
def test_a_claim_told_begins_the_form_and_a_question_does_not(need: str, text: str, expected: bool) -> None:
    found = own_sum_only(without_bare_papers(read_story(text, date(2026, 11, 22))))
    assert begins(need, text, found) is expected
