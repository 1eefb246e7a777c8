"""跳过 or 上一题 where nothing was asked; 欠我12k, which NLU takes for one of them, is heard."""
from __future__ import annotations

from rasa_sdk.events import EventType

from actions.common import Act, Turn
from actions.going_on import tells_a_claim
from actions.inform import ActionInform


class ActionNoQuestion(Act):
    """A word for the form outside the form."""

    called = "action_no_question"

    def do(self, turn: Turn) -> list[EventType]:
        """Hear the story, or say that no question is open."""
        if not turn.form and tells_a_claim(turn):
            return ActionInform().do(turn)
        turn.say("utter_no_question_here")
        return []
