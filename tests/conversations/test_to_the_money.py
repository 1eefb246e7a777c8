"""One case from the story to the money, over months of a moved clock, on servers of its own."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversations.runner import Player, read
from tests.support.live import Live

pytestmark = pytest.mark.servers
TALK = Path(__file__).with_name("from_the_story_to_the_money.yml")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Live]:
    """Servers whose clock no other talk shares."""
    bot = Live(tmp_path).start()
    yield bot
    bot.stop()


def test_one_case_goes_from_the_story_to_the_money_and_no_fact_is_typed_twice(own: Live) -> None:
    assert Player(own, read(TALK)).play()


def test_no_fact_is_asked_twice_in_it() -> None:
    asked = [step["asks"] for step in read(TALK)["steps"] if step.get("asks") not in (None, "none")]
    again = [slot for place, slot in enumerate(asked) if slot in asked[:place] and asked[place - 1] != slot]
    assert again == []
