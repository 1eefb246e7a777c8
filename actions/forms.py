"""The forms: one call an answer. What a message is, `bot/interview` decides; the draft is saved in the same call."""
from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.interfaces import ActionExecutionRejection
from sqlalchemy.orm import Session

from actions import claim
from actions.apart import say_apart, tells_apart, with_other
from actions.common import FORMS, Act, Turn, content, in_words, mirror, plan, store
from bot import clock
from bot.cases import drafts
from bot.cases.drafts import Draft
from bot.content import speak
from bot.interview.form import listen, resume, step_and_of
from bot.interview.moves import Move
from bot.interview.questions import Plan
from bot.interview.replies import MATTER, refuse
from bot.interview.step import WHICH, FormState, Said, Step

ID_NUMBER = "worker_id_number"


class FormAction(Act):
    """`validate_<form>`: called for an answer, at the start, and when the form comes back from a digression.

    Abstract, for it has no `called`.
    """

    @property
    def form(self) -> str:
        """The form's name."""
        return self.called.removeprefix("validate_")

    def do(self, turn: Turn) -> list[EventType]:
        """Slots and the next question; rejected when rules must answer."""
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
                          list(draft.answered) if draft else [], int(turn.tracker.get_slot("nonsense_count") or 0),
                          int(turn.tracker.get_slot("asides") or 0))
        questions = plan(self.form)
        answers = self._is_answer(turn) and not _missed_a_turn(turn, draft, self.form)
        apart = answers and not turn.message.get("danger") and not turn.attachments and tells_apart(turn.text, state.facts)
        step = hear(turn, session, questions, state) if answers and not apart else resume(questions, state)
        stage = draft.stage if draft else "claim"
        if apart:
            say_apart(turn)
            step = replace(step, state=replace(step.state, facts=with_other(step.state.facts, turn.text)))
        elif stage == "claim" and step.state.facts != state.facts:
            step = replace(step, state=replace(step.state, facts=claim.with_words(step.state.facts, turn.text)))
        if draft is None or step.state != state or draft.form != self.form:
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
        if int(turn.tracker.get_slot("asides") or 0) != step.state.asides:
            events.append(SlotSet("asides", step.state.asides))
        if step.complete:
            return [*events, SlotSet("requested_slot", None)]
        if step.which:
            return [*events, SlotSet("requested_slot", WHICH)]
        now, of = step_and_of(plan(self.form), step.state)
        turn.custom(kind="question", form=self.form, asks=step.state.asked, step=now, of=of)
        return [*events, SlotSet("question_step", now), SlotSet("question_of", of), SlotSet("requested_slot", step.state.asked)]


def hear(turn: Turn, session: Session, questions: Plan, state: FormState) -> Step:
    """The step that the message makes, in a form and for a question left open; a new ID number is checked in clear."""
    step = listen(questions, state, turn.heard(), clock.today())
    given = step.state.facts.get(ID_NUMBER)
    if given == state.facts.get(ID_NUMBER) or not claim.impossible_id(session, turn.sender, given):
        return step
    return refuse(questions, resume(questions, state).state, Move("impossible", slot=ID_NUMBER, reason="id_number"))


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

    called = "validate_wage_claim"


class ValidatePaperDetails(FormAction):
    """Name, numbers: only for the papers."""

    called = "validate_paper_details"


class ValidateRulingDetails(FormAction):
    """What stands on an award, a judgment or an order."""

    called = "validate_ruling_details"


def speak_said(turn: Turn, said: Said) -> None:
    """Say what the interview wants said; why a question is asked stands on facts of law, which are named with it."""
    values: dict[str, Any] = dict(said.values)
    if said.facts:
        values["facts"] = in_words(said.facts)
    if warning := content().words["signing"].get(said.response):
        turn.teach(warning["text"], warning["laws"])
        return
    if said.response == MATTER:
        words = content().folder("matters")["matters"][values["name"]]
        turn.teach(words["text"], words["laws"])
        return
    laws = reasons().get(str(values.get("why")), [])
    if laws and said.response == "utter_why_asked":
        turn.teach(values["why"], laws, said.choices)
        return
    turn.say(said.response, buttons=said.choices, **values)
    if laws and said.response == "utter_nonsense_twice":
        turn.custom(kind="laws", **speak(laws))


@cache
def reasons() -> dict[str, list[str]]:
    """The facts behind each `why` of content/interview that rests on some."""
    questions = [row for form in FORMS for row in content().folder("interview")[form]["questions"]]
    return {str(row["why"]): list(row["laws"]) for row in questions if row["laws"]}
