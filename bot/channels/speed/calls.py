"""The call of an action: a short check of the reply, the events that actions look at, connections that stay open."""
from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any
from weakref import WeakKeyDictionary

import aiohttp
import rasa
import ujson
from jsonschema import Draft7Validator
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import DEFAULT_REQUEST_TIMEOUT, EndpointConfig

TURNS_SENT = 3
KEPT_OPEN = 2.0  # seconds: the action server lets go after 5, and a call must not meet a connection that is being closed
_OBJECTS = {"type": "array", "items": {"type": "object"}}
_EVENTS = {"type": "array", "items": {"type": "object", "required": ["event"], "properties": {"event": {"type": "string"}}}}
REPLY = {"type": "object", "properties": {"events": _EVENTS, "responses": _OBJECTS}}
_held: WeakKeyDictionary[asyncio.AbstractEventLoop, aiohttp.ClientSession] = WeakKeyDictionary()


def validation(validator: Draft7Validator) -> Callable[[RemoteAction, dict[str, Any]], bool]:
    """Rasa builds a schema of all kinds of events at each reply and tries each event against each kind."""

    def validate(self: RemoteAction, result: dict[str, Any]) -> bool:
        validator.validate(result)
        return True

    return validate


def call_with_recent_events(self: RemoteAction, tracker: DialogueStateTracker, domain: Domain) -> dict[str, Any]:
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


def held_session(self: EndpointConfig) -> AbstractAsyncContextManager[aiohttp.ClientSession]:
    """One session for a server's event loop, in place of a new one (and a new connection) for each call."""
    loop = asyncio.get_running_loop()
    if loop not in _held or _held[loop].closed:
        _held[loop] = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=KEPT_OPEN),
            timeout=aiohttp.ClientTimeout(total=DEFAULT_REQUEST_TIMEOUT), json_serialize=ujson.dumps)
    return nullcontext(_held[loop])


async def close_held_session() -> None:
    """Let the connections go when the server stops."""
    session = _held.pop(asyncio.get_running_loop(), None)
    if session is not None:
        await session.close()
