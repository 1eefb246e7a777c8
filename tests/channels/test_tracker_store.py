"""Conversations in SQL: kept whole in what matters, short, and gone when erased."""
from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.cases.engine import tracker_url
from bot.channels.tracker_store import ERASE_SLOT, KEEP, TrackerStore

AMOUNT = {"state": "known", "value": 12000, "low": None, "high": None, "words": "一万二"}
WORDS = "包工头刘麻子欠我一万二千块钱"


def turn(number: int, events: list[Event] | None = None, text: str = "一天两百六") -> list[Event]:
    """What Rasa adds in one turn of a form."""
    said = UserUttered(f"{text}{number}", intent={"name": "inform", "confidence": 0.9})
    return [said, ActionExecuted("wage_claim"), *(events or [SlotSet("question_step", number)]),
            BotUttered("第几题?" * 5), ActionExecuted("action_listen")]


BEGIN: list[Event] = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]
FORM: list[Event] = [ActiveLoop("wage_claim"), SlotSet("owed_amount", AMOUNT), SlotSet("awaiting", "evidence"),
                     SlotSet("requested_slot", "pay_rate")]


async def add(tracks: TrackerStore, sender: str, events: list[Event]) -> DialogueStateTracker:
    """A turn as Rasa does it: load, append, save."""
    tracker = await tracks.get_or_create_tracker(sender, append_action_listen=False)
    for event in events:
        tracker.update(event)
    await tracks.save(tracker)
    return tracker


async def talk(tracks: TrackerStore, sender: str, turns: int) -> None:
    await add(tracks, sender, [*BEGIN, *turn(0, FORM)])
    for number in range(1, turns):
        await add(tracks, sender, turn(number))


def state(tracker: DialogueStateTracker) -> dict[str, Any]:
    """What the next turn depends on."""
    return {"slots": tracker.current_slot_values(), "loop": tracker.active_loop_name, "asked": tracker.get_slot("requested_slot"),
            "last": tracker.latest_action_name, "text": tracker.latest_message and tracker.latest_message.text,
            "paused": tracker.is_paused()}


def rows(path: Path, sender: str) -> list[str]:
    with sqlite3.connect(path / "conversations.db") as base:
        return [row[0] for row in base.execute("select data from events where sender_id = ? order by id", (sender,))]


def all_bytes(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.glob("conversations.db*"))


async def test_past_a_hundred_events_slots_loop_and_question_are_kept(tracks: TrackerStore, tmp_path: Path) -> None:
    await add(tracks, "甲", [*BEGIN, *turn(0, FORM)])
    shortened = False
    for number in range(1, 60):
        before = len(rows(tmp_path, "甲"))
        wanted = state(await add(tracks, "甲", turn(number)))
        found = await tracks.get_or_create_tracker("甲", append_action_listen=False)
        assert state(found) == wanted
        assert wanted["loop"] == "wage_claim" and wanted["asked"] == "pay_rate" and wanted["slots"]["owed_amount"] == AMOUNT
        shortened |= len(rows(tmp_path, "甲")) < before
    assert shortened


async def test_after_shortening_the_conversation_begins_with_a_session_in_order(tracks: TrackerStore, tmp_path: Path) -> None:
    await talk(tracks, "甲", 60)
    names = [json.loads(data).get("name") or json.loads(data)["event"] for data in rows(tmp_path, "甲")]
    assert names[:2] == ["action_session_start", "session_started"]
    assert json.loads(rows(tmp_path, "甲")[1])["metadata"] == {"shortened": True}
    times = [json.loads(data)["timestamp"] for data in rows(tmp_path, "甲")]
    assert times == sorted(times)


async def test_a_talk_of_three_hundred_turns_stays_small(tracks: TrackerStore, tmp_path: Path) -> None:
    await talk(tracks, "甲", 10)
    tenth = sum(map(len, rows(tmp_path, "甲")))
    await talk(tracks, "乙", 300)
    kept = rows(tmp_path, "乙")
    assert len(kept) <= KEEP + 10
    assert sum(map(len, kept)) < 60_000 + tenth
    found = await tracks.get_or_create_tracker("乙")
    assert found.get_slot("question_step") == 299 and found.latest_message.text.endswith("299")


async def test_a_form_that_was_left_does_not_come_back(tracks: TrackerStore) -> None:
    await talk(tracks, "甲", 15)
    await add(tracks, "甲", turn(15, [ActiveLoop(None), SlotSet("requested_slot", None), SlotSet("awaiting", None)]))
    for number in range(16, 40):
        await add(tracks, "甲", turn(number))
    found = await tracks.get_or_create_tracker("甲")
    assert found.active_loop_name is None and found.get_slot("requested_slot") is None and found.get_slot("awaiting") is None


async def test_nothing_is_cut_on_read(tracks: TrackerStore, tmp_path: Path) -> None:
    await talk(tracks, "甲", 60)
    found = await tracks.get_or_create_tracker("甲", append_action_listen=False)
    assert len(found.events) == len(rows(tmp_path, "甲"))
    full = await tracks.retrieve_full_tracker("甲")
    assert full is not None and state(full) == state(found)


async def test_conversations_do_not_touch_each_other(tracks: TrackerStore, tmp_path: Path) -> None:
    await talk(tracks, "甲", 3)
    before = rows(tmp_path, "甲")
    await talk(tracks, "乙", 60)
    await add(tracks, "乙", turn(60, [SlotSet(ERASE_SLOT, True)]))
    assert rows(tmp_path, "甲") == before and rows(tmp_path, "乙") == []


@pytest.mark.parametrize("turns", [2, 70], ids=["short", "shortened"])
async def test_an_erased_conversation_leaves_no_row_and_no_byte(tracks: TrackerStore, tmp_path: Path, turns: int) -> None:
    await add(tracks, "要删的人", [*BEGIN, *turn(0, FORM, WORDS)])
    for number in range(1, turns):
        await add(tracks, "要删的人", turn(number, text=WORDS))
    needle = json.dumps(WORDS)[1:-1].encode()
    assert needle in all_bytes(tmp_path) or WORDS.encode() in all_bytes(tmp_path)
    await add(tracks, "要删的人", turn(turns, [SlotSet(ERASE_SLOT, True)], WORDS))
    assert rows(tmp_path, "要删的人") == []
    left = all_bytes(tmp_path)
    assert needle not in left and WORDS.encode() not in left and "要删的人".encode() not in left
    assert await tracks.retrieve("要删的人") is None


async def test_after_an_erasure_the_next_talk_begins_with_nothing(tracks: TrackerStore, tmp_path: Path) -> None:
    await talk(tracks, "甲", 5)
    await add(tracks, "甲", turn(5, [SlotSet(ERASE_SLOT, True)]))
    fresh = await add(tracks, "甲", [*BEGIN, *turn(0, [SlotSet("question_step", 1)])])
    assert fresh.active_loop_name is None and fresh.get_slot("owed_amount") is None and not fresh.get_slot(ERASE_SLOT)
    assert len(rows(tmp_path, "甲")) == len(BEGIN) + len(turn(0))


def test_conversations_lie_in_a_file_beside_the_cases_or_on_the_same_server(tmp_path: Path) -> None:
    assert tracker_url(f"sqlite:///{tmp_path}/a/mingxin.db") == f"sqlite:///{tmp_path}/a/conversations.db"
    assert tracker_url("postgresql://u:p@h/db") == "postgresql://u:p@h/db"
