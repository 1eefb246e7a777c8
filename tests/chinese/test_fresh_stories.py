"""Fresh messages of one author about sums, debtors and places. The table is fresh_stories.yml."""
from __future__ import annotations

import pytest

from tests.chinese.story_rows import check, table

TABLE = table("fresh_stories.yml")


@pytest.mark.parametrize("story", TABLE.stories, ids=TABLE.names)
def test_a_fresh_message_gives_these_facts_and_no_invented_sum(story: dict) -> None:
    check(story, TABLE.today)


def test_most_fresh_messages_are_about_sums() -> None:
    assert sum("owed_amount" in {*story.get("facts", {}), *story.get("not", [])} for story in TABLE.stories) >= 80
