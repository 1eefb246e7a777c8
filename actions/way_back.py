"""A claim that was put aside for another one, and never filed: kept whole beside it, and taken in hand again on a word."""
from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType, FollowupAction, SlotSet
from sqlalchemy.orm import Session

from actions.another_slots import slots_of
from actions.common import Turn, in_words, store
from actions.going_on import LEAVE_FORM
from bot import clock
from bot.cases import drafts
from bot.chinese.values import PUT_ASIDE, Fact
from bot.interview.back import goes_back


def with_aside(facts: Mapping[str, Fact], aside: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts of the claim in hand, with those of the one put aside kept whole in a fact of their own."""
    kept = {slot: fact.to_json() for slot, fact in aside.items() if slot != PUT_ASIDE}
    return {**facts, PUT_ASIDE: Fact("known", value=kept)} if kept else dict(facts)


def aside_of(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts of the claim that was put aside; empty when there is none."""
    kept = facts.get(PUT_ASIDE)
    told = kept.value if kept and isinstance(kept.value, dict) else {}
    return {slot: Fact.from_json(fact) for slot, fact in told.items()}


def answer_back(turn: Turn) -> list[EventType] | None:
    """Change places with the claim put aside, when he says so; None when he does not, or none was put aside."""
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        aside = aside_of(draft.facts) if draft else {}
        if draft is None or not aside or not goes_back(turn.text, draft.facts):
            return None
        facts = _in_hand(session, turn, draft.facts, aside, filed=bool(draft.number))
    turn.say("utter_back_to_it")
    turn.say("utter_play_back", facts=in_words(aside))
    return [*slots_of(turn, facts), *LEAVE_FORM, SlotSet("awaiting", None), FollowupAction("wage_claim")]


def _in_hand(session: Session, turn: Turn, now: Mapping[str, Fact], aside: Mapping[str, Fact], filed: bool) -> dict[str, Fact]:
    """The claim that was put aside, saved as the one in hand; a filed one stays as it was filed, any other changes places."""
    if filed:
        drafts.start_new(session, turn.sender, clock.now())
    facts = dict(aside) if filed else with_aside(aside, now)
    drafts.save(session, turn.sender, facts=facts, form="wage_claim", asked=None, answered=[], stage="claim", now=clock.now())
    return facts
