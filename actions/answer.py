"""A need is answered: help first, then at most one question. A story is played back and the claim form begins."""
from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions import claim
from actions.common import Act, Turn, content, in_words, mirror, store
from actions.evidence import say_case_evidence
from actions.speech import has_matter, say_answer, say_beside, say_first_help, say_in_place, say_matter, say_second_needs
from actions.sums import say_sums
from bot import clock
from bot.cases import drafts
from bot.chinese.impossible import no_such_day
from bot.chinese.normalise import normalise
from bot.chinese.story import read_story
from bot.chinese.unit_heads import with_head
from bot.chinese.values import Fact
from bot.filing.same_claim import set_aside
from bot.interview.begins import MONEY_FACTS, begins
from bot.interview.crew import own_sum_only
from bot.interview.pages import Page, page
from bot.interview.reading import is_question, without_bare_papers
from bot.nlu.matters import find_matter

OF_THE_WORK = {"debtor_kind", "debtor_name", "work_place", "project_name", "industry"}
A_PIECE = 40  # signs: a longer message is a story of its own
SAD = {"worker_died", "debtor_died"}  # of content/matters
PIECES = 2  # messages before this one


class ActionAnswer(Act):
    """Answers the need that the intent names."""

    called = "action_answer"

    def do(self, turn: Turn) -> list[EventType]:
        """Say the answer; begin the form when a claim was told."""
        told = page(turn.intent, turn.message.get("second_needs", []), turn.text)
        need = told.need
        events: list[EventType] = [SlotSet("fallback_count", 0)] if turn.tracker.get_slot("fallback_count") else []
        if need == "evidence_general" and say_case_evidence(turn):
            return events
        if turn.form and say_matter(turn, brief=True):
            return events
        if turn.form and say_in_place(turn):
            return events
        if turn.form:
            say_answer(turn, content().answers[need], brief=True)
            say_sums(turn, need, _facts_of(turn))
            return events
        found, facts, begin = hear_story(turn, need)
        if found:
            turn.say("utter_play_back", facts=in_words(found))
        if found and no_such_day(normalise(turn.text)):
            turn.say("utter_day_left_out")
        if begin:
            _say_begun(turn, facts, told)
            return [*events, *mirror(facts, turn.tracker.slots), FollowupAction("wage_claim")]
        if not say_matter(turn) and (found or not say_in_place(turn)):
            say_answer(turn, content().answers[need])
            say_sums(turn, need, facts)
            say_age(turn, told.lines)
            say_beside(turn)
        say_second_needs(turn, [] if is_sad(turn.text) else list(told.second))
        return [*events, *mirror(facts, turn.tracker.slots)]


def _say_begun(turn: Turn, facts: dict[str, Fact], told: Page) -> None:
    """The first help for a claim that was told, and what stands beside it; a death is spoken of before all else."""
    if is_sad(turn.text):
        say_beside(turn)
        say_first_help(turn, facts)
        return
    say_first_help(turn, facts)
    say_age(turn, told.lines)
    say_beside(turn)
    say_second_needs(turn, [told.need, *told.second])


def is_sad(text: str) -> bool:
    """Whether somebody died: further needs are then not gone into."""
    return find_matter(text) in SAD


def say_age(turn: Turn, lines: tuple[str, ...]) -> None:
    """The lines of content/words/ages.yml for somebody of sixteen or seventeen, and for somebody at school."""
    for line in lines:
        words = content().words["ages"][line]
        turn.teach(words["text"], words["laws"])


def _facts_of(turn: Turn) -> dict[str, Fact]:
    with store().session(read_only=True) as session:
        return claim.facts_of(session, turn.sender)


def _just_told(turn: Turn) -> dict[str, Fact]:
    """Where and for whom he works, when the two messages before this one told it and asked nothing (我在酒楼洗碗): a story comes
    in pieces, and what was told before the word of money shall not be asked again."""
    return {slot: fact for slot, fact in told_before(turn, A_PIECE).items() if slot in OF_THE_WORK}


def told_before(turn: Turn, longest: int) -> dict[str, Fact]:
    """The facts in the two messages before this one, each of at most `longest` signs, that asked nothing."""
    typed = [event for event in turn.tracker.events if event.get("event") == "user"]
    found: dict[str, Fact] = {}
    for event in typed[-1 - PIECES:-1]:
        text = str(event.get("text") or "")
        if text and len(text) <= longest and not is_question(text) and not (event.get("parse_data") or {}).get("danger"):
            found |= read_story(text, clock.today())
    return found


def _but_the_paper_in_hand(turn: Turn, found: dict[str, Fact], facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The words of the bot's own button after an IOU (他不肯写欠条怎么办) ask what to do next: the IOU that is there stays."""
    held = facts.get("has_iou")
    asked = held is not None and held.value is True and turn.text in content().words["photos"]["iou"]["after"]
    return {slot: fact for slot, fact in found.items() if slot != "has_iou"} if asked else found


def hear_story(turn: Turn, need: str) -> tuple[dict[str, Fact], dict[str, Fact], bool]:
    """(facts found in the text, all facts of the case, whether the claim form should begin now).

    Without a word of money a fact counts only when no question was asked and a case is in hand: it is told of that case.
    """
    found = own_sum_only(with_head(without_bare_papers(read_story(turn.text, clock.today())), turn.text))
    told_before = _just_told(turn)
    begin = begins(need, turn.text, found) and (bool(MONEY_FACTS & found.keys()) or not has_matter(turn))
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        found = _but_the_paper_in_hand(turn, found, draft.facts if draft else {})
        if begin and claim.is_another(draft, found):
            set_aside(session, turn.sender, clock.now())
            turn.say("utter_second_claim")
            draft = None
        if begin and (draft is None or not draft.facts):
            found = {**told_before, **found}
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
