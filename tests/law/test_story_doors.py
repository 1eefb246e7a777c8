"""From the first story to the first door (story_doors.yml): where the worker is sent before any question is asked."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.law.assess import first_help

TABLE = yaml.safe_load(Path(__file__).with_name("story_doors.yml").read_text(encoding="utf-8"))
TODAY: date = TABLE["today"]


@pytest.mark.parametrize("row", TABLE["stories"], ids=lambda row: row["text"])
def test_a_story_leads_to_its_door(row: dict[str, Any]) -> None:
    told = read_story(row["text"], TODAY)
    for slot, value in row.get("facts", {}).items():
        assert (told[slot].value if slot in told else None) == value, slot
    assert first_help({**told, "claim_words": Fact("known", value=row["text"])}, TODAY).door == row["door"]
