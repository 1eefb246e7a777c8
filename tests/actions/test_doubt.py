"""One line when a message may speak of a danger."""
from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.common import Turn, content
from actions.doubt import say_doubt
from actions.explain import ActionExplain
from bot.nlu.corpus import DANGERS
from tests.actions.stage import Message, bot, play, user

LINES = {name: words["unsure"]["text"] for name, words in content().folder("safety")["danger"].items()}


def test_every_danger_has_a_line_with_a_number_to_call_or_what_to_leave() -> None:
    assert set(LINES) == set(DANGERS)
    assert all(any(number in line for number in ("110", "120", "12356", "12333")) for line in LINES.values())


@pytest.mark.parametrize("danger", DANGERS)
def test_the_line_comes_before_the_answer(danger: str) -> None:
    said = play(ActionExplain(), Message("他推了我一下", doubt=danger)).messages
    assert said[0]["text"] == LINES[danger] and len(said) > 1
    assert [one.get("text") for one in said].count(LINES[danger]) == 1


@pytest.mark.parametrize(("before", "doubt"), [
    ([], ""),
    ([user("他推了我"), bot(LINES["danger_violence"])], "danger_violence"),
])
def test_nothing_is_said_without_a_doubt_or_twice(before: list[dict[str, Any]], doubt: str) -> None:
    said = play(ActionExplain(), Message("他又推了我", doubt=doubt, before=before)).messages
    assert not [one for one in said if one.get("text") in LINES.values()]


def test_the_second_action_of_a_turn_says_nothing_of_it() -> None:
    acted = {"event": "action", "name": "action_answer"}
    message = {"text": "他推了我", "danger_doubt": "danger_violence"}
    turn = Turn(CollectingDispatcher(), Tracker("s", {}, message, [user("他推了我"), acted], False, None, {}, "action_listen"))
    say_doubt(turn)
    assert not turn.dispatcher.messages
