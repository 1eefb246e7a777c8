"""After a filing: is it the filed claim that is told of, or another one? A claim of its own, or one clear question."""
from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType, FollowupAction, SlotSet
from sqlalchemy.orm import Session

from actions import claim
from actions.another_slots import slots_of
from actions.apart import keep_apart, told_before
from actions.common import Turn, asked_last, in_words, store
from actions.complaint import complaint_fits
from actions.speech import say_first_help
from actions.way_back import with_aside
from bot import clock
from bot.cases import drafts
from bot.chinese.another_claim import tells_another, which
from bot.chinese.story import read_story
from bot.chinese.values import OTHER_CLAIM, Fact
from bot.filing import same_claim
from bot.interview.crew import own_sum_only

QUESTION = "utter_which_claim"


def answer_another(turn: Turn) -> list[EventType] | None:
    """Take the answer to 是改这份,还是另外一份, or begin the further claim that the words speak of; None when they do neither."""
    said, another = which(turn.text), tells_another(turn.text)
    before = (_instead_of_the_unfit(turn) if another else None) or keep_apart(turn)
    if before is not None or (not said and not another):
        return before
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        if draft is None or not draft.number:
            return None
        doubtful = same_claim.asks_which(session, turn.sender)
        if said == "same" and doubtful and asked_last(turn.tracker.events, QUESTION):
            return [SlotSet("same_claim", same_claim.identity(draft.facts)), FollowupAction("action_preview")]
        if not another and not (said == "another" and doubtful):
            return None
        told, words = (_told(turn), turn.text) if another else ({}, "")
        if another and not told:
            told, words = told_before(draft.facts)
        since = same_claim.set_aside(session, turn.sender, clock.now())
        facts = told or (since if doubtful else {})
        if facts:
            claim.keep(session, turn.sender, None, claim.with_words(facts, words or turn.text), clock.now())
    turn.say("utter_second_claim")
    if told:
        turn.say("utter_play_back", facts=in_words(told))
        say_first_help(turn, facts)
    return [*slots_of(turn, facts), SlotSet("same_claim", None), SlotSet("awaiting", None),
            FollowupAction("wage_claim")]


def _instead_of_the_unfit(turn: Turn) -> list[EventType] | None:
    """Begin the claim that was kept apart in place of one that no complaint fits (a household's): that is never filed. None when
    it is not so, or when these words tell another claim themselves."""
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        if draft is None or draft.number or complaint_fits(draft.facts) or _told(turn):
            return None
        facts, words = told_before(draft.facts)
        if not facts:
            return None
        drafts.start_new(session, turn.sender, clock.now())
        aside = {slot: fact for slot, fact in draft.facts.items() if slot != OTHER_CLAIM}
        claim.keep(session, turn.sender, None, with_aside(claim.with_words(facts, words), aside), clock.now())
    turn.say("utter_play_back", facts=in_words(facts))
    turn.say("utter_put_aside")
    say_first_help(turn, facts)
    return [*slots_of(turn, facts), SlotSet("awaiting", None), FollowupAction("wage_claim")]


def asks_which(turn: Turn, session: Session, facts: Mapping[str, Fact]) -> bool:
    """Ask whether the filed claim is to be changed, when it may have become another one and he has not said so yet."""
    if turn.tracker.get_slot("same_claim") == same_claim.identity(facts) or not same_claim.asks_which(session, turn.sender):
        return False
    draft = drafts.load(session, turn.sender)
    slots = ("debtor_name", "debtor_kind", "work_place", "owed_amount")
    told = {slot: facts[slot] for slot in slots if slot in facts}
    turn.say("utter_understood", facts=in_words(told))
    turn.say("utter_which_claim", receipt=draft.number if draft else "")
    return True


def _told(turn: Turn) -> dict[str, Fact]:
    return dict(own_sum_only(read_story(turn.text, clock.today())))
