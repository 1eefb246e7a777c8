"""Danger is answered before money, and no form goes on in the same message."""
from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions import claim
from actions.answer import ActionAnswer, hear_story
from actions.apart import tells_apart
from actions.assessment import sentence
from actions.common import FORMS, Act, Turn, content, mirror, plan, store
from actions.going_on import LEAVE_FORM
from bot import clock
from bot.cases import drafts
from bot.chinese.abroad import works_abroad
from bot.chinese.normalise import normalise
from bot.chinese.story import read_story
from bot.interview.ages import is_no_child
from bot.interview.begins import tells_of_pay
from bot.interview.beside import told_beside
from bot.nlu.threats import threatens


class ActionDanger(Act):
    """The words of content/safety for the danger that was heard."""

    called = "action_danger"

    def do(self, turn: Turn) -> list[EventType]:
        """Where to ring now; the claim is kept for later, and what this message tells of one."""
        danger = str(turn.message.get("danger") or turn.intent)
        if danger == "danger_child" and is_no_child(turn.text):
            return _of_age(turn)
        words = content().folder("safety")["danger"][danger]
        own = words.get("own") if threatens(turn.text) else None
        turn.teach((own or words)["text"], (own or words)["laws"], [(word, word) for word in words.get("next", [])])
        if works_abroad(turn.text):
            turn.teach(*sentence("danger_abroad"))
        return [*_story_kept(turn), *LEAVE_FORM, SlotSet("awaiting", None)]


def _of_age(turn: Turn) -> list[EventType]:
    """Nobody under sixteen works here: the need in the message is answered."""
    ranking = turn.message.get("need_ranking") or [{}]
    need = str(ranking[0].get("need") or "steps")
    turn.message = {**turn.message, "danger": "", "intent": {"name": need, "confidence": 1.0}}
    return ActionAnswer().do(turn)


def _story_kept(turn: Turn) -> list[EventType]:
    """What the same breath tells of the claim: nobody should have to tell it twice after such an answer."""
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        if draft is not None:
            told = told_beside(turn.text, str(draft.asked or ""), plan(FORMS[0]), draft.facts, clock.today())
            if draft.asked == "debtor_kind":
                told.pop("debtor_kind", None)  # a word in passing, of his own trade perhaps, does not answer that question
            if draft.stage != "claim" or not told or tells_apart(turn.text, draft.facts):
                return []
            facts = claim.merge(draft.facts, told)
            claim.keep(session, turn.sender, draft, facts, clock.now(), asked="" if draft.asked in told else None)
            return mirror(facts, turn.tracker.slots)
    if not tells_of_pay(normalise(turn.text), read_story(turn.text, clock.today())):
        return []  # no claim is told: a place and a trade alone would begin one that nobody asked for
    return mirror(hear_story(turn, "steps")[1], turn.tracker.slots)
