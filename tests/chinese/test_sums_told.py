"""Sums told in a roundabout way, whose they are, and who owes them. The tables are sums_told.yml and crew_sums.yml."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.chinese.crew_total import FOR_ALL
from bot.chinese.story import read_story
from tests.chinese.story_rows import check, table

TABLE = table("sums_told.yml")
CREWS = yaml.safe_load((Path(__file__).parent / "crew_sums.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("story", TABLE.stories, ids=TABLE.names)
def test_a_roundabout_message_gives_its_sum_and_no_invented_one(story: dict) -> None:
    check(story, TABLE.today)


@pytest.mark.parametrize("row", CREWS, ids=lambda row: row["text"])
def test_the_words_of_a_crews_sum_say_that_it_is_the_crews(row: dict) -> None:
    owed = read_story(row["text"], TABLE.today)["owed_amount"]
    assert owed.value == row["sum"]
    assert bool(FOR_ALL.search(owed.words)) is row["crew"]
