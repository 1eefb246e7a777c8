"""What was read of a roster (花名册): its workers, and each cell that is wrong, named by line and column."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from dataclasses import field as of
from datetime import date
from decimal import Decimal
from typing import Any

#: the columns, as content/words/roster.yml names them
FIELDS = ("name", "id_number", "phone", "trade", "start", "end", "total", "paid", "owed", "representative")
MOST_ROWS, MOST_COLUMNS, MOST_CELL = 2_000, 40, 200
HEAD_ROWS = 20  # rows above the heads: titles, the firm, the date


class RosterUnread(Exception):
    """A table that is none of ours. `reason`: no_heads, too_long, unreadable (words in content/words/roster.yml)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Worker:
    """A worker of a group. `n` from 1; `line`: the row of the file; sums in yuan; numbers in clear or ""; days None when they
    are not known; `owed` is always known. Personal: never logged."""

    n: int
    line: int
    name: str
    owed: Decimal
    id_number: str = ""
    phone: str = ""
    trade: str = ""
    start: date | None = None
    end: date | None = None
    total: Decimal | None = None
    paid: Decimal | None = None
    representative: bool = False

    def to_json(self) -> dict[str, Any]:
        """The form that is sealed."""
        return {key: str(value) if isinstance(value, (Decimal, date)) else value for key, value in asdict(self).items()}

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> Worker:
        """The worker of `to_json`."""
        days: dict[str, Any] = {key: date.fromisoformat(data[key]) if data[key] else None for key in ("start", "end")}
        sums: dict[str, Any] = {key: Decimal(data[key]) if data[key] is not None else None for key in ("total", "paid")}
        fields: dict[str, Any] = {**data, **days, **sums, "owed": Decimal(data["owed"])}
        return Worker(**fields)


@dataclass(frozen=True)
class CellProblem:
    """A wrong cell: its row and column in the file (`column`: A, B …; "" when the file has none for it), the `field`, what is
    wrong (`key` of content/words/roster.yml) and `values` for its sentence."""

    line: int
    column: str
    field: str
    key: str
    values: Mapping[str, str] = of(default_factory=dict)


@dataclass(frozen=True)
class Roster:
    """A roster as it was read. `stated`: the sum of all that its last row states, None when it states none."""

    workers: tuple[Worker, ...]
    problems: tuple[CellProblem, ...]
    stated: Decimal | None = None

    @property
    def owed(self) -> Decimal:
        """The sum of all good rows, in yuan."""
        return sum((worker.owed for worker in self.workers), Decimal(0))

    @property
    def wrong_rows(self) -> int:
        """How many rows are left out."""
        return len({problem.line for problem in self.problems})

    @property
    def differs(self) -> bool:
        """Whether the file states another sum than its rows have; not told as long as rows are left out."""
        return self.stated is not None and not self.problems and self.stated != self.owed
