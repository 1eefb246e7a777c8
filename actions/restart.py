"""Beginning the registration again: asked once, because what was told is thrown away."""
from __future__ import annotations

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.common import Act, Turn, store
from actions.going_on import LEAVE_FORM
from bot import clock
from bot.cases import drafts
from bot.chinese.consent import refuses
from bot.chinese.filing_questions import hands_in_again
from bot.filing.same_claim import set_aside


class ActionAskRestart(Act):
    """"重新登记": asks before anything that was told is thrown away."""

    called = "action_ask_restart"

    def do(self, turn: Turn) -> list[EventType]:
        """The question; at once when there is nothing to lose; 重新交 shows the preview."""
        if hands_in_again(turn.text):
            return [*LEAVE_FORM, SlotSet("awaiting", None), FollowupAction("action_papers")]
        if refuses(turn.text):
            turn.say("utter_not_restarted")
            return [SlotSet("awaiting", None)]
        with store().session(read_only=True) as session:
            draft = drafts.load(session, turn.sender)
        if draft is None or not draft.facts or draft.stage == "filed":
            return [FollowupAction("action_restart_claim")]
        turn.say("utter_ask_restart")
        return [*LEAVE_FORM, SlotSet("awaiting", "restart")]


class ActionRestart(Act):
    """The yes: a claim that was filed before is put aside as it was filed, any other is emptied."""

    called = "action_restart_yes"

    def do(self, turn: Turn) -> list[EventType]:
        """Nothing without a yes; then the first question."""
        if refuses(turn.text):
            turn.say("utter_not_restarted")
            return [SlotSet("awaiting", None)]
        with store().session() as session:
            set_aside(session, turn.sender, clock.now())
        return [SlotSet("awaiting", None), FollowupAction("action_restart_claim")]
