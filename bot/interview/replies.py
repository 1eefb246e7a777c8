"""Steps that take no answer: the question before, why it is asked, what was told so far, nonsense, a question for the rules."""
from __future__ import annotations

from dataclasses import replace

from bot.interview.crew import is_told, merged
from bot.interview.moves import Move
from bot.interview.questions import Plan
from bot.interview.step import FormState, Said, Step, advance, asked_question
from bot.interview.turn import Heard
from bot.interview.wishes import all_told, told_sum

MATTER = "matter"  # said in place of a response: words of content/matters, by their name
#: all is well after all; he is tired of the questions; another worker is meant, whom that form does not ask for
SAYS = {"calm": "utter_all_is_well", "tired": "utter_asked_too_much", "other_worker": "utter_say_the_worker"}


def back(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """上一题: the question answered before this one."""
    earlier = [slot for slot in state.answered if slot != state.asked and plan.question(slot)]
    if not earlier:
        return Step(replace(state, misses=0), [Said("utter_at_first_question")])
    answered = [slot for slot in state.answered if slot != earlier[-1]]
    return Step(FormState(state.facts, earlier[-1], answered))


def say_told(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """All that was noted so far, or its sum alone, and the question again."""
    if move.kind == "told_sum":
        told, yes, no = told_sum(state.facts), "utter_sum_told", "utter_sum_not_told"
    else:
        told, yes, no = all_told(state.facts), "utter_play_back", "utter_no_facts_yet"
    return Step(state, [Said(yes, facts=told) if told else Said(no)])


def say_why(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """Why it is asked."""
    return Step(state, [Said("utter_why_asked", {"why": asked_question(plan, state).why})])


def only_said(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """What is said beside the question, which then comes again."""
    return Step(replace(state, misses=0), [Said(SAYS[move.kind])])


def matter(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """A short answer of content/matters, and the question again."""
    return Step(replace(state, misses=0), [Said(MATTER, {"name": move.reason})])


def played_back_right(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """What was played back is right: the question again."""
    return Step(state)


def correct(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """The fact that he wants to change is asked; without its name, which one."""
    if move.slot:
        return Step(replace(state, asked=move.slot, misses=0))
    choices = plan.changes(state.facts)
    if not choices:
        return Step(state, [Said("utter_at_first_question")])
    return Step(state, [Said("utter_correct_which", choices=choices)], which=True)


def clear(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """One fact goes, and its question is asked anew."""
    facts = {slot: fact for slot, fact in state.facts.items() if slot != move.slot}
    return Step(FormState(facts, move.slot, [slot for slot in state.answered if slot != move.slot]))


def impossible(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """An answer that cannot be true."""
    return refuse(plan, state, move)


def refuse(plan: Plan, state: FormState, move: Move) -> Step:
    """An answer that cannot be true: nothing is taken, it is said why (`utter_impossible_<move.reason>`) and asked again."""
    asked = move.slot if plan.question(move.slot) and move.slot in (state.asked, *state.facts) else state.asked
    return Step(replace(state, asked=asked), [Said(f"utter_impossible_{move.reason}")], refused=True)


def nonsense(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """Nothing was understood: once, then with why it is asked and an example."""
    question = asked_question(plan, state)
    name = "utter_nonsense_once" if state.misses == 0 else "utter_nonsense_twice"
    return Step(replace(state, misses=state.misses + 1), [Said(name, {"why": question.why, "example": question.example})])


def hand_over(plan: Plan, state: FormState, move: Move, heard: Heard) -> Step:
    """Rules answer; what was told beside the question is kept."""
    if not move.facts:
        return Step(state, hand_over=True)
    facts = merged(state.facts, move.facts)
    return Step(advance(plan, state, facts) if is_told(state.asked, facts) else replace(state, facts=facts), hand_over=True)
