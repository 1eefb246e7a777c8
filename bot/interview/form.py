"""One step of a form: the state and a message in, the next state and the replies out. Pure."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.chinese.crew_total import waits
from bot.chinese.owed_count import counted_clause
from bot.chinese.story import read_story
from bot.chinese.unit_heads import with_head
from bot.chinese.values import Fact
from bot.interview.crew import is_told, merged
from bot.interview.district import PLACE, lacks_district, with_city
from bot.interview.length import other_day
from bot.interview.moves import Move
from bot.interview.questions import Plan, Question, is_half_told, is_relevant, next_slot, progress, remaining
from bot.interview.reading import read_aside
from bot.interview.turn import Heard, decide
from bot.interview.two_sides import DEBTOR, on_both_sides, one_side, without_debtor
from bot.interview.whole import in_new_days, is_whole, whole_time
from bot.interview.wishes import told_sum

STILL_OWED = re.compile("剩|还[欠差]")
NOTHING_OF_IT = re.compile("(?:全|都|分钱?)都?没(?:有)?(?:给|发|结)")
IN_WORDS = re.compile("[\u4e00-\u9fff]{2}")
FIRST = "debtor_kind"  # the question that others tell beside most often
PATIENCE = 2  # asides in a row after which that question is left open
MATTER = "matter"  # said in place of a response: words of content/matters, by their name
WHICH = "correction"  # asked when the worker wants to change something and has not said what


@dataclass(frozen=True)
class FormState:
    """Where a form stands: the facts, the slot asked now, those answered in order, misses and asides in a row."""

    facts: dict[str, Fact] = field(default_factory=dict)
    asked: str = ""
    answered: list[str] = field(default_factory=list)
    misses: int = 0
    asides: int = 0  # how often the question stayed open because other facts were told


@dataclass(frozen=True)
class Said:
    """A response of domain.yml by name, with its values; `facts` are to be put in words by the caller."""

    response: str
    values: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    choices: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Step:
    """What follows: the new state, what to say, whether rules must answer instead (`hand_over`), whether it is asked what to
    change (`which`), and whether the answer cannot be true and was not taken (`refused`)."""

    state: FormState
    say: list[Said] = field(default_factory=list)
    hand_over: bool = False
    which: bool = False
    refused: bool = False

    @property
    def complete(self) -> bool:
        """Whether nothing is left to ask."""
        return not self.state.asked and not self.hand_over and not self.which


def resume(plan: Plan, state: FormState) -> Step:
    """The form is entered or comes back from a digression: ask what was asked, or the next question."""
    asked = state.asked if plan.question(state.asked) else next_slot(plan, state.facts, state.answered) or ""
    return Step(replace(state, asked=asked))


def listen(plan: Plan, state: FormState, heard: Heard, today: date) -> Step:
    """The step that a message makes."""
    state = resume(plan, state).state
    whole = _whole_time(state, heard, today)
    move = Move("answer", facts=whole, slot="owed_period") if whole else decide(heard, state.asked, plan, state.facts, today)
    move = replace(move, facts=with_head(move.facts, heard.text)) if "debtor_name" in move.facts else move
    insists = move.kind == "nonsense" and heard.again and bool(state.misses) and bool(IN_WORDS.search(heard.text))
    step = _left_open(plan, state, heard) if insists else _STEPS[move.kind](plan, state, move, heard)
    return _two_sides(_with_other_day(plan, _paid_since(plan, state, step, move, heard.text), today))


def _two_sides(step: Step) -> Step:
    """Who owes is asked (again) where his name is that of the one who is owed."""
    if step.hand_over or not (name := on_both_sides(step.state.facts)):
        return step
    state = FormState(one_side(step.state.facts), DEBTOR, [slot for slot in step.state.answered if slot != DEBTOR])
    say = [replace(said, facts=without_debtor(said.facts)) for said in step.say if said.facts.keys() != {DEBTOR}]
    return Step(state, [*say, Said("utter_one_name_on_both_sides", {"worker": name})])


def _paid_since(plan: Plan, before: FormState, step: Step, move: Move, text: str) -> Step:
    """What is still owed is asked once more when a payment is told behind the sum: nothing is subtracted in silence. Who says
    that nothing of it was given (全都没给，就开头给过两千) has answered."""
    if NOTHING_OF_IT.search(text):
        return step
    paid, owed = move.facts.get("paid_amount"), before.facts.get("owed_amount")
    if paid is None or owed is None or step.hand_over or not plan.question("owed_amount"):
        return step
    if (now := move.facts.get("owed_amount")) and STILL_OWED.search(now.words):
        return step
    owed = now or owed
    nothing_new = paid == before.facts.get("paid_amount") or not (paid.value or paid.low)
    if nothing_new or not (owed.value or owed.low) or "owed_amount" not in step.state.facts:
        return step
    state = replace(step.state, asked="owed_amount", misses=0)
    return replace(step, state=state, say=[*step.say, Said("utter_paid_since", facts={"owed_amount": owed})])


def _with_other_day(plan: Plan, step: Step, today: date) -> Step:
    """The first or the last day too, where the other one and the length of the work give it."""
    days = other_day(step.state.facts, today) if not step.hand_over else {}
    if not days:
        return step
    facts = merged(step.state.facts, days)
    state = _advance(plan, step.state, facts) if step.state.asked in days else replace(step.state, facts=facts)
    return replace(step, state=state, say=[*step.say, Said("utter_understood", facts=days)])


def _whole_time(state: FormState, heard: Heard, today: date) -> dict[str, Fact]:
    """"全都没给" as the owed period: from the first to the last day, when both are known."""
    if state.asked != "owed_period" or heard.danger:
        return {}
    aside = {slot: fact for slot, fact in read_aside(heard.text, today).items() if slot in ("paid_amount", "pay_rate")}
    if (clause := counted_clause(heard.text)) and "owed_period" not in read_story(heard.text, today):
        return {**aside, "owed_period": Fact("vague", words=clause)}
    if not is_whole(heard.text):
        return {}
    paid = {slot: fact for slot, fact in aside.items() if slot == "paid_amount"}
    return {"owed_period": whole_time(heard.text, state.facts), **paid}


def _answer(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    if lacks_district(state.asked, move.facts, state.facts, state.answered):
        city = replace(state, facts=merged(state.facts, move.facts), answered=[*state.answered, state.asked], misses=0)
        return Step(city, [Said("utter_which_district", facts=dict(move.facts))])
    told = with_city(move.facts, state.facts) if state.asked == PLACE else move.facts
    joined = told != move.facts
    move = replace(move, facts=told)
    again = is_told(state.asked, state.facts) and state.asked in move.facts and not joined
    corrected = again or (bool(move.slot) and move.slot != state.asked)
    facts = in_new_days(merged(state.facts, move.facts), move.facts)
    say = []
    if corrected:
        say = [Said("utter_corrected", facts=move.facts)]
    elif len(move.facts) > 1:
        say = [Said("utter_understood", facts=move.facts)]
    if corrected and not again and state.asked not in move.facts:
        return Step(replace(state, facts=facts, misses=0), say)
    return Step(_advance(plan, state, facts), say)


def _aside(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """Other facts than the one asked: kept, and the question stays unless they have made it needless."""
    facts = in_new_days(merged(state.facts, move.facts), move.facts)
    question = plan.question(state.asked)
    if facts == state.facts and state.misses:
        return _nonsense(plan, state, move, heard)  # told before, and again no answer to the question
    say = [Said("utter_understood", facts={slot: facts.get(slot, fact) for slot, fact in move.facts.items()})]
    told = state.asked in move.facts and is_told(state.asked, facts)
    if question is None or told or not is_relevant(question, facts):
        return Step(_advance(plan, state, facts), say)
    if state.asides >= PATIENCE and state.asked == FIRST:
        left = Fact("unknown", words=heard.text)
        return Step(_advance(plan, state, merged(facts, {FIRST: left})), [*say, Said("utter_noted_unknown")])
    count_first = waits(facts.get(state.asked)) and "people_count" in remaining(plan, facts)
    asked = "people_count" if count_first else state.asked
    return Step(replace(state, facts=facts, asked=asked, misses=int(facts == state.facts), asides=state.asides + 1), say)


def _advance(plan: Plan, state: FormState, facts: Mapping[str, Fact]) -> FormState:
    """The asked question is done: note it and find the next."""
    answered = [*state.answered, *([state.asked] if state.asked and state.asked not in state.answered else [])]
    return FormState(dict(facts), next_slot(plan, facts, answered) or "", answered)


def _unknown(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    kind: Any = "unknown" if move.kind == "dont_know" else "skipped"
    old = state.facts.get(state.asked)
    kept = old is not None and old.state in ("known", "vague", "second_hand") and not waits(old) and _stays(plan, state, kind)
    fact = old if old is not None and kept else Fact(kind, words=heard.text)
    say = [Said("utter_noted_unknown")]
    if move.facts:
        say.append(Said("utter_understood", facts=move.facts))
    return Step(_advance(plan, state, merged(state.facts, {**move.facts, state.asked: fact})), say)


def _stays(plan: Plan, state: FormState, kind: str) -> bool:
    """Whether a value told before outlives 不知道 to its question: not after 上一题, unless only the rest of it is asked."""
    since_paid = state.asked == "owed_amount" and is_told("paid_amount", state.facts)
    return kind != "unknown" or state.asked in state.answered or since_paid or is_half_told(_question(plan, state), state.facts)


def _left_open(plan: Plan, state: FormState, heard: Heard) -> Step:
    """He says the same again and nobody understands it: his words are kept, and the next question comes."""
    facts = {**state.facts, state.asked: Fact("unknown", words=heard.text)} if state.asked not in state.facts else state.facts
    return Step(_advance(plan, state, facts), [Said("utter_left_open")])


def _back(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    earlier = [slot for slot in state.answered if slot != state.asked and plan.question(slot)]
    if not earlier:
        return Step(replace(state, misses=0), [Said("utter_at_first_question")])
    answered = [slot for slot in state.answered if slot != earlier[-1]]
    return Step(FormState(state.facts, earlier[-1], answered))


def _told_sum(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    told = told_sum(state.facts)
    return Step(state, [Said("utter_sum_told", facts=told) if told else Said("utter_sum_not_told")])


def _why(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    return Step(state, [Said("utter_why_asked", {"why": _question(plan, state).why})])


def _made_to_write(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """The sum that he is told to write is not taken; what is really owed is asked, where it is not known."""
    facts = merged(state.facts, move.facts)
    asks = plan.question("owed_amount") and not is_told("owed_amount", facts)
    say = [Said("utter_understood", facts=dict(move.facts))] if move.facts else []
    after = replace(state, facts=facts, asked="owed_amount" if asks else state.asked, misses=0)
    return Step(after, [*say, Said("made_to_write")])


def _says(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """Words alone, and the question again."""
    return Step(replace(state, misses=0), [Said(_WORDS[move.kind])])


def _matter(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    return Step(replace(state, misses=0), [Said(MATTER, {"name": move.reason})])


def _right(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    return Step(state)  # what was played back is right: the question again


def _correct(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    if move.slot:
        return Step(replace(state, asked=move.slot, misses=0))
    choices = plan.changes(state.facts)
    if not choices:
        return Step(state, [Said("utter_at_first_question")])
    return Step(state, [Said("utter_correct_which", choices=choices)], which=True)


def _clear(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """One fact goes, and its question is asked anew."""
    facts = {slot: fact for slot, fact in state.facts.items() if slot != move.slot}
    return Step(FormState(facts, move.slot, [slot for slot in state.answered if slot != move.slot]))


def _impossible(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    return refuse(plan, state, move)


def refuse(plan: Plan, state: FormState, move: Move) -> Step:
    """An answer that cannot be true: nothing is taken, it is said why (`utter_impossible_<move.reason>`) and asked again."""
    asked = move.slot if plan.question(move.slot) and move.slot in (state.asked, *state.facts) else state.asked
    return Step(replace(state, asked=asked), [Said(f"utter_impossible_{move.reason}")], refused=True)


def _nonsense(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    question = _question(plan, state)
    name = "utter_nonsense_once" if state.misses == 0 else "utter_nonsense_twice"
    return Step(replace(state, misses=state.misses + 1), [Said(name, {"why": question.why, "example": question.example})])


def _hand_over(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    if not move.facts:
        return Step(state, hand_over=True)
    facts = merged(state.facts, move.facts)
    return Step(_advance(plan, state, facts) if is_told(state.asked, facts) else replace(state, facts=facts), hand_over=True)


def _question(plan: Plan, state: FormState) -> Question:
    question = plan.question(state.asked)
    if question is None:
        raise KeyError(state.asked)
    return question


_WORDS = {"calm": "utter_all_is_well", "tired": "utter_asked_too_much", "other_worker": "utter_say_the_worker"}
_STEPS = {"answer": _answer, "dont_know": _unknown, "skip": _unknown, "back": _back, "why": _why, "correct": _correct,
          "impossible": _impossible, "nonsense": _nonsense, "hand_over": _hand_over,
          "aside": _aside, "made_to_write": _made_to_write, "told_sum": _told_sum, "right": _right, "calm": _says,
          "other_worker": _says, "matter": _matter, "tired": _says, "clear": _clear}


def step_and_of(plan: Plan, state: FormState) -> tuple[int, int]:
    """Progress of the question asked now."""
    return progress(plan, state.facts, state.answered, state.asked)
