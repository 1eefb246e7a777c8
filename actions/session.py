"""A new session: what was said is loaded again from the case store, and going on is offered."""
from __future__ import annotations

from rasa_sdk.events import ActionExecuted, EventType, SessionStarted, SlotSet

from actions.common import Act, Turn, mirror, plan, store
from bot.cases import drafts
from bot.cases.drafts import Draft
from bot.interview.form import resume, step_and_of
from bot.interview.step import FormState

RULING = "ruling_details"  # asked after a filing


class ActionSessionStart(Act):
    """Rasa's session start, with the draft."""

    called = "action_session_start"

    def do(self, turn: Turn) -> list[EventType]:
        """The session, the slots of the draft, and the offer to go on."""
        events: list[EventType] = [SessionStarted()]
        with store().session(read_only=True) as session:
            draft = drafts.load(session, turn.sender)
        if draft and draft.facts:
            events += mirror(draft.facts, {})
            events += _offer(turn, draft)
        return [*events, ActionExecuted("action_listen")]


def _offer(turn: Turn, draft: Draft) -> list[EventType]:
    questions = plan(draft.form or "wage_claim")
    state = resume(questions, FormState(draft.facts, draft.asked or "", list(draft.answered))).state
    if draft.stage == "filed" and not (draft.form == RULING and draft.asked):
        turn.say("utter_offer_status", receipt=draft.number)
        return []
    if not state.asked or (draft.stage != "claim" and not draft.asked):
        turn.say("utter_offer_next")
        return []
    step, of = step_and_of(questions, state)
    turn.say("utter_offer_resume", question_step=step)
    return [SlotSet("question_step", step), SlotSet("question_of", of)]
