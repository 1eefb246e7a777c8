"""A need is answered: help first, then at most one question. A story is played back and the claim form begins."""
from __future__ import annotations

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions import claim
from actions.common import Act, Turn, content, in_words, mirror, store
from actions.evidence import say_case_evidence
from actions.speech import has_matter, say_answer, say_beside, say_first_help, say_matter, say_second_needs
from actions.sums import say_sums
from bot import clock
from bot.cases import drafts
from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.filing.same_claim import set_aside
from bot.interview.begins import MONEY_FACTS, begins
from bot.interview.crew import own_sum_only
from bot.interview.reading import without_bare_papers


class ActionAnswer(Act):
    """Answers the need that the intent names."""

    called = "action_answer"

    def do(self, turn: Turn) -> list[EventType]:
        """Say the answer; begin the form when a claim was told."""
        events: list[EventType] = [SlotSet("fallback_count", 0)] if turn.tracker.get_slot("fallback_count") else []
        if turn.intent == "evidence_general" and say_case_evidence(turn):
            return events
        if turn.form and say_matter(turn, brief=True):
            return events
        if turn.form:
            say_answer(turn, content().answers[turn.intent], brief=True)
            say_sums(turn, turn.intent, _facts_of(turn))
            return events
        found, facts, begin = hear_story(turn, turn.intent)
        if found:
            turn.say("utter_play_back", facts=in_words(found))
        if begin:
            say_first_help(turn, facts)
            say_beside(turn)
            say_second_needs(turn, [turn.intent, *turn.message.get("second_needs", [])])
            return [*events, *mirror(facts, turn.tracker.slots), FollowupAction("wage_claim")]
        if not say_matter(turn):
            say_answer(turn, content().answers[turn.intent])
            say_sums(turn, turn.intent, facts)
            say_beside(turn)
        say_second_needs(turn, turn.message.get("second_needs", []))
        return [*events, *mirror(facts, turn.tracker.slots)]


def _facts_of(turn: Turn) -> dict[str, Fact]:
    with store().session(read_only=True) as session:
        return claim.facts_of(session, turn.sender)


def hear_story(turn: Turn, need: str) -> tuple[dict[str, Fact], dict[str, Fact], bool]:
    """(facts found in the text, all facts of the case, whether the claim form should begin now).

    Without a word of money a fact counts only when no question was asked and a case is in hand: it is told of that case.
    """
    found = own_sum_only(without_bare_papers(read_story(turn.text, clock.today())))
    begin = begins(need, turn.text, found) and (bool(MONEY_FACTS & found.keys()) or not has_matter(turn))
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        if begin and claim.is_another(draft, found):
            set_aside(session, turn.sender, clock.now())
            turn.say("utter_second_claim")
            draft = None
        goes_on = draft is not None and bool(draft.facts) and need not in content().answers
        if not begin and not goes_on and not (MONEY_FACTS & found.keys()):
            found = {}
        if claim.impossible_id(session, turn.sender, found.get("worker_id_number")):
            del found["worker_id_number"]
        facts = claim.merge(draft.facts if draft else {}, found)
        if begin and (draft is None or draft.stage == "claim"):
            facts = claim.with_words(facts, turn.text)
        if found:
            claim.keep(session, turn.sender, draft, facts, clock.now())
    return found, facts, begin
