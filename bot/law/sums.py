"""Sums. All in fen unless named otherwise. What comes out is a check or an aid to counting, never the sum of the claim."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

from bot.law.facts import CaseFacts
from bot.law.values import Laws

Overtime = Literal["workday", "rest_day", "holiday"]
MONTH_DAYS = Fraction(2175, 100)
DAY_HOURS = 8
TIMES: dict[Overtime, Fraction] = {"workday": Fraction(3, 2), "rest_day": Fraction(2), "holiday": Fraction(3)}


def round_fen(value: Fraction) -> int:
    """To whole fen, half up."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def daily_from_monthly(monthly: int) -> int:
    """A day's pay from a month's: / 21.75 (LAW-WAGE-06, LAW-DIS-14). Not for an agreed daily rate (LAW-WAGE-07)."""
    return round_fen(monthly / MONTH_DAYS)


def hourly_from_monthly(monthly: int) -> int:
    """An hour's pay from a month's: / 21.75 / 8 (LAW-WAGE-06)."""
    return round_fen(monthly / MONTH_DAYS / DAY_HOURS)


def days_worked(daily: int, days: float) -> int:
    """An agreed daily rate times the days on the attendance sheet; half days count half (LAW-WAGE-07)."""
    return round_fen(daily * Fraction(str(days)))


def overtime(hourly: int, hours: float, kind: Overtime) -> int:
    """Overtime pay: 150 % on workdays, 200 % on rest days without time off, 300 % on legal holidays (LAW-WAGE-08)."""
    return round_fen(hourly * Fraction(str(hours)) * TIMES[kind])


def severance_months(begin: date, end: date) -> Fraction:
    """Months of severance: one a full year, six months and more count a year, less counts half (LAW-WAGE-21).

    The caps on the month's wage are not applied. Raises ValueError when `end` lies before `begin`.
    """
    months = full_months(begin, end)
    years, rest = divmod(months, 12)
    started = months == 0 or rest > 0 or _has_odd_days(begin, end)
    if rest >= 6:
        return Fraction(years + 1)
    return years + (Fraction(1, 2) if started else Fraction(0))


def double_pay_months(begin: date, end: date) -> int:
    """Full months for which no written contract costs a second wage: from the second month, at most 11 (LAW-WAGE-15/16).

    Days beyond full months and the one year for claiming it (LAW-WAGE-18, disputed) are not applied.
    """
    return min(11, max(0, full_months(begin, end) - 1))


def full_months(begin: date, end: date) -> int:
    """Full months from `begin` to `end`, both days worked (1 January to 31 January is one)."""
    if end < begin:
        raise ValueError("end lies before begin")
    after = end.toordinal() + 1
    finish = date.fromordinal(after)
    months = (finish.year - begin.year) * 12 + finish.month - begin.month
    return months - (finish.day < begin.day)


def _has_odd_days(begin: date, end: date) -> bool:
    return date.fromordinal(end.toordinal() + 1).day != begin.day


def court_fee(sum_fen: int) -> int | None:
    """Fee of a property suit up to 200,000 yuan: 50 yuan, 2.5 % above 10,000, 2 % above 100,000 (LAW-LIT-10); None beyond."""
    yuan = Fraction(sum_fen, 100)
    if yuan > 200_000 or yuan < 0:
        return None
    fee = 50 + max(Fraction(0), min(yuan, Fraction(100_000)) - 10_000) * Fraction(25, 1000)
    fee += max(Fraction(0), yuan - 100_000) * Fraction(2, 100)
    return round_fen(fee * 100)


def payment_order_fee(sum_fen: int) -> int | None:
    """A third of the court fee (LAW-PAY-07)."""
    fee = court_fee(sum_fen)
    return None if fee is None else round_fen(Fraction(fee, 3))


def late_interest(principal: int, days: int) -> int:
    """The doubled part of interest after a judgment: 0.0175 % a day (LAW-ENF-04)."""
    return round_fen(principal * days * Fraction(175, 1_000_000))


@dataclass(frozen=True)
class SumCheck:
    """Rate times time beside what he says is owed. Yuan. `high` None when the count of days, hours or pieces is wanted."""

    low: float | None
    high: float | None
    owed: tuple[float, float] | None
    key: str
    laws: Laws


def check_sum(case: CaseFacts) -> SumCheck | None:
    """Compare `owed_amount` (+ `paid_amount`) with rate times period; None without a rate. A check only: the sum stays his.

    month: from full months to begun months. day: nothing to every calendar day of the period. hour, piece: the count is wanted.
    """
    fact = case.usable("pay_rate")
    rate = fact.value if fact and isinstance(fact.value, dict) else {}
    amount, unit = rate.get("amount"), rate.get("unit")
    if not isinstance(amount, (int, float)) or isinstance(amount, bool) or amount <= 0:
        return None
    owed, period = case.yuan("owed_amount"), case.period()
    laws: Laws = ("LAW-WAGE-06",) if unit == "month" else ("LAW-WAGE-07",)
    if unit not in ("month", "day") or period is None:
        return SumCheck(None, None, owed, "sum_needs_count", laws)
    begin, end = period[0].first, period[1].last
    if end < begin:
        return SumCheck(None, None, owed, "sum_needs_count", laws)
    low, high = _bounds(float(amount), unit, begin, end)
    if owed is None:
        return SumCheck(low, high, None, "sum_only_expected", laws)
    paid = case.yuan("paid_amount") or (0.0, 0.0)
    if owed[0] > high:
        return SumCheck(low, high, owed, "sum_above_expected", laws)
    if owed[1] + paid[1] < low:
        return SumCheck(low, high, owed, "sum_below_expected", laws)
    return SumCheck(low, high, owed, "sum_fits", laws)


def _bounds(amount: float, unit: str, begin: date, end: date) -> tuple[float, float]:
    if unit == "day":
        return 0.0, amount * ((end - begin).days + 1)
    months = full_months(begin, end)
    return amount * months, amount * (months + _has_odd_days(begin, end))
