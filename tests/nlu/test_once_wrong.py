"""What was read wrongly once is read rightly from then on."""
from __future__ import annotations

from typing import Any

import pytest

from bot.chinese.normalise import normalise
from bot.nlu.model import Reader
from tests.nlu.conftest import table

ROWS = table("once_wrong.yml")


@pytest.mark.parametrize("row", [row for row in ROWS if "need" in row], ids=lambda row: row["text"])
def test_the_need_that_was_missed_is_the_first_guess(row: dict[str, Any], reader: Reader) -> None:
    assert reader.read(normalise(row["text"])).ranking[0].name == row["need"]


@pytest.mark.parametrize("row", [row for row in ROWS if "danger" in row], ids=lambda row: row["text"])
def test_the_danger_that_was_missed_is_found_and_the_false_one_is_not(row: dict[str, Any], reader: Reader) -> None:
    found = reader.read(normalise(row["text"])).danger
    assert found == (None if row["danger"] == "none" else f"danger_{row['danger']}")


def test_the_table_holds_needs_and_every_danger() -> None:
    dangers = {row["danger"] for row in ROWS if "danger" in row}
    assert len(ROWS) >= 60 and dangers == {"self", "violence", "confinement", "injury", "child", "none"}
