"""What a worker may want at any time: what he told so far, its sum, or the one thing that matters today."""
from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions import claim
from actions.assessment import sentence
from actions.common import Turn, content, in_words, store
from actions.going_on import LEAVE_FORM
from bot import clock
from bot.cases import drafts
from bot.interview.wishes import all_told, asks_sum, asks_told, told_sum, wants_main_thing
from bot.law.assess import first_help


def answer_sum(turn: Turn) -> list[EventType] | None:
    """Say how much was told to be owed; None when that was not asked, or nothing was told of a claim."""
    if not asks_sum(turn.text):
        return None
    with store().session(read_only=True) as session:
        facts = claim.facts_of(session, turn.sender)
    if not facts:
        return None
    told = told_sum(facts)
    if told:
        turn.say("utter_sum_told", facts=in_words(told))
    else:
        turn.say("utter_sum_not_told")
    return []


def answer_told(turn: Turn) -> list[EventType] | None:
    """Play back all that was noted; None when that was not asked, or nothing was told of a claim."""
    if not asks_told(turn.text):
        return None
    with store().session(read_only=True) as session:
        told = all_told(claim.facts_of(session, turn.sender))
    if not told:
        return None
    turn.say("utter_play_back", facts=in_words(told))
    return []


def answer_main_thing(turn: Turn) -> list[EventType] | None:
    """The last day that is near and the door, else the one thing for today; the form is left, all is kept.

    None when he did not ask for it, or has told of no claim.
    """
    if not wants_main_thing(turn.text):
        return None
    with store().session(read_only=True) as session:
        draft = drafts.load(session, turn.sender)
    if draft is None:
        return None
    found = first_help(draft.facts, clock.today())
    lines = [sentence(found.today_thing, found.values)]
    if found.near:
        lines = [sentence(found.near.key, found.near.values), sentence(found.door, found.values)]
    words = content().words["today"]
    turn.teach("\n".join([*(text for text, _ in lines), words["kept"]]), [law for _, laws in lines for law in laws],
               [(word, word) for word in words["next"]])
    return [*(LEAVE_FORM if turn.form else []), SlotSet("awaiting", None)]
