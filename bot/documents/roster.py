"""The roster (花名册) of a group claim: one row for each worker, as the papers print it."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class RosterRow:
    """One worker of a group: `owed` in yuan, None when it is not known; numbers in clear or "" ; days None when not known."""

    n: int
    name: str
    id_number: str = ""
    phone: str = ""
    trade: str = ""
    start: date | None = None
    end: date | None = None
    owed: Decimal | None = None
    representative: bool = False
