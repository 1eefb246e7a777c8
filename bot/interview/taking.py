"""Steps that take what was told: an answer, other facts beside the question, 不知道, words that nobody understands."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.chinese.answers import TEXT_SLOTS
from bot.chinese.crew_total import waits
from bot.chinese.values import Fact
from bot.interview.crew import is_told, merged
from bot.interview.district import PLACE, lacks_district, with_city
from bot.interview.moves import Move
from bot.interview.names import is_sure_name
from bot.interview.questions import Plan, is_half_told, is_relevant, remaining
from bot.interview.replies import nonsense
from bot.interview.step import FormState, Said, Step, advance, asked_question
from bot.interview.turn import Heard
from bot.interview.whole import other_months

FIRST = "debtor_kind"  # the question that others tell beside most often
PATIENCE = 2  # asides in a row after which that question is left open


def take_answer(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """The fact asked, with what was told beside it; a city without its district is asked once more."""
    if lacks_district(state.asked, move.facts, state.facts, state.answered):
        city = replace(state, facts=merged(state.facts, move.facts), answered=[*state.answered, state.asked], misses=0)
        return Step(city, [Said("utter_which_district", facts=dict(move.facts))])
    told = with_city(move.facts, state.facts) if state.asked == PLACE else move.facts
    joined = told != move.facts
    move = replace(move, facts=told)
    again = is_told(state.asked, state.facts) and state.asked in move.facts and not joined
    corrected = again or (bool(move.slot) and move.slot != state.asked)
    facts = merged(state.facts, move.facts)
    played = {**move.facts, **other_months(state.facts, move.facts, facts)}
    more = len(played) > 1 or played != move.facts or _is_unsure(state.asked, move.facts)
    say = [Said("utter_corrected" if corrected else "utter_understood", facts=played)] if corrected or more else []
    if corrected and not again and state.asked not in move.facts:
        return Step(replace(state, facts=facts, misses=0), say)
    return Step(advance(plan, state, facts), say)


def _is_unsure(asked: str, told: Mapping[str, Fact]) -> bool:
    """Whether the answer is a name that nobody knows for one: it is said back."""
    fact = told.get(asked)
    return asked in TEXT_SLOTS and fact is not None and isinstance(fact.value, str) and not is_sure_name(asked, fact.value)


def take_aside(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """Other facts than the one asked: kept, and the question stays unless they have made it needless."""
    facts = merged(state.facts, move.facts)
    question = plan.question(state.asked)
    if facts == state.facts and state.misses:
        return nonsense(plan, state, move, heard)  # told before, and again no answer to the question
    played = {slot: facts.get(slot, fact) for slot, fact in move.facts.items()}
    say = [Said("utter_understood", facts={**played, **other_months(state.facts, move.facts, facts)})]
    told = state.asked in move.facts and is_told(state.asked, facts)
    if question is None or told or not is_relevant(question, facts):
        return Step(advance(plan, state, facts), say)
    if state.asides >= PATIENCE and state.asked == FIRST:
        left = Fact("unknown", words=heard.text)
        return Step(advance(plan, state, merged(facts, {FIRST: left})), [*say, Said("utter_noted_unknown")])
    count_first = waits(facts.get(state.asked)) and "people_count" in remaining(plan, facts)
    asked = "people_count" if count_first else state.asked
    return Step(replace(state, facts=facts, asked=asked, misses=int(facts == state.facts), asides=state.asides + 1), say)


def take_unknown(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """不知道 or 跳过: noted, unless a value told before stays."""
    kind: Any = "unknown" if move.kind == "dont_know" else "skipped"
    if move.slot != state.asked:  # of another question: that one is left out, this one stays
        told = {move.slot: state.facts.get(move.slot) or Fact(kind, words=heard.text)}
        return Step(replace(state, facts=merged(state.facts, told), misses=0), [Said("utter_noted_unknown")])
    old = state.facts.get(state.asked)
    kept = old is not None and old.state in ("known", "vague", "second_hand") and not waits(old) and _stays(plan, state, kind)
    fact = old if old is not None and kept else Fact(kind, words=heard.text)
    say = [Said("utter_noted_unknown")]
    if move.facts:
        say.append(Said("utter_understood", facts=move.facts))
    return Step(advance(plan, state, merged(state.facts, {**move.facts, state.asked: fact})), say)


def _stays(plan: Plan, state: FormState, kind: str) -> bool:
    """Whether a value told before outlives 不知道 to its question: not after 上一题, unless only the rest of it is asked."""
    since_paid = state.asked == "owed_amount" and is_told("paid_amount", state.facts)
    if kind != "unknown" or state.asked in state.answered or since_paid:
        return True
    return is_half_told(asked_question(plan, state), state.facts)


def left_open(plan: Plan, state: FormState, heard: Heard) -> Step:
    """He says the same again and nobody understands it: his words are kept, and the next question comes."""
    facts = {**state.facts, state.asked: Fact("unknown", words=heard.text)} if state.asked not in state.facts else state.facts
    return Step(advance(plan, state, facts), [Said("utter_left_open")])


def not_written(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """The sum that he is told to write is not taken; what is really owed is asked, where it is not known."""
    facts = merged(state.facts, move.facts)
    asks = plan.question("owed_amount") and not is_told("owed_amount", facts)
    say = [Said("utter_understood", facts=dict(move.facts))] if move.facts else []
    after = replace(state, facts=facts, asked="owed_amount" if asks else state.asked, misses=0)
    return Step(after, [*say, Said("made_to_write")])
