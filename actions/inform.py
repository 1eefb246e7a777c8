"""Words outside a form without a need: the answer to the question left open, a story, or what nobody foresaw."""
from __future__ import annotations

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions import claim
from actions.answer import OF_THE_WORK, hear_story
from actions.common import Act, Turn, in_words, mirror, store
from actions.fallback import fall_back
from actions.open_question import answer_open_question
from actions.speech import say_first_help
from bot import clock
from bot.cases import drafts
from bot.chinese.story import read_story
from bot.interview.alone import read_alone
from bot.interview.reading import is_question

ALONE = {"has_contract", "already_tried"}
ENOUGH = 2  # facts of the work; one alone is too little to go by
PERSONAL = {"worker_name", "worker_phone", "worker_id_number", "debtor_phone"}


class ActionInform(Act):
    """Takes the facts and goes on with the form."""

    called = "action_inform"

    def do(self, turn: Turn) -> list[EventType]:
        """Facts kept; the form asks next. Without any fact: the fallback."""
        if turn.form:
            return fall_back(turn)
        answered = answer_open_question(turn)
        if answered:
            return [FollowupAction(answered)]
        found, facts, begin = hear_story(turn, turn.intent)
        if not found and not begin:
            return _noted_again(turn) or _hear_work(turn) or fall_back(turn)
        if (found and not found.keys() - PERSONAL) or (found and _is_assessed(turn)):
            turn.say("utter_noted", facts=in_words(found))
            return mirror(facts, turn.tracker.slots)
        if found:
            turn.say("utter_play_back", facts=in_words(found))
        say_first_help(turn, facts)
        return [*mirror(facts, turn.tracker.slots), FollowupAction("wage_claim")]


def _noted_again(turn: Turn) -> list[EventType]:
    """One fact alone (没签, 问过老板两次), told of an assessed claim: kept and said back; no events for other words."""
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        if draft is None or draft.stage == "claim":
            return []
        told = {slot: fact for slot, fact in read_alone(turn.text, "", clock.today()).items() if slot in ALONE}
        if not told:
            return []
        facts = claim.merge(draft.facts, told)
        claim.keep(session, turn.sender, draft, facts, clock.now())
    turn.say("utter_noted", facts=in_words(told))
    return mirror(facts, turn.tracker.slots) or [SlotSet("fallback_count", 0)]


def _hear_work(turn: Turn) -> list[EventType]:
    """Where and for whom he works, told before any word of money: said back, and asked for the money. The next message is
    read together with it (`hear_story`). Empty when that was not told."""
    told = {} if is_question(turn.text) else read_story(turn.text, clock.today())
    work = {slot: fact for slot, fact in told.items() if slot in OF_THE_WORK}
    if len(work) < ENOUGH or turn.message.get("danger_doubt"):
        return []
    turn.say("utter_heard_work", facts=in_words(work))
    return [SlotSet("fallback_count", 0)]


def _is_assessed(turn: Turn) -> bool:
    """Whether the claim was told and assessed already: a later fact is noted, the help is not said again."""
    with store().session(read_only=True) as session:
        draft = drafts.load(session, turn.sender)
    return draft is not None and draft.stage != "claim"


class ActionFallback(ActionInform):
    """What no rule foresees may still be a story: facts first, then guesses, a search, a person."""

    called = "action_fallback"
