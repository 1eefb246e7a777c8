"""Nothing that cannot be undone without an explicit yes: what is done when the words are none."""
from __future__ import annotations

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.common import Turn
from bot.chinese.consent import Matter, consents, refuses

KEPT = {"erase": "utter_not_erased", "file": "utter_not_now", "withdraw": "utter_not_withdrawn"}
ASK_AGAIN = {"erase": "action_ask_erase", "file": "action_preview", "withdraw": "action_ask_withdraw"}


def without_a_yes(turn: Turn, matter: Matter) -> list[EventType] | None:
    """None when the message is an explicit yes; else what happens instead: a no is confirmed, anything else is asked again."""
    if consents(turn.text, matter):
        return None
    if refuses(turn.text):
        turn.say(KEPT[matter])
        return [SlotSet("awaiting", None)]
    return [SlotSet("awaiting", None), FollowupAction(ASK_AGAIN[matter])]
