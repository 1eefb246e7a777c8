"""Values found in Chinese text. Offsets are character positions in the text that was given."""
from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

State = Literal["known", "vague", "unknown", "second_hand", "skipped"]
PayUnit = Literal["sum", "month", "day", "hour", "piece"]
PersonalKind = Literal["id_number", "bank_card", "phone"]


@dataclass(frozen=True)
class Amount:
    """Money. `low` and `high` in whole fen; equal and not vague when exact. `unit` is "sum" unless a rate. `parts`: both ends
    in fen, unrounded, for a rate with a part of a fen (一个8厘); else None."""

    start: int
    end: int
    words: str
    low: int
    high: int
    vague: bool
    unit: PayUnit = "sum"
    parts: tuple[Decimal, Decimal] | None = None

    @property
    def yuan(self) -> tuple[int | float, int | float]:
        """Both ends in yuan as JSON holds them, nothing rounded: an int when it is whole."""
        low, high = (Decimal(fen) / 100 for fen in self.parts or (self.low, self.high))
        return _number(low), _number(high)


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


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


#: facts kept beside a claim that tell of another one of his: words about another debtor; a claim that was put aside, whole
OTHER_CLAIM, PUT_ASIDE = "other_claim", "claim_aside"
OF_ANOTHER = frozenset({OTHER_CLAIM, PUT_ASIDE})
#: facts told after a filing: what stands on an award, a judgment or an order; what was paid since
RULING = ("ruling_kind", "ruling_number", "ruling_office", "ruling_date", "ruling_amount", "ruling_pay_by")
PART_PAID = "part_paid_amount"
#: facts that are no part of what is filed with a desk: telling them changes no filing
NOT_FILED = frozenset({*OF_ANOTHER, *RULING, PART_PAID})


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
