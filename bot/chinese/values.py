"""Values found in Chinese text. Offsets are character positions in the text that was given."""
from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

State = Literal["known", "vague", "unknown", "second_hand", "skipped"]
PayUnit = Literal["sum", "month", "day", "hour", "piece"]
PersonalKind = Literal["id_number", "bank_card", "phone"]


@dataclass(frozen=True)
class Amount:
    """Money. `low` and `high` in fen; equal and not vague when exact. `unit` is "sum" unless a rate."""

    start: int
    end: int
    words: str
    low: int
    high: int
    vague: bool
    unit: PayUnit = "sum"


@dataclass(frozen=True)
class DatePhrase:
    """A day or a span that stands for a date ("去年腊月"): first and last day it may mean."""

    start: int
    end: int
    words: str
    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether it names one day."""
        return self.first == self.last


@dataclass(frozen=True)
class Period:
    """A stretch of work. None = not said. `ongoing`: up to today and still going on."""

    start: int
    end: int
    words: str
    begin: DatePhrase | None
    finish: DatePhrase | None
    ongoing: bool = False


@dataclass(frozen=True)
class Personal:
    """A personal number in clear. `valid`: check digit, date and area hold."""

    kind: PersonalKind
    start: int
    end: int
    value: str
    valid: bool


@dataclass(frozen=True)
class Fact:
    """One fact of a claim, as a slot holds it.

    `value` is JSON (yuan as a number, ISO date, code, text, list, bool); for a vague one `low` and `high`
    hold the range in the same unit; `words` is how it was said.
    """

    state: State
    value: Any = None
    low: Any = None
    high: Any = None
    words: str = ""

    def to_json(self) -> dict[str, Any]:
        """The form in slots and in the database."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Fact:
        """Back from `to_json`."""
        return cls(**data)
