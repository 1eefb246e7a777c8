"""Two small patches of the installed Rasa 3.6.21, each measured (docs/performance.md)."""
from __future__ import annotations

from typing import Any

import rasa
from jsonschema import Draft7Validator
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity

TURNS_SENT = 3


def make_action_calls_cheap() -> None:
    """Install both patches; more than once does no harm."""
    _compile_reply_schema()
    RemoteAction._action_call_format = _call_with_recent_events


def _compile_reply_schema() -> None:
    """Rasa builds and re-checks the same constant schema at each reply, about 25 ms a time."""
    validator = Draft7Validator(RemoteAction.action_response_format_spec())

    def validate(self: RemoteAction, result: dict[str, Any]) -> bool:
        validator.validate(result)
        return True

    RemoteAction._validate_action_result = validate


def _call_with_recent_events(self: RemoteAction, tracker: DialogueStateTracker, domain: Domain) -> dict[str, Any]:
    """The call of an action as Rasa makes it, with the events of the last `TURNS_SENT` turns instead of all.

    No action looks further back, and a hundred events are written, sent and read again at each call.
    """
    state = tracker.current_state(EventVerbosity.NONE)
    state["events"] = [event.as_dict() for event in recent(list(tracker.events))]
    call = {"next_action": self._name, "sender_id": tracker.sender_id, "tracker": state, "version": rasa.__version__}
    if not self._is_selective_domain_enabled() or domain.does_custom_action_explicitly_need_domain(self.name()):
        call["domain"] = domain.as_dict()
    return call


def recent(events: list[Event], turns: int = TURNS_SENT) -> list[Event]:
    """The events from the last but `turns` - 1 user message on; all when there are fewer messages."""
    typed = [i for i, event in enumerate(events) if isinstance(event, UserUttered)]
    return events[typed[-turns]:] if len(typed) > turns else events
