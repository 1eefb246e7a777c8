from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.normalise import normalise
from bot.chinese.tried import find_tried, name_tried

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("tried.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_only_a_step_that_was_taken_counts_as_tried(row: dict[str, Any]) -> None:
    text = normalise(row["text"])
    assert (list(find_tried(text)), name_tried(text)) == (row["tried"], row["named"])
