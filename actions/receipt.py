"""A receipt that was given alone is remembered until its three words come."""
from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.common import Turn
from bot.chinese.receipts import read_receipt
from bot.filing.secrets import is_words


def answer_words(turn: Turn) -> list[EventType] | None:
    """Look up the receipt that was given before with the words that come now; None when these are none."""
    receipt = turn.tracker.get_slot("asked_receipt")
    if not receipt or read_receipt(turn.text) or not is_words(turn.text):
        return None
    from actions.status import say_look_up

    return [*say_look_up(turn, str(receipt)), SlotSet("awaiting", None)]
