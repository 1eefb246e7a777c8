"""The states of a filing, read from content/filing/states.yml."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from bot.chinese.workdays import add_workdays
from bot.content import load


@dataclass(frozen=True)
class NextStep:
    """What comes next. `step`: key of words; `on`: the day (in China), None when it has none or no table covers it."""

    step: str
    on: date | None
    laws: tuple[str, ...]


@dataclass(frozen=True)
class States:
    """The table of states."""

    table: dict[str, Any]
    closed_next: dict[str, Any]
    keep_days: int

    @property
    def outcomes(self) -> tuple[str, ...]:
        """How a filing may be closed."""
        return tuple(self.table["closed"]["outcomes"])

    def may(self, state: str, to: str) -> bool:
        """Whether a filing may go from `state` to `to`; it may always stay where it is."""
        return state == to or to in self.table[state]["to"]

    def is_open(self, state: str) -> bool:
        """Whether something may still happen."""
        return bool(self.table[state]["open"])

    def read(self, said: str) -> tuple[str, str | None]:
        """("closed", "paid") for "paid" or "closed:paid", ("accepted", None) for "accepted". ValueError otherwise."""
        state, _, outcome = said.partition(":")
        if said in self.outcomes:
            state, outcome = "closed", said
        if state not in self.table or (state == "closed") != bool(outcome) or (outcome and outcome not in self.outcomes):
            raise ValueError(f"unknown state: {said}")
        return state, outcome or None

    def next_steps(self, state: str, outcome: str | None, since: date) -> tuple[NextStep, ...]:
        """The next steps with their days, for a state that began on `since`."""
        steps = self.closed_next.get(outcome or "", []) if state == "closed" else self.table[state]["next"]
        return tuple(NextStep(one["step"], _day(one, since), tuple(one.get("laws", ()))) for one in steps)


def _day(step: dict[str, Any], since: date) -> date | None:
    days = step.get("days")
    if days is None:
        return None
    if not step.get("workdays"):
        return since + timedelta(days=days)
    return add_workdays(since, days)


@lru_cache(maxsize=1)
def states() -> States:
    """The states of content/filing/states.yml."""
    data = load().folder("filing")["states"]
    return States(data["states"], data["closed_next"], int(data["keep_days_after_closing"]))
