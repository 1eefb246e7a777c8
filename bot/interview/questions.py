"""Which question comes next, and how far the form has come. Pure: a plan, the facts and the answered slots in."""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.chinese.crew_total import waits
from bot.chinese.values import Fact
from bot.interview.crew import is_told

MOST_DAYS_OPEN = 62  # two months: an end known so far is as good as one of a lunar month

@dataclass(frozen=True)
class Question:
    """One question of a form, as content/interview/<form>.yml has it."""

    slot: str
    why: str
    example: str
    names: tuple[str, ...] = ()
    only_if: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    skip_if: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    whole: bool = False  # asked only while no more than a surname is known


@dataclass(frozen=True)
class Plan:
    """A form: its name, its questions in order, and the words that change an answer (`{name}`: what the fact is called)."""

    form: str
    questions: tuple[Question, ...]
    change: str = ""

    def question(self, slot: str) -> Question | None:
        """The question of a slot, or None when the form does not ask it."""
        return next((question for question in self.questions if question.slot == slot), None)

    def changes(self, facts: Mapping[str, Fact]) -> list[tuple[str, str]]:
        """Buttons (title, payload) that change one of these facts."""
        names = [question.names[0] for question in self.questions if question.slot in facts and question.names]
        return [(name, self.change.format(name=name)) for name in names]


def read_plan(data: Mapping[str, Any]) -> Plan:
    """A plan from its content file; raises KeyError when a field is missing."""

    def condition(raw: Mapping[str, Any] | None) -> dict[str, tuple[Any, ...]]:
        return {slot: tuple(values) for slot, values in (raw or {}).items()}

    return Plan(data["form"], tuple(
        Question(item["slot"], item["why"], item["example"], tuple(item.get("names", ())),
                 condition(item.get("only_if")), condition(item.get("skip_if")), bool(item.get("whole")))
        for item in data["questions"]), data["change"])


def _holds(condition: Mapping[str, tuple[Any, ...]], facts: Mapping[str, Fact]) -> bool:
    for slot, wanted in condition.items():
        fact = facts.get(slot)
        values = fact.value if fact and isinstance(fact.value, list) else [fact.value if fact else None]
        if any(value in wanted for value in values):
            return True
    return False


def is_relevant(question: Question, facts: Mapping[str, Fact]) -> bool:
    """Whether these facts leave the question worth asking."""
    if question.only_if and not _holds(question.only_if, facts):
        return False
    return not (question.skip_if and _holds(question.skip_if, facts))


def remaining(plan: Plan, facts: Mapping[str, Fact], answered: Sequence[str] = ()) -> list[str]:
    """The slots still to be asked, in order: relevant and without a fact of any state.

    While the sum of a crew waits for their number, that is asked before his own sum. An end that was told in passing and
    leaves months open (去年就走了) is asked once: the limits run from it; so is the full name behind a surname, where the
    form wants the whole name.
    """
    left = [q.slot for q in plan.questions if is_relevant(q, facts)
            and ((not q.whole and not is_told(q.slot, facts)) or (q.slot not in answered and is_half_told(q, facts)))]
    if waits(facts.get("owed_amount")) and {"owed_amount", "people_count"} <= set(left):
        left.remove("people_count")
        left.insert(left.index("owed_amount"), "people_count")
    return left


def is_only_surname(fact: Fact) -> bool:
    """Whether of a name only the surname is known (姓龙)."""
    return bool(re.fullmatch("姓.{1,2}", str(fact.value)))


def is_half_told(question: Question, facts: Mapping[str, Fact]) -> bool:
    """Whether only a part is known: of a name the surname, of an end a stretch that leaves months open."""
    fact = facts.get(question.slot)
    return fact is not None and (_leaves_months_open(question.slot, fact) or (question.whole and is_only_surname(fact)))


def _leaves_months_open(slot: str, fact: Fact) -> bool:
    if slot != "end_date" or fact.state != "vague" or not (fact.low and fact.high):
        return False
    return (date.fromisoformat(str(fact.high)) - date.fromisoformat(str(fact.low))).days > MOST_DAYS_OPEN


def next_slot(plan: Plan, facts: Mapping[str, Fact], answered: Sequence[str] = ()) -> str | None:
    """The slot to ask now; None when the form is complete."""
    left = remaining(plan, facts, answered)
    return left[0] if left else None


def progress(plan: Plan, facts: Mapping[str, Fact], answered: list[str], asked: str) -> tuple[int, int]:
    """(step, of): questions answered plus one, and those answered plus those still to come.

    An answered question that is asked again for a correction keeps the step where the form stands.
    """
    done = len([slot for slot in answered if plan.question(slot)])
    left = len([slot for slot in remaining(plan, facts, answered) if slot != asked])
    if asked in answered:
        return max(1, min(done, done + left)), max(1, done + left)
    return done + 1, done + 1 + left
