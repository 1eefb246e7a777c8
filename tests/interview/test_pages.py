"""The page for a first message (pages.yml), where the need heard does not fit what is told."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.interview.pages import Page, page

ROWS = yaml.safe_load(Path(__file__).with_name("pages.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_the_page_fits_what_is_told(row: dict[str, Any]) -> None:
    second = row.get("second", [])
    fitting = Page(row["page"], tuple(row.get("beside", second)), tuple(row.get("lines", [])))
    assert page(row["need"], second, row["text"]) == fitting
