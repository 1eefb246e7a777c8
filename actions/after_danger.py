"""After an answer to a danger: he says that there is none, or that the age was wrong. It is heard, and his claim goes on."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.common import Turn, acted_since, content, ran_before, store, turn_before
from bot.cases import drafts
from bot.interview.ages import is_no_child
from bot.interview.wishes import takes_danger_back


def answer_after_danger(turn: Turn) -> list[EventType] | None:
    """Take the danger back and go on with what was in hand; None when there was none, or he takes none back."""
    if not ran_before(turn.tracker.events, "action_danger") or acted_since(turn.tracker.events):
        return None
    danger = _danger_before(turn)
    grown = danger == "danger_child" and is_no_child(turn.text)
    if not grown and not takes_danger_back(turn.text):
        return None
    words: Mapping[str, Any] = content().folder("safety")["no_danger"][danger]
    turn.teach(words["text"], words["laws"])
    with store().session(read_only=True) as session:
        draft = drafts.load(session, turn.sender)
    goes_on = draft is not None and bool(draft.facts or draft.asked)
    return [SlotSet("awaiting", None), *([FollowupAction("action_resume")] if goes_on else [])]


def _danger_before(turn: Turn) -> str:
    """The danger of the message before this one; one of the self when the event does not tell."""
    known = content().folder("safety")["no_danger"]
    for event in turn_before(turn.tracker.events):
        parsed = event.get("parse_data") or {}
        name = str(parsed.get("danger") or (parsed.get("intent") or {}).get("name") or "")
        if event.get("event") == "user" and name in known:
            return name
    return "danger_self"
