"""Danger is answered before money, and no form goes on in the same message."""
from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.common import Turn, content
from actions.going_on import LEAVE_FORM


class ActionDanger(Action):
    """The words of content/safety for the danger that was heard."""

    def name(self) -> str:
        """The name in the domain."""
        return "action_danger"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Where to ring now; the claim is kept for later."""
        turn = Turn(dispatcher, tracker)
        danger = str(turn.message.get("danger") or turn.intent)
        words = content().folder("safety")["danger"][danger]
        turn.teach(words["text"], words["laws"], [(word, word) for word in words.get("next", [])])
        return [*LEAVE_FORM, SlotSet("awaiting", None)]
