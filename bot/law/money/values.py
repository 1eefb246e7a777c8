"""Checked inputs and the result of a calculation. Money is integer fen (分); quantities are Decimal; never float."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from bot.law.bounds import LONGEST, day_of
from bot.law.errors import ImpossibleInput
from bot.law.values import Laws

Number = int | Decimal
Given = Number | tuple[Number, Number]
"""An exact number, or (low, high) when only a range is known."""
MOST = Decimal(10) ** 13
"""Above this no sum is believed (fen)."""
MOST_COUNT = {"month": 12 * LONGEST, "day": 366 * LONGEST, "hour": 24 * 366 * LONGEST, "piece": 10 ** 9}
"""More months, days or hours than a life of work holds, or so many pieces, nobody has worked."""


@dataclass(frozen=True)
class Range:
    """Least and most of a number; equal when it is known exactly."""

    low: Decimal
    high: Decimal

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


def number(value: Given, what: str, *, positive: bool = False) -> Range:
    """`value` as a Range of Decimals. ImpossibleInput: a float, a bool, NaN, infinite, negative, zero when `positive`,
    above `MOST`, not two ends, or low above high."""
    if isinstance(value, tuple) and len(value) != 2:
        raise ImpossibleInput(what, "not_a_number")
    low, high = value if isinstance(value, tuple) else (value, value)
    found = Range(_one(low, what, positive), _one(high, what, positive))
    if found.low > found.high:
        raise ImpossibleInput(what, "upside_down")
    return found


def worked(value: Given, what: str, unit: str, *, positive: bool = False) -> Range:
    """So many of a unit of `MOST_COUNT` as a Range. ImpossibleInput as `number`, and for more than anybody works."""
    found = number(value, what, positive=positive)
    if found.high > MOST_COUNT[unit]:
        raise ImpossibleInput(what, "too_many")
    return found


def one_of(value: Any, allowed: Iterable[str], what: str) -> str:
    """`value` when it is one of `allowed`; ImpossibleInput for any other text or thing."""
    if not isinstance(value, str) or value not in allowed:
        raise ImpossibleInput(what, "no_such")
    return value


def flag(value: Any, what: str, *, open_: bool = False) -> None:
    """ImpossibleInput when `value` is neither yes nor no (nor None when `open_`: not known)."""
    if not isinstance(value, bool) and not (open_ and value is None):
        raise ImpossibleInput(what, "no_such")


def money(value: Given, what: str, *, positive: bool = False) -> Range:
    """A sum in whole fen as a Range. ImpossibleInput as `number`, and for a part of a fen."""
    found = number(value, what, positive=positive)
    if found.low % 1 or found.high % 1:
        raise ImpossibleInput(what, "fraction_of_fen")
    return found


def _one(value: Any, what: str, positive: bool) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise ImpossibleInput(what, "not_a_number")
    exact = Decimal(value)
    if not exact.is_finite():
        raise ImpossibleInput(what, "not_a_number")
    if exact < 0:
        raise ImpossibleInput(what, "negative")
    if positive and not exact:
        raise ImpossibleInput(what, "zero")
    if exact > MOST:
        raise ImpossibleInput(what, "too_large")
    return exact


def days(begin: date, end: date, what: str) -> int:
    """Calendar days from `begin` to `end`, both counted. ImpossibleInput when the end lies before, it is no day, lies
    outside the years that the engine believes, or is longer than a life of work."""
    first, last = day_of(begin, what), day_of(end, what)
    if last < first:
        raise ImpossibleInput(what, "end_before_start")
    length = (last - first).days + 1
    if length > 366 * LONGEST:
        raise ImpossibleInput(what, "too_many")
    return length


def fen(value: Decimal) -> int:
    """Rounded to whole fen, half up."""
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def yuan(amount: Number) -> Decimal:
    """Fen as yuan for a sentence: 600000 -> 6000, 27586 -> 275.86 (rounded to the fen)."""
    exact = Decimal(fen(Decimal(amount))) / 100
    return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact.quantize(Decimal("0.01"))


@dataclass(frozen=True)
class Line:
    """One line of the working: a key of content/assessment/money.yml and the values for its placeholders."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Money:
    """What a calculation gives, least and most, in fen. `high` None: it cannot be bounded before `question` is answered.

    `what` names the claim; `key` the sentence that says it; `laws` the facts it rests on; `working` how it was counted;
    `question` the one fact that would narrow it (None when it is exact or no fact would).
    """

    what: str
    low: int
    high: int | None
    key: str
    laws: Laws
    working: tuple[Line, ...] = ()
    question: str | None = None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ImpossibleInput(self.what, "upside_down")
        if max(self.low, self.high or 0) > MOST:
            raise ImpossibleInput(self.what, "too_large")

    @property
    def exact(self) -> bool:
        """Whether it is one sum."""
        return self.low == self.high

    @property
    def values(self) -> dict[str, Any]:
        """Placeholders `low` and `high` in yuan (`high` is `low` when it is open)."""
        return {"low": yuan(self.low), "high": yuan(self.low if self.high is None else self.high)}


def said(name: str, low: int, high: int) -> str:
    """The key for a result: `<name>` when exact, `<name>_at_most` from nothing up, else `<name>_between`."""
    if low == high:
        return name
    return f"{name}_at_most" if low == 0 else f"{name}_between"
