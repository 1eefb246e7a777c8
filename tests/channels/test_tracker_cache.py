"""Conversations kept in memory between turns: the database stays the truth."""
from __future__ import annotations

import sqlite3
from pathlib import Path

from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.tracker_cache import Stamp, TrackerCache
from bot.channels.tracker_store import TrackerStore


def beginning() -> list[Event]:
    """A session that begins now."""
    return [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]


async def say(tracks: TrackerStore, text: str, begin: bool = False) -> DialogueStateTracker:
    tracker = await tracks.get_or_create_tracker("a", append_action_listen=False)
    for event in [*(beginning() if begin else []), UserUttered(text, intent={"name": "inform"}), ActionExecuted("action_listen")]:
        tracker.update(event)
    await tracks.save(tracker)
    return tracker


def typed(tracker: DialogueStateTracker | None) -> list[str]:
    return [str(event.text) for event in tracker.events if isinstance(event, UserUttered)] if tracker else []


async def test_the_next_turn_goes_on_with_the_tracker_of_the_last_one(tracks: TrackerStore) -> None:
    await say(tracks, "一", begin=True)
    last = await say(tracks, "二")
    assert await tracks.retrieve("a") is last


async def test_what_memory_gives_is_what_the_database_gives(tracks: TrackerStore) -> None:
    await say(tracks, "一", begin=True)
    for text in ("二", "三"):
        await say(tracks, text)
    kept = await tracks.retrieve("a")
    read = await tracks.retrieve("a")  # it left the memory with the first reading
    assert kept is not read
    assert typed(kept) == typed(read) == ["一", "二", "三"]
    assert kept and read and kept.current_slot_values() == read.current_slot_values()


async def test_a_turn_that_failed_half_way_leaves_nothing_for_the_next(tracks: TrackerStore) -> None:
    await say(tracks, "一", begin=True)
    await say(tracks, "二")
    failing = await tracks.retrieve("a")
    assert failing
    failing.update(UserUttered("没有存下来"))
    assert typed(await tracks.retrieve("a")) == ["一", "二"]


async def test_the_database_wins_when_somebody_else_wrote(tracks: TrackerStore, tmp_path: Path) -> None:
    await say(tracks, "一", begin=True)
    await say(tracks, "二")
    with sqlite3.connect(tmp_path / "conversations.db") as base:
        base.execute("delete from events")
    assert await tracks.retrieve("a") is None


async def test_a_session_that_began_in_this_turn_is_read_from_its_start(tracks: TrackerStore) -> None:
    await say(tracks, "昨天", begin=True)
    await say(tracks, "今天", begin=True)
    assert typed(await tracks.retrieve("a")) == ["今天"]


def test_the_least_recently_used_conversation_goes_first() -> None:
    cache, stamp = TrackerCache(most=2), Stamp(1, 1, 1.0)
    trackers = {name: DialogueStateTracker(name, []) for name in "abc"}
    for name, tracker in trackers.items():
        cache.keep(name, stamp, tracker)
    assert cache.take("a", stamp) is None
    assert cache.take("b", stamp) is trackers["b"]
    assert cache.take("c", Stamp(2, 2, 1.0)) is None

