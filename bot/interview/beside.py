"""What is told beside the question: facts of other questions, and what was told before, again or with another value."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.chinese.crew_total import crew_total
from bot.chinese.impossible import bounds
from bot.chinese.values import Fact
from bot.chinese.yes_no import bare
from bot.interview.alone import months_beside, read_alone
from bot.interview.corrections import WORK_TIME
from bot.interview.crew import own_sum_only
from bot.interview.length import DAYS_WORKED, WORKED, read_length
from bot.interview.moves import Move
from bot.interview.names import place_instead
from bot.interview.questions import Plan
from bot.interview.reading import is_question, more_of, read_aside

A_SENTENCE = 12  # signs: a longer message tells more than another value
CORRECTABLE = {"start_date", "end_date", "pay_rate", "people_count", "has_iou", "has_contract"}  # by a plain other value


def told_beside(text: str, asked: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    """The facts of other questions in the text that are still open, also when one of them is all that the text says."""
    alone = {slot: fact for slot, fact in read_alone(text, asked, today).items()
             if plan.question("start_date" if slot == WORKED else slot)}
    if asked in WORK_TIME and not alone and (length := read_length(f"干了{bare(text)}", today)):
        alone = {WORKED: replace(length, words=text)}  # 四十天
    aside = read_aside(text, today)
    if DAYS_WORKED in aside:
        alone.pop(WORKED, None)  # one and the same: 做了42天
    alone = {**months_beside(text, asked, facts, today), **alone}
    if crew_total(aside.get("people_count")):
        alone.pop("people_count", None)  # 三个人,共欠4万5,我自己1万5: the story keeps both sums
    found = own_sum_only({**aside, **alone, **place_instead(asked, text, today)}, facts)
    read = {slot: more_of(slot, fact, facts, text) for slot, fact in found.items()}
    return own_sum_only({slot: fact for slot, fact in read.items() if fact}, facts)


def _is_the_same(slot: str, told: Fact, known: Fact) -> bool:
    """Whether a fact tells nothing else than the known one: the same value, or less exact days around it."""
    if slot not in WORK_TIME:
        return (told.value, told.low) == (known.value, known.low)
    wide, exact = bounds(told), bounds(known)
    return wide is not None and exact is not None and wide[0] <= exact[0] and exact[1] <= wide[1]


def told_again(text: str, asked: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> Move | None:
    """A fact that is known already: told again (played back), or one with another value, which corrects it."""
    told = {**read_aside(text, today), **read_alone(text, asked, today)}
    told = {slot: fact for slot, fact in told.items() if plan.question(slot) and slot in facts and slot != asked}
    if not told or is_question(text):
        return None
    other = [slot for slot, fact in told.items() if not _is_the_same(slot, fact, facts[slot])]
    if not other:
        return Move("aside", facts={slot: facts[slot] for slot in told}, slot=asked)
    slot = other[0]
    if len(other) > 1 or slot not in CORRECTABLE or len(text) > A_SENTENCE:
        return None
    return Move("answer", facts={slot: told[slot]}, slot=slot)
