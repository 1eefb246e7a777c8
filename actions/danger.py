"""Danger is answered before money, and no form goes on in the same message."""
from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.common import Act, Turn, content
from actions.going_on import LEAVE_FORM


class ActionDanger(Act):
    """The words of content/safety for the danger that was heard."""

    called = "action_danger"

    def do(self, turn: Turn) -> list[EventType]:
        """Where to ring now; the claim is kept for later."""
        danger = str(turn.message.get("danger") or turn.intent)
        words = content().folder("safety")["danger"][danger]
        turn.teach(words["text"], words["laws"], [(word, word) for word in words.get("next", [])])
        return [*LEAVE_FORM, SlotSet("awaiting", None)]
