"""Which letter, form or agreement fits, and why one does not fit yet (tests/law/letters.yml)."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.documents import DOCUMENTS
from bot.documents.letters import not_yet_words, why
from bot.documents.words import words
from bot.law.letters import LETTERS, WHEN_PAID, letters_for, not_yet
from tests.documents.samples import TODAY, facts

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("letters.yml").read_text(encoding="utf-8"))


def _name(row: dict[str, Any]) -> str:
    return f"{row.get('paper', '')} {row['base']} {row.get('facts', '')} {row.get('workers', '')}"[:80]


@pytest.mark.parametrize("row", TABLE["helps"], ids=_name)
def test_the_letters_that_help_now_are_named_in_order(row: dict[str, Any]) -> None:
    assert list(letters_for(facts(row["base"], row.get("facts")), TODAY, row.get("workers", 0))) == row["now"]


@pytest.mark.parametrize("row", TABLE["not_yet"], ids=_name)
def test_a_paper_that_does_not_fit_yet_has_its_reason(row: dict[str, Any]) -> None:
    reason = not_yet(row["paper"], facts(row["base"], row.get("facts")), TODAY, row.get("workers", 0))
    assert reason == (row["why"] or "")


def test_each_letter_is_a_paper_of_the_house_and_has_its_reason_with_law() -> None:
    assert set(LETTERS) <= set(DOCUMENTS) and set(WHEN_PAID) < set(LETTERS)
    assert set(words()["letters_when"]) == set(LETTERS)
    assert all(why(document).text and why(document).laws for document in LETTERS)


def test_each_reason_against_a_paper_has_its_words_and_is_met_in_the_table() -> None:
    met = {row["why"] for row in TABLE["not_yet"]} - {None}
    assert met == set(words()["letters_not_yet"])
    assert all(not_yet_words(reason).text and not_yet_words(reason).laws for reason in met)


def test_what_is_signed_when_the_money_is_there_is_never_offered_by_itself() -> None:
    for row in TABLE["helps"]:
        assert not set(letters_for(facts(row["base"], row.get("facts")), TODAY)) & set(WHEN_PAID)


def test_no_facts_at_all_raise_nothing() -> None:
    assert "demand_letter" in letters_for({}, TODAY)
