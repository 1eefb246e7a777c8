"""What is seen after every step of a form: one name on both sides, a payment behind the sum, the other day of a length."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.interview.crew import merged
from bot.interview.length import other_day
from bot.interview.moves import Move
from bot.interview.questions import Plan
from bot.interview.step import FormState, Said, Step, advance
from bot.interview.two_sides import DEBTOR, on_both_sides, one_side, without_debtor

STILL_OWED = re.compile("剩|还[欠差]")
NOTHING_OF_IT = re.compile("(?:全|都|分钱?)都?没(?:有)?(?:给|发|结)")


def one_side_only(step: Step) -> Step:
    """Who owes is asked (again) where his name is that of the one who is owed."""
    if step.hand_over or not (name := on_both_sides(step.state.facts)):
        return step
    state = FormState(one_side(step.state.facts), DEBTOR, [slot for slot in step.state.answered if slot != DEBTOR])
    say = [replace(said, facts=without_debtor(said.facts)) for said in step.say if said.facts.keys() != {DEBTOR}]
    return Step(state, [*say, Said("utter_one_name_on_both_sides", {"worker": name})])


def paid_since(plan: Plan, before: FormState, step: Step, move: Move, text: str) -> Step:
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


def with_other_day(plan: Plan, step: Step, today: date) -> Step:
    """The first or the last day too, where the other one and the length of the work give it."""
    days = other_day(step.state.facts, today) if not step.hand_over else {}
    if not days:
        return step
    facts = merged(step.state.facts, days)
    state = advance(plan, step.state, facts) if step.state.asked in days else replace(step.state, facts=facts)
    return replace(step, state=state, say=[*step.say, Said("utter_understood", facts=days)])
