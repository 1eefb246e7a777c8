"""Another debtor told before this claim is filed: kept apart with its sum and proof, and offered after the filing."""
from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType, SlotSet

from actions import claim
from actions.common import Turn, in_words, store
from bot import clock
from bot.cases import drafts
from bot.chinese.another_claim import on_whose_side, owes_too, says_more, tells_another, which
from bot.chinese.story import read_story
from bot.chinese.values import OTHER_CLAIM, Fact
from bot.filing import same_claim
from bot.interview.crew import own_sum_only
from bot.interview.wrong import says_wrong

ONE_CLAIM = ("owed_amount", "debtor_name")  # one of them is told: there is a claim which another may be mixed with


def tells_apart(text: str, facts: Mapping[str, Fact]) -> bool:
    """Whether words speak of another debtor than the claim with these facts: they say so, or name another one with another
    sum. Not when he takes back what he said."""
    if not facts.keys() & set(ONE_CLAIM) or says_wrong(text) or which(text) == "same":
        return False
    found = read(text)
    named = all(same_claim.is_other({slot: facts[slot]}, {slot: found[slot]}) if slot == "debtor_name"
                else facts[slot].value != found[slot].value
                for slot in ONE_CLAIM if slot in facts and slot in found) and set(ONE_CLAIM) <= facts.keys() & found.keys()
    return tells_another(text) or (named and says_more(text)) or _owes_too(text, facts, found)


def _owes_too(text: str, facts: Mapping[str, Fact], found: Mapping[str, Fact]) -> bool:
    """Whether somebody named owes him another sum too (宏福家政公司也欠我4200), where nobody was named before."""
    told = owes_too(text) and set(ONE_CLAIM) <= found.keys() and "debtor_name" not in facts and "owed_amount" in facts
    return told and found["owed_amount"].value != facts["owed_amount"].value


def read(text: str) -> dict[str, Fact]:
    """The facts of the other claim in its words."""
    found = dict(own_sum_only(read_story(text, clock.today())))
    name = on_whose_side(text)
    if name and "debtor_name" not in found:
        found = {"debtor_name": Fact("known", value=name, words=name), **found}
    return found


def with_other(facts: Mapping[str, Fact], text: str) -> dict[str, Fact]:
    """The facts of the claim in hand with the words about the other one; a bare 还有一家 replaces no words that tell more."""
    if not read(text) and OTHER_CLAIM in facts:
        return dict(facts)
    return {**facts, OTHER_CLAIM: Fact("known", value=text)}


def told_before(facts: Mapping[str, Fact]) -> tuple[dict[str, Fact], str]:
    """(facts of the other claim, its words) as they were kept; empty when none was told."""
    kept = facts.get(OTHER_CLAIM)
    return (read(str(kept.value)), str(kept.value)) if kept else ({}, "")


def keep_apart(turn: Turn) -> list[EventType] | None:
    """Outside a form: keep another claim apart from the one in hand that was never filed; None when none is told."""
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        if draft is None or draft.number or not tells_apart(turn.text, draft.facts):
            return None
        claim.keep(session, turn.sender, draft, with_other(draft.facts, turn.text), clock.now())
    say_apart(turn)
    return [SlotSet("awaiting", None)]


def say_apart(turn: Turn) -> None:
    """That the other claim was heard and does not stand in this one."""
    found = read(turn.text)
    if found:
        turn.say("utter_kept_apart", facts=in_words(found))
    else:
        turn.say("utter_kept_apart_bare")


def offer_other(turn: Turn, facts: Mapping[str, Fact]) -> None:
    """After the filing: the other claim, and how to register it."""
    found, _ = told_before(facts)
    if found:
        turn.say("utter_other_claim_next", facts=in_words(found))
