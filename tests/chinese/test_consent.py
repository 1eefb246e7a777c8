"""An explicit yes before what cannot be undone."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.chinese.consent import consents

TABLE = yaml.safe_load(Path(__file__).with_suffix("").with_name("consent.yml").read_text(encoding="utf-8"))
ROWS = [(matter, str(text), said == "yes") for said in ("yes", "no") for matter, texts in TABLE[said].items() for text in texts]


@pytest.mark.parametrize(("matter", "text", "agrees"), ROWS)
def test_only_a_whole_yes_is_a_yes(matter: str, text: str, agrees: bool) -> None:
    assert consents(text, matter) is agrees
