"""Words of a further claim after a filing (another_claim.yml)."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.another_claim import tells_another, which

TABLE: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("another_claim.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", TABLE["another"], ids=lambda row: row["words"])
def test_words_of_a_further_debtor_are_heard(row: dict[str, Any]) -> None:
    assert tells_another(row["words"]) is row["is"]


@pytest.mark.parametrize("row", TABLE["which"], ids=lambda row: row["words"])
def test_the_answer_to_which_claim_is_heard(row: dict[str, Any]) -> None:
    assert which(row["words"]) == row["is"]
