"""A receipt that was given alone is remembered until its three words come."""
from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.common import Turn
from bot.chinese.receipts import read_receipt
from bot.filing.secrets import is_words

#: dangers, forms' answers and what Rasa calls by itself go their own way
MAY_BE_WORDS = frozenset({
    "action_affirm", "action_answer", "action_correct", "action_dont_know", "action_evidence", "action_explain",
    "action_fallback", "action_inform", "action_no_question", "action_papers", "action_receive_evidence", "action_resume",
    "action_status", "action_ask_restart", "action_change_filing",
})


def answer_words(turn: Turn, action: str) -> list[EventType] | None:
    """Look up the receipt that was given before with the words that come now; None when these are none."""
    receipt = turn.tracker.get_slot("asked_receipt")
    if not receipt or turn.form or action not in MAY_BE_WORDS or read_receipt(turn.text) or not is_words(turn.text):
        return None
    from actions.status import say_look_up

    return [*say_look_up(turn, str(receipt)), SlotSet("awaiting", None)]
