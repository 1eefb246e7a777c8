"""After a filing: is it the filed claim that is told of, or another one? A claim of its own, or one clear question."""
from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType, FollowupAction, SlotSet
from sqlalchemy.orm import Session

from actions import claim
from actions.common import Turn, in_words, mirror, said_before, store
from actions.speech import say_first_help
from bot import clock
from bot.cases import drafts
from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.filing import same_claim
from bot.interview.crew import own_sum_only

QUESTION = "utter_which_claim"
#: what NLU may make of such words; danger, sessions, forms and answers to other questions go their own way
MAY_TELL = frozenset({
    "action_affirm", "action_answer", "action_ask_restart", "action_change_filing", "action_correct", "action_dont_know",
    "action_explain", "action_fallback", "action_inform", "action_keep", "action_papers", "action_repeat", "action_resume",
    "action_no_question",
})


def answer_another(turn: Turn, action: str) -> list[EventType] | None:
    """Take the answer to 是改这份,还是另外一份, or begin the further claim that the words speak of; None when they do neither."""
    if turn.form or action not in MAY_TELL or turn.message.get("danger"):
        return None
    said, another = same_claim.which(turn.text), same_claim.tells_another(turn.text)
    if not said and not another:
        return None
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        if draft is None or not draft.number:
            return None
        doubtful = same_claim.asks_which(session, turn.sender)
        if said == "same" and doubtful and _was_asked(turn):
            return [SlotSet("same_claim", same_claim.identity(draft.facts)), FollowupAction("action_preview")]
        if not another and not (said == "another" and doubtful):
            return None
        told = _told(turn) if another else {}
        since = same_claim.set_aside(session, turn.sender, clock.now())
        facts = told or (since if doubtful else {})
        if facts:
            claim.keep(session, turn.sender, None, claim.with_words(facts, turn.text), clock.now())
    turn.say("utter_second_claim")
    if told:
        turn.say("utter_play_back", facts=in_words(told))
        say_first_help(turn, facts)
    return [*_emptied(turn, facts), *mirror(facts, {}), SlotSet("same_claim", None), SlotSet("awaiting", None),
            FollowupAction("wage_claim")]


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


def _emptied(turn: Turn, facts: Mapping[str, Fact]) -> list[EventType]:
    """The slots of the former claim that the new one does not fill."""
    held = (slot for slot, value in turn.tracker.slots.items() if isinstance(value, dict) and "state" in value)
    return [SlotSet(slot, None) for slot in held if slot not in facts]


def _was_asked(turn: Turn) -> bool:
    last = said_before(turn.tracker.events)
    return any((event.get("metadata") or {}).get("utter_action") == QUESTION for event in last)
