"""Rasa's SQL tracker store, kept short and quick: long conversations do not grow dear, and an erased one is gone.

Past `KEEP` events a conversation is rewritten after the turn: session start, active loop, the set slots, then the
last turn. Nothing is cut on read. Erasure is asked for by the slot `erase_conversation` and done after the turn was
saved, under the conversation's lock, for an action cannot delete rows that are written again when its turn ends.
A conversation that the database still holds as this process left it (`Stamp`) is taken from memory.
"""
from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import sessionmaker
from sqlalchemy.pool import QueuePool

from bot.cases.engine import prepare_file, scrub_log, tracker_url
from bot.channels.tracker_cache import Stamp, TrackerCache
from bot.settings import settings

log = logging.getLogger(__name__)
KEEP = 100
ERASE_SLOT = "erase_conversation"
SHORTENED = "shortened"  # in the metadata of a session start that stands for older events


def compacted(tracker: DialogueStateTracker) -> list[Event]:
    """The shortest events that give the same conversation state, and the last turn as it was."""
    events = list(tracker.events)
    last = max((i for i, event in enumerate(events) if isinstance(event, UserUttered)), default=len(events))
    head: list[Event] = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted(metadata={SHORTENED: True})]
    state = DialogueStateTracker.from_events(tracker.sender_id, events[:last], tracker.slots.values())
    head += [SlotSet(name, slot.value) for name, slot in state.slots.items() if slot.value is not None]
    if state.active_loop_name:
        head.insert(2, ActiveLoop(state.active_loop_name))
    head.append(ActionExecuted(ACTION_LISTEN_NAME))
    start = events[last].timestamp if last < len(events) else None
    for event in head:
        if start is not None:
            event.timestamp = start
    return head + events[last:]


class TrackerStore(SQLTrackerStore):
    """SQLTrackerStore on `MINGXIN_DATABASE_URL` (its own file beside the case store for SQLite)."""

    def __init__(self, domain: Any = None, event_broker: Any = None, **kwargs: Any) -> None:
        super().__init__(domain=domain, event_broker=event_broker, host=tracker_url(settings().database_url))
        self._cache = TrackerCache()
        self._stored: dict[str, int] = {}
        self._table = self.SQLEvent.__table__
        held = self._table.c
        self._stamp_query = sa.select([sa.func.count(), sa.func.max(held.id), sa.func.max(held.timestamp)]).where(
            held.sender_id == sa.bindparam("sender"))
        if self.engine.dialect.name == "sqlite":
            self.engine.dispose()
            self.engine = _sqlite(self.engine.url)
            self.sessionmaker = sessionmaker(bind=self.engine)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation since its latest session began; None for an unknown sender."""
        with self.engine.connect() as connection:
            stamp = self._stamp(connection, sender_id)
        tracker = self._cache.take(sender_id, stamp)
        if tracker is None and stamp.events:
            tracker = await super().retrieve(sender_id)
        self._stored[sender_id] = len(tracker.events) if tracker else 0
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the turn; then shorten or erase if it is due."""
        await self.stream_events(tracker)
        sender = tracker.sender_id
        erase = bool(tracker.slots.get(ERASE_SLOT) and tracker.get_slot(ERASE_SLOT))
        shorten = not erase and len(tracker.events) > KEEP
        new = self._new_events(tracker)
        if shorten:
            new = compacted(tracker)
            tracker = DialogueStateTracker.from_events(sender, new, tracker.slots.values())
        begins = not shorten and any(isinstance(event, SessionStarted) for event in new)
        self._cache.drop(sender)
        with self.engine.begin() as connection:
            if erase or shorten:
                connection.execute(sa.delete(self._table).where(self._table.c.sender_id == sender))
            if not erase:
                self._write(connection, sender, new)
            stamp = None if erase or begins else self._stamp(connection, sender)
        if stamp:
            self._cache.keep(sender, stamp, tracker)
        if erase:
            scrub_log(self.engine)

    def _new_events(self, tracker: DialogueStateTracker) -> list[Event]:
        """What this turn added; the database is asked only when the tracker was not read through this store."""
        known = self._stored.pop(tracker.sender_id, None)
        if known is not None:
            return list(tracker.events)[known:]
        with self.session_scope() as session:
            return list(self._additional_events(session, tracker))

    def _stamp(self, connection: Connection, sender: str) -> Stamp:
        count, last, latest = connection.execute(self._stamp_query, {"sender": sender}).one()
        return Stamp(count, last or 0, latest or 0.0)

    def _write(self, connection: Connection, sender: str, events: Iterable[Event]) -> None:
        rows = [_row(sender, event) for event in events]
        if rows:
            connection.execute(sa.insert(self._table), rows)


def _row(sender: str, event: Event) -> dict[str, Any]:
    """An event as Rasa's table has it."""
    data = event.as_dict()
    return {"sender_id": sender, "type_name": event.type_name, "timestamp": data.get("timestamp"),
            "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
            "action_name": data.get("name"), "data": json.dumps(data)}


def scrub_conversations() -> bool:
    """Empty the write-ahead log of the conversations, where an erasure could not because a reader stood in the way."""
    url = tracker_url(settings().database_url)
    if not url.startswith("sqlite"):
        return True
    engine = _sqlite(url)
    try:
        return scrub_log(engine)
    finally:
        engine.dispose()


def _sqlite(url: Any) -> Engine:
    """Connections that stay open: to open one and set it up takes longer than a turn's query."""
    engine = sa.create_engine(url, poolclass=QueuePool, connect_args={"check_same_thread": False})
    sa.event.listen(engine, "connect", lambda connection, _: prepare_file(connection))
    return engine
