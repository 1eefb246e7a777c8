"""What the patches of Rasa leave as it was, and what they spare."""
from __future__ import annotations

from typing import Any

import pytest
import rasa.shared.utils.common
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Event, SlotSet, UserUttered, deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.speed import TURNS_SENT, make_calls_cheap, recent

RASAS_OWN_CALL = RemoteAction._action_call_format


@pytest.fixture
def patched(monkeypatch: pytest.MonkeyPatch) -> None:
    """The patches, taken back after the test."""
    for owner, name in ((RemoteAction, "_validate_action_result"), (RemoteAction, "_action_call_format"),
                        (rasa.shared.utils.common, "all_subclasses")):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    make_calls_cheap()


def turns(count: int) -> list[list[Event]]:
    return [[UserUttered(str(number)), SlotSet("question_step", number), BotUttered("?")] for number in range(count)]


def test_an_action_gets_the_events_of_the_last_three_messages() -> None:
    events = [event for turn in turns(5) for event in turn]
    assert recent(events) == events[6:]
    assert recent(events[:9]) == events[:9]


@pytest.mark.parametrize("reply", [[], {"events": {}}, {"events": [{"name": "slot without a kind"}]}, {"responses": ["text"]}])
@pytest.mark.usefixtures("patched")
def test_a_reply_that_is_none_is_refused(reply: Any) -> None:
    with pytest.raises(ValidationError):
        RemoteAction("action_answer", None)._validate_action_result(reply)


@pytest.mark.usefixtures("patched")
def test_a_reply_of_the_action_server_passes() -> None:
    reply = {"events": [{"event": "slot", "name": "awaiting", "value": None}], "responses": [{"text": "好"}]}
    assert RemoteAction("action_answer", None)._validate_action_result(reply)
    assert deserialise_events(reply["events"]) == [SlotSet("awaiting", None)]


def test_the_call_differs_from_rasas_own_in_nothing_but_old_events(patched: None) -> None:
    domain = Domain.from_dict({"actions": ["action_answer"], "slots": {"question_step": {"type": "any", "mappings": []}}})
    tracker = DialogueStateTracker.from_events("a", [event for turn in turns(5) for event in turn], domain.slots)
    action = RemoteAction("action_answer", None)
    ours, rasas = action._action_call_format(tracker, domain), RASAS_OWN_CALL(action, tracker, domain)
    assert ours["tracker"].pop("events") == rasas["tracker"].pop("events")[-3 * TURNS_SENT :]
    assert ours == rasas
