"""What one line of the day book (记工本) holds, and why a line cannot be written."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

Reason = Literal[
    "vague_day", "no_such_day", "future", "too_much_work", "too_many_hours", "too_many_days", "which_days", "no_amount",
    "below_nothing", "twice", "left_out", "which_off", "how_many"]
MOST_WORK, MOST_HOURS, MOST_DAYS = Decimal(3), Decimal(24), 62
#: a day's pay is for one day of so many hours (only where hours and a day's rate were told and no 工)
A_DAY = (Decimal(8), Decimal(12))


class NotWritten(ValueError):
    """Words that are meant for the day book and cannot be written; `reason` chooses the words of the reply."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass(frozen=True)
class Piecework:
    """So many pieces of one kind; `price` of one in yuan, None when it was not told."""

    count: Decimal
    unit: str
    price: float | None = None

    @property
    def fen(self) -> Decimal | None:
        """What they bring."""
        return None if self.price is None else Decimal(str(self.price)) * 100 * self.count


@dataclass(frozen=True)
class Entry:
    """One day. `work` in 工 (days of work), `hours` of the day, `extra` hours told on top of the 工; `rate` as `pay_rate` of a
    claim ({"amount": 260, "unit": "day"}), `rate_before`: not told today but taken over from the day before it in the book.
    `pieces` of `piece` (25 平方): piecework, paid by a rate of unit "piece". A correction with a rate alone mends the price
    of the day; the unit of that rate is "" when none was told. `also`: further kinds of pieces of the day, each with its price;
    without `pieces` they stand beside 工 or hours that `rate` is for.

    `off`: he did not work. `corrects`: it takes the place of what stands there. `deleted`: the day is struck out.
    None of `work` and `hours` and not `off`: he was at work, how long was not told.
    """

    day: date
    work: Decimal | None = None
    hours: Decimal | None = None
    extra: Decimal | None = None
    rate: dict[str, Any] | None = None
    rate_before: bool = False
    trade: str = ""
    note: str = ""
    off: bool = False
    corrects: bool = False
    deleted: bool = False
    pieces: Decimal | None = None
    piece: str = ""
    also: tuple[Piecework, ...] = ()

    @property
    def kinds(self) -> tuple[Piecework, ...]:
        """All kinds of pieces of the day."""
        if self.pieces is None:
            return self.also
        price = self.rate["amount"] if self.rate and self.rate["unit"] == "piece" else None
        return Piecework(self.pieces, self.piece, price), *self.also

    @property
    def price_alone(self) -> bool:
        """Whether it tells a rate and nothing else of the day."""
        told = (self.work, self.hours, self.extra, self.pieces)
        return self.corrects and self.rate is not None and not self.off and all(one is None for one in told)

    @property
    def fen(self) -> int | None:
        """What the day earned in whole fen, without extra hours: 工 by a day's rate, hours by an hour's, pieces by a
        piece's; None when not known, pieces beside 工 or hours among it."""
        if self.off or self.deleted:
            return 0
        unit = self.rate["unit"] if self.rate else ""
        count = {"day": self.work, "hour": self.hours, "piece": self.pieces}.get(unit)
        if self.pieces is not None and (self.work is not None or self.hours is not None):
            return None
        if self.rate is None or count is None:
            return None
        parts = [Decimal(str(self.rate["amount"])) * 100 * count, *(one.fen for one in self.also)]
        known = [part for part in parts if part is not None]
        return int(sum(known, Decimal(0)).to_integral_value()) if len(known) == len(parts) else None

    def to_json(self) -> dict[str, Any]:
        """The form in the database: numbers as text, so that nothing is rounded."""
        numbers = {name: None if value is None else str(value) for name, value in
                   (("work", self.work), ("hours", self.hours), ("extra", self.extra), ("pieces", self.pieces))}
        plain = {name: getattr(self, name) for name in
                 ("rate", "rate_before", "trade", "note", "off", "corrects", "deleted", "piece")}
        also = [[str(one.count), one.unit, one.price] for one in self.also]
        return {"day": self.day.isoformat(), **numbers, **plain, "also": also}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Entry:
        """Back from `to_json`."""
        numbers = {name: None if data.get(name) is None else Decimal(data[name]) for name in ("work", "hours", "extra", "pieces")}
        also = tuple(Piecework(Decimal(count), unit, price) for count, unit, price in data.get("also", ()))
        return cls(**{**data, **numbers, "also": also, "day": date.fromisoformat(data["day"])})

    def on(self, day: date) -> Entry:
        """The same on another day."""
        return replace(self, day=day)
