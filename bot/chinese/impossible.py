"""What cannot be: a negative sum, a working day in the future, an end before the begin."""
from __future__ import annotations

from datetime import date
from typing import Literal

from bot.chinese.values import Fact

Reason = Literal["negative", "future", "end_before_start"]


class Impossible(ValueError):
    """An answer that is understood and cannot be true; `slot` and `reason` choose the words of the reply."""

    def __init__(self, slot: str, reason: Reason) -> None:
        super().__init__(f"{slot}: {reason}")
        self.slot = slot
        self.reason: Reason = reason


def bounds(fact: Fact | None) -> tuple[date, date] | None:
    """First and last day that a date fact may mean; None when it holds no date."""
    if fact is None or (fact.value is None and fact.low is None):
        return None
    low, high = (fact.low, fact.high) if fact.value is None else (fact.value, fact.value)
    return (date.fromisoformat(low), date.fromisoformat(high)) if isinstance(low, str) and isinstance(high, str) else None


def not_yet(fact: Fact, today: date) -> bool:
    """Whether a day or period of work lies wholly in the future: nobody can have worked then."""
    if isinstance(fact.value, list):
        return bool(fact.value) and isinstance(fact.value[0], str) and date.fromisoformat(fact.value[0]) > today
    span = bounds(fact)
    return span is not None and span[0] > today


def check(found: dict[str, Fact], known: dict[str, Fact], today: date) -> None:
    """Raise `Impossible` for a start, an end or owed months wholly in the future, or an end wholly before the start."""
    for slot in ("start_date", "end_date"):
        span = bounds(found.get(slot))
        if span and span[0] > today:
            raise Impossible(slot, "future")
    owed = found.get("owed_period")
    if owed and isinstance(owed.value, list) and date.fromisoformat(owed.value[0]) > today:
        raise Impossible("owed_period", "future")
    start, end = (bounds(found.get(slot) or known.get(slot)) for slot in ("start_date", "end_date"))
    if start and end and end[1] < start[0] and ("start_date" in found or "end_date" in found):
        raise Impossible("end_date" if "end_date" in found else "start_date", "end_before_start")
