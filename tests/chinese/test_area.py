"""The county of a place of work, as an office is called after it (tests/chinese/area.yml; levels: tests/law/area.yml)."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.area import county_in_full

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("area.yml").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_a_county_said_short_is_named_in_full_and_nothing_else_is_taken_for_one(row: dict[str, Any]) -> None:
    assert county_in_full(row["text"]) == row["county"]
