"""A check of the sum that he says against rate times time. It never becomes the sum of the claim."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.law.errors import ImpossibleInput
from bot.law.facts import CaseFacts
from bot.law.money import reading
from bot.law.money.values import Money, yuan
from bot.law.money.wages import owed_over
from bot.law.values import Laws


@dataclass(frozen=True)
class SumCheck:
    """What rate times time gives, least and most, and the sentence to say (key of content/assessment/sums.yml). Exact yuan."""

    low: Decimal
    high: Decimal
    key: str
    laws: Laws


def check_sum(case: CaseFacts) -> SumCheck | None:
    """Compare `owed_amount` (+ `paid_amount`) with rate times period as `money.wages.owed_over` counts it, over the longest
    reading of a vague period. None: nothing to say, it fits or cannot be counted (by hour or piece; LAW-WAGE-06/07)."""
    expected, owed = _expected(case), case.range("owed_amount")
    if expected is None or expected.high is None:
        return None
    low, high = yuan(expected.low), yuan(expected.high)
    paid = case.range("paid_amount") or (Decimal(0), Decimal(0))
    if owed is None:
        return SumCheck(low, high, "sum_only_expected", expected.laws)
    if owed[0] > high:
        return SumCheck(low, high, "sum_above_expected", expected.laws)
    return SumCheck(low, high, "sum_below_expected", expected.laws) if owed[1] + paid[1] < low else None


def _expected(case: CaseFacts) -> Money | None:
    rate, span = reading.pay_rate(case), case.period()
    if rate is None or span is None:
        return None
    each, unit = rate
    try:
        return owed_over((each.low, each.high), unit, span[0].first, span[1].last)
    except ImpossibleInput:
        return None
