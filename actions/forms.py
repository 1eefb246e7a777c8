"""The two forms: one call an answer. What a message is, `bot/interview` decides; the draft is saved in the same call."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import ActionExecutionRejection
from sqlalchemy.orm import Session

from actions.common import Turn, in_words, mirror, plan, store
from bot import clock
from bot.cases import drafts, personal
from bot.cases.drafts import Draft
from bot.chinese.identity import is_identity
from bot.chinese.values import Fact
from bot.interview.form import WHICH, FormState, Said, Step, listen, resume, step_and_of


class FormAction(Action):
    """`validate_<form>`: called for an answer, at the start, and when the form comes back from a digression."""

    form = ""

    def name(self) -> str:
        """The name Rasa looks for."""
        return f"validate_{self.form}"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Slots and the next question; rejected when rules must answer."""
        turn = Turn(dispatcher, tracker)
        with store().session() as session:
            step = self._step(turn, session)
        if step.hand_over:
            raise ActionExecutionRejection(self.form)
        for said in step.say:
            speak_said(turn, said)
        return self._events(turn, step)

    def _step(self, turn: Turn, session: Session) -> Step:
        draft = drafts.load(session, turn.sender)
        state = FormState(draft.facts if draft else {}, (draft.asked or "") if draft else "",
                          list(draft.answered) if draft else [], int(turn.tracker.get_slot("nonsense_count") or 0))
        questions = plan(self.form)
        answers = self._is_answer(turn) and not _missed_a_turn(turn, draft, self.form)
        step = listen(questions, state, turn.heard(), clock.today()) if answers else resume(questions, state)
        if _wrong_id(session, turn.sender, step.state.facts, state.facts):
            step = Step(state, [Said("utter_impossible_id_number")])
        if draft is None or step.state != state or draft.form != self.form:
            stage = draft.stage if draft else "claim"
            drafts.save(session, turn.sender, facts=step.state.facts, form=self.form, asked=step.state.asked or None,
                        answered=step.state.answered, stage=stage, now=clock.now())
        return step

    def _is_answer(self, turn: Turn) -> bool:
        """A message was typed while this form was asking (not: the form starts, or comes back after another action)."""
        return turn.form == self.form and _nothing_since_the_message(turn.tracker.events, self.form)

    def _events(self, turn: Turn, step: Step) -> list[EventType]:
        events = mirror(step.state.facts, turn.tracker.slots)
        if turn.tracker.get_slot("nonsense_count") != step.state.misses:
            events.append(SlotSet("nonsense_count", step.state.misses))
        if step.complete:
            return [*events, SlotSet("requested_slot", None)]
        if step.which:
            return [*events, SlotSet("requested_slot", WHICH)]
        now, of = step_and_of(plan(self.form), step.state)
        turn.custom(kind="question", form=self.form, asks=step.state.asked, step=now, of=of)
        return [*events, SlotSet("question_step", now), SlotSet("question_of", of), SlotSet("requested_slot", step.state.asked)]


def _wrong_id(session: Session, sender: str, now: Mapping[str, Fact], before: Mapping[str, Fact]) -> bool:
    """Whether an ID number was just given that no person can have (check digit, day of birth, area)."""
    fact = now.get("worker_id_number")
    if fact is None or fact == before.get("worker_id_number") or not isinstance(fact.value, str):
        return False
    clear = personal.reveal(session, sender, fact.value)
    return clear is not None and not is_identity(clear.upper())


def _missed_a_turn(turn: Turn, draft: Draft | None, form: str) -> bool:
    """The draft asks another question than the tracker knows of: a turn died after the answer was saved. Ask again."""
    known = turn.tracker.get_slot("requested_slot")
    return bool(known and known != WHICH and draft and draft.form == form and draft.asked and draft.asked != known)


def _nothing_since_the_message(events: list[dict[str, Any]], form: str) -> bool:
    """Whether no action ran after the last message. Rasa adds the form itself to the tracker that it sends."""
    done = (event for event in reversed(events) if event.get("event") in ("user", "action", "action_execution_rejected"))
    last = next((event for event in done if not (event["event"] == "action" and event.get("name") == form)), None)
    return bool(last and last["event"] == "user")


class ValidateWageClaim(FormAction):
    """The facts of the claim."""

    form = "wage_claim"


class ValidatePaperDetails(FormAction):
    """Name, numbers: only for the papers."""

    form = "paper_details"


def speak_said(turn: Turn, said: Said) -> None:
    """Say what the interview wants said."""
    values: dict[str, Any] = dict(said.values)
    if said.facts:
        values["facts"] = in_words(said.facts)
    turn.say(said.response, buttons=said.choices, **values)
