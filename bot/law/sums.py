"""A check of the sum that he says against rate times time. It never becomes the sum of the claim."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.law.facts import CaseFacts, as_number
from bot.law.values import Laws


@dataclass(frozen=True)
class SumCheck:
    """What rate times time gives, least and most, and the sentence to say (key of content/assessment/sums.yml). Exact yuan."""

    low: Decimal
    high: Decimal
    key: str
    laws: Laws


def check_sum(case: CaseFacts) -> SumCheck | None:
    """Compare `owed_amount` (+ `paid_amount`) with rate times period. None: nothing to say, it fits or cannot be counted.

    month: from full months to begun months (LAW-WAGE-06). day: nothing to every calendar day of the period (LAW-WAGE-07).
    Rates by hour or piece are not counted.
    """
    expected, owed = _expected(case), case.range("owed_amount")
    if expected is None:
        return None
    low, high, laws = expected
    paid = case.range("paid_amount") or (Decimal(0), Decimal(0))
    if owed is None:
        return SumCheck(low, high, "sum_only_expected", laws)
    if owed[0] > high:
        return SumCheck(low, high, "sum_above_expected", laws)
    return SumCheck(low, high, "sum_below_expected", laws) if owed[1] + paid[1] < low else None


def _expected(case: CaseFacts) -> tuple[Decimal, Decimal, Laws] | None:
    fact, period = case.usable("pay_rate"), case.period()
    rate = fact.value if fact and isinstance(fact.value, dict) else {}
    amount, unit = as_number(rate.get("amount")), rate.get("unit")
    if not amount or period is None:
        return None
    begin, end = period[0].first, period[1].last
    if end < begin or unit not in ("month", "day"):
        return None
    if unit == "day":
        return Decimal(0), amount * ((end - begin).days + 1), ("LAW-WAGE-07",)
    full, begun = _months(begin, end)
    return amount * full, amount * begun, ("LAW-WAGE-06",)


def _months(begin: date, end: date) -> tuple[int, int]:
    """Full and begun months from `begin` to `end`, both days worked (1 January to 31 January is one and one)."""
    after = date.fromordinal(end.toordinal() + 1)
    months = (after.year - begin.year) * 12 + after.month - begin.month - (after.day < begin.day)
    return months, months + (after.day != begin.day)
