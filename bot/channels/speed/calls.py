"""Small patches of the installed Rasa 3.6.21: what it does anew at each call and need not (docs/performance.md)."""
from __future__ import annotations

from functools import lru_cache
from typing import Any

import rasa.shared.utils.common
from jsonschema import Draft7Validator
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity

TURNS_SENT = 3
_OBJECTS = {"type": "array", "items": {"type": "object"}}
_EVENTS = {"type": "array", "items": {"type": "object", "required": ["event"], "properties": {"event": {"type": "string"}}}}
REPLY = {"type": "object", "properties": {"events": _EVENTS, "responses": _OBJECTS}}


def make_calls_cheap() -> None:
    """Install the patches, once in a process."""
    validator = Draft7Validator(REPLY)

    def validate(self: RemoteAction, result: dict[str, Any]) -> bool:
        """Rasa builds a schema of all kinds of events at each reply and tries each event against each kind."""
        validator.validate(result)
        return True

    RemoteAction._validate_action_result = validate
    RemoteAction._action_call_format = _call_with_recent_events
    # the classes of events and slots, which Rasa searches anew for each event it reads
    rasa.shared.utils.common.all_subclasses = lru_cache(maxsize=8)(rasa.shared.utils.common.all_subclasses)


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
