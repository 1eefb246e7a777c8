"""Times in stories -> first and last day of work, unpaid months, promised day. The table is times.yml."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.story import read_story
from bot.cli.facts import plain

TABLE = yaml.safe_load((Path(__file__).parent / "times.yml").read_text(encoding="utf-8"))
TODAY = date.fromisoformat(str(TABLE["today"]))
STORIES = TABLE["stories"]
TIMES = ("start_date", "end_date", "owed_period", "promised_date", "still_working")


@pytest.mark.parametrize("story", STORIES, ids=[story["text"][:24] for story in STORIES])
def test_a_story_gives_these_times_and_not_those(story: dict[str, Any]) -> None:
    found = plain(read_story(story["text"], TODAY))
    expected = story.get("facts", {})
    assert {slot: found.get(slot) for slot in expected} == expected
    denied = TIMES if story.get("not") == "times" else story.get("not", [])
    assert [slot for slot in denied if slot in found] == []


@pytest.mark.parametrize("story", STORIES, ids=[story["text"][:24] for story in STORIES])
def test_the_words_of_each_time_stand_in_the_story(story: dict[str, Any]) -> None:
    found = read_story(story["text"], TODAY)
    assert all(found[slot].words and found[slot].words in story["text"] for slot in TIMES if slot in found)


def test_every_row_of_the_table_expects_or_denies_something() -> None:
    assert all(story.get("facts") or story.get("not") for story in STORIES)
