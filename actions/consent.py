"""Nothing that cannot be undone without an explicit yes: what is done when the words are none."""
from __future__ import annotations

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.common import Turn, turn_before
from bot.chinese.consent import Matter, consents, is_bare_request, refuses

KEPT = {"erase": "utter_not_erased", "file": "utter_not_now", "withdraw": "utter_not_withdrawn", "restart": "utter_not_restarted",
        "rest": "utter_rest_not_taken"}
ASK_AGAIN = {"erase": "action_ask_erase", "file": "action_preview", "withdraw": "action_ask_withdraw"}


def without_a_yes(turn: Turn, matter: Matter) -> list[EventType] | None:
    """None when the message is an explicit yes; else what happens instead: a no is confirmed, anything else is asked again."""
    if consents(turn.text, matter) or (matter == "withdraw" and _says_withdraw(turn)):
        return None
    if refuses(turn.text):
        turn.say(KEPT[matter])
        return [SlotSet("awaiting", None)]
    return [SlotSet("awaiting", None), FollowupAction(ASK_AGAIN[matter])]


def _says_withdraw(turn: Turn) -> bool:
    """撤回 alone in answer to 真的要撤回吗, unless it is the very request sent twice."""
    asked = next((str(event.get("text") or "") for event in turn_before(turn.tracker.events) if event.get("event") == "user"), "")
    return is_bare_request(turn.text, "withdraw") and asked.strip() != turn.text
