"""One step of a form: the state and a message in, the next state and the replies out. Pure."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.chinese.owed_count import count_of_months
from bot.chinese.story import read_story
from bot.chinese.unit_heads import with_head
from bot.chinese.values import Fact
from bot.interview import replies, taking
from bot.interview.after_step import one_side_only, paid_since, with_other_day
from bot.interview.moves import Move
from bot.interview.questions import Plan, next_slot, progress
from bot.interview.reading import read_aside
from bot.interview.step import FormState, Step
from bot.interview.turn import Heard, decide
from bot.interview.whole import is_whole, whole_time

IN_WORDS = re.compile("[\u4e00-\u9fff]{2}")


_STEPS = {
    "answer": taking.take_answer, "aside": taking.take_aside, "dont_know": taking.take_unknown, "skip": taking.take_unknown,
    "made_to_write": taking.not_written, "back": replies.back, "why": replies.say_why, "correct": replies.correct,
    "impossible": replies.impossible, "nonsense": replies.nonsense, "hand_over": replies.hand_over,
    "told": replies.say_told, "told_sum": replies.say_told, "right": replies.played_back_right,
    "matter": replies.matter, "clear": replies.clear, **dict.fromkeys(replies.SAYS, replies.only_said),
}


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
    step = taking.left_open(plan, state, heard) if insists else _STEPS[move.kind](plan, state, move, heard)
    return one_side_only(with_other_day(plan, paid_since(plan, state, step, move, heard.text), today))


def _whole_time(state: FormState, heard: Heard, today: date) -> dict[str, Fact]:
    """"全都没给" as the owed period: from the first to the last day, when both are known."""
    if state.asked != "owed_period" or heard.danger:
        return {}
    aside = {slot: fact for slot, fact in read_aside(heard.text, today).items() if slot in ("paid_amount", "pay_rate")}
    if (counted := read_story(heard.text, today).get("owed_period")) and count_of_months(counted.words):
        return {**aside, "owed_period": counted}
    if not is_whole(heard.text):
        return {}
    paid = {slot: fact for slot, fact in aside.items() if slot == "paid_amount"}
    return {"owed_period": whole_time(heard.text, state.facts), **paid}


def step_and_of(plan: Plan, state: FormState) -> tuple[int, int]:
    """Progress of the question asked now."""
    return progress(plan, state.facts, state.answered, state.asked)
