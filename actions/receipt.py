"""A receipt that was given alone is remembered until its three words come; what to do when they are gone."""
from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.common import Turn
from actions.status import ActionStatus, say_look_up, say_words_gone
from bot import clock
from bot.chinese.receipts import asks_what_now, forgot_words, read_receipt
from bot.chinese.story import read_story
from bot.filing.secrets import like_words
from bot.interview.begins import MONEY_FACTS


def is_try(turn: Turn) -> bool:
    """Whether words of a receipt are awaited and the message can only be a try at them (山 水 人)."""
    awaited = bool(turn.tracker.get_slot("asked_receipt"))
    return awaited and like_words(turn.text) and not MONEY_FACTS & read_story(turn.text, clock.today()).keys()


def answer_words(turn: Turn) -> list[EventType] | None:
    """Look up the receipt that was given before with the words that come now; say what helps who has forgotten them, or who
    asks what now. None when it is none of these."""
    receipt = turn.tracker.get_slot("asked_receipt")
    if forgot_words(turn.text):
        return [*ActionStatus().do(turn), SlotSet("awaiting", None)]
    if not receipt or read_receipt(turn.text):
        return None
    if asks_what_now(turn.text):
        return [*say_words_gone(turn), SlotSet("awaiting", None)]
    if not is_try(turn):
        return None
    return [*say_look_up(turn, str(receipt)), SlotSet("awaiting", None)]
