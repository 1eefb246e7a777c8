"""A question where a yes to the filing is awaited: answered in a few words, and the yes is asked again. Nothing is filed."""
from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.common import Turn, content, said_before, store
from bot.cases import drafts
from bot.chinese.filing_questions import about_filing, is_unclear

QUESTION = "utter_confirm_filing"
#: what NLU may make of such a question; danger, sessions and forms go their own way
MAY_BE_ASKED = frozenset({
    "action_affirm", "action_answer", "action_ask_withdraw", "action_change_filing", "action_correct", "action_explain",
    "action_fallback", "action_file_complaint", "action_inform", "action_keep", "action_papers", "action_repeat", "action_status",
})


def answer_at_confirm(turn: Turn, action: str) -> list[EventType] | None:
    """Answer a question about the filing while one was previewed and not filed; None when it is none."""
    if turn.form or action not in MAY_BE_ASKED or turn.message.get("danger"):
        return None
    asked = about_filing(turn.text) or ("unclear" if is_unclear(turn.text) and _was_asked(turn) else "")
    if not asked or not _is_previewed(turn):
        return None
    from actions.filing import where_to

    words = content().words["filing"]["questions"][asked]
    turn.teach(words["text"], words["laws"])
    turn.say(QUESTION, where=where_to())
    return [SlotSet("awaiting", "file")]


def _was_asked(turn: Turn) -> bool:
    """Whether the bot's last words were the question for the yes."""
    last = said_before(turn.tracker.events)
    return bool(last) and (last[-1].get("metadata") or {}).get("utter_action") == QUESTION


def _is_previewed(turn: Turn) -> bool:
    with store().session(read_only=True) as session:
        return drafts.stage_of(session, turn.sender) == "previewed"
