"""Talk of something else, in which a narrow matter may be told (老板死了, 心里好难受)."""
from __future__ import annotations

from rasa_sdk.events import EventType

from actions.common import Act, Turn
from actions.speech import say_matter


class ActionSmalltalk(Act):
    """What has nothing to do with wages."""

    called = "action_smalltalk"

    def do(self, turn: Turn) -> list[EventType]:
        """The words of the matter, or what this bot is for."""
        if not say_matter(turn, brief=bool(turn.form)):
            turn.say("utter_smalltalk")
        return []
