"""Which of several filings is meant (tests/chinese/which_filing.yml)."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.which_filing import place_of, wish

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("which_filing.yml").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_what_is_wished_and_which_filing_is_named_by_its_place(row: dict[str, Any]) -> None:
    assert (wish(row["text"]), place_of(row["text"], 3)) == (row["wish"], row["place"])


def test_of_two_the_later_one_is_the_second() -> None:
    assert place_of("后面那份", 2) == 2 and place_of("第三份", 2) is None
