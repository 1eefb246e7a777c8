"""Where a form stands, and a step of it: the next state and what is said."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.chinese.values import Fact
from bot.interview.questions import Plan, Question, next_slot

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


def advance(plan: Plan, state: FormState, facts: Mapping[str, Fact]) -> FormState:
    """The asked question is done: note it and find the next."""
    answered = [*state.answered, *([state.asked] if state.asked and state.asked not in state.answered else [])]
    return FormState(dict(facts), next_slot(plan, facts, answered) or "", answered)


def asked_question(plan: Plan, state: FormState) -> Question:
    """The question asked now; KeyError when the plan has none of that name."""
    question = plan.question(state.asked)
    if question is None:
        raise KeyError(state.asked)
    return question
