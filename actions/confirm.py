"""A question where a yes to the filing is awaited: answered in a few words, and the yes is asked again. Nothing is filed."""
from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.common import Turn, asked_last, content, store
from actions.filing import where_to
from bot.cases import drafts
from bot.chinese.filing_questions import about_filing, is_unclear

QUESTION = "utter_confirm_filing"


def answer_at_confirm(turn: Turn) -> list[EventType] | None:
    """Answer a question about the filing while one was previewed and not filed; None when it is none."""
    asked = about_filing(turn.text) or ("unclear" if is_unclear(turn.text) and asked_last(turn.tracker.events, QUESTION) else "")
    if not asked or not _is_previewed(turn):
        return None
    words = content().words["filing"]["questions"][asked]
    turn.teach(words["text"], words["laws"])
    turn.say(QUESTION, where=where_to())
    return [SlotSet("awaiting", "file")]


def _is_previewed(turn: Turn) -> bool:
    with store().session(read_only=True) as session:
        return drafts.stage_of(session, turn.sender) == "previewed"
