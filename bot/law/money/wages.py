"""Owed wages from rate and time: month, day, hour, piece. Rates in fen for one unit."""
from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from bot.law.errors import ImpossibleInput
from bot.law.money.values import Given, Line, Money, Range, days, fen, money, number, said, yuan
from bot.law.money.words import count_words, sum_words
from bot.law.periods import months_between
from bot.law.values import Laws
from bot.law.workdays import count_workdays

Unit = Literal["month", "day", "hour", "piece"]
MONTH_DAYS = Decimal("21.75")
"""A month's wage is so many days' wages (LAW-WAGE-06)."""
DAY_HOURS = Decimal(8)
LAWS: dict[str, Laws] = {
    "month": ("LAW-WAGE-06", "LAW-DIS-14"), "day": ("LAW-WAGE-07",), "hour": ("LAW-REG-03",), "piece": ("LAW-REG-03",),
}
ASKED = {"month": "days_worked", "day": "days_worked", "hour": "hours_worked", "piece": "pieces"}


def day_wage(rate: Range, unit: str) -> Range:
    """Fen for a day, unrounded: a month ÷ 21.75 (LAW-WAGE-06), a day as agreed (LAW-WAGE-07), an hour × 8."""
    factor = {"month": 1 / MONTH_DAYS, "day": Decimal(1), "hour": DAY_HOURS}.get(unit)
    if factor is None:
        raise ImpossibleInput("unit", "no_such")
    return Range(rate.low * factor, rate.high * factor)


def month_wage(rate: Range, unit: str) -> Range:
    """Fen for a month, unrounded: the day's wage × 21.75 (LAW-WAGE-06)."""
    if unit == "month":
        return rate
    day = day_wage(rate, unit)
    return Range(day.low * MONTH_DAYS, day.high * MONTH_DAYS)


def owed(rate: Given, unit: Unit, count: Given, *, part_days: Given = 0, paid: Given = 0) -> Money:
    """Rate × count, less what was paid. For a month `count` holds whole months and `part_days` the days worked in a month
    not worked to its end, ÷ 21.75, never above that month's wage (LAW-WAGE-06/07). ImpossibleInput for a rate of zero,
    nothing worked, or a broken number of months."""
    each, amount = money(rate, "pay_rate", positive=True), number(count, "count")
    parts = number(part_days, "part_days")
    if unit not in LAWS:
        raise ImpossibleInput("unit", "no_such")
    if parts.high if unit != "month" else amount.low % 1 or amount.high % 1:
        raise ImpossibleInput("count", "no_such")
    if parts.high > 31:
        raise ImpossibleInput("part_days", "too_many")
    if not amount.high and not parts.high:
        raise ImpossibleInput("count", "zero")
    low, high = fen(each.low * amount.low), fen(each.high * amount.high)
    lines = [_line(f"work_rate_{unit}", each, amount, low, high)] if amount.high else []
    if parts.high:
        least, most = _part(each.low, parts.low), _part(each.high, parts.high)
        low, high = low + least, high + most
        lines.append(_line("work_part_month", each, parts, least, most))
    return _less_paid(low, high, paid, LAWS[unit], lines, None if low == high else ASKED[unit])


def owed_over(rate: Given, unit: Unit, begin: date, end: date, *, count: Given | None = None, paid: Given = 0) -> Money:
    """Owed wages over a period, both days worked. `count`: days (for a month those of the broken month), hours or pieces
    when known; else the result is a range and `question` names the count. ImpossibleInput for more days than there are."""
    length = days(begin, end, "owed_period")
    if unit == "month":
        return _by_month(rate, begin, end, count, paid)
    if unit not in LAWS:
        raise ImpossibleInput("unit", "no_such")
    if count is not None:
        known = number(count, ASKED[unit], positive=True)
        if known.high > {"day": length, "hour": length * 24}.get(unit, known.high):
            raise ImpossibleInput(ASKED[unit], "too_many")
        return owed(rate, unit, (known.low, known.high), paid=paid)
    each = money(rate, "pay_rate", positive=True)
    if unit == "day":
        high = fen(each.high * length)
        line = Line("work_at_most_days", {"rate": sum_words(int(each.low), int(each.high)), "count": length, "sum": yuan(high)})
        return _less_paid(0, high, paid, LAWS[unit], [line], ASKED[unit])
    line = Line(f"work_unknown_{unit}", {"rate": sum_words(int(each.low), int(each.high))})
    return Money("wages", 0, None, "money_wages_open", LAWS[unit], (line,), ASKED[unit])


def _part(wage: Decimal, worked: Decimal) -> int:
    return fen(min(wage, wage / MONTH_DAYS * worked))


def _line(key: str, each: Range, count: Range, low: int, high: int) -> Line:
    return Line(key, {"rate": sum_words(int(each.low), int(each.high)), "count": count_words(count.low, count.high),
                      "sum": sum_words(low, high)})


def _by_month(rate: Given, begin: date, end: date, count: Given | None, paid: Given) -> Money:
    months, rest_begin = months_between(begin, end)
    if rest_begin is None:
        if count is not None and number(count, "days_worked").high:
            raise ImpossibleInput("days_worked", "too_many")
        return owed(rate, "month", months, paid=paid)
    rest = days(rest_begin, end, "owed_period")
    if count is None:
        work = count_workdays(rest_begin, end)
        return owed(rate, "month", months, part_days=(work[0], rest), paid=paid)
    if number(count, "days_worked").high > rest:
        raise ImpossibleInput("days_worked", "too_many")
    return owed(rate, "month", months, part_days=count, paid=paid)


def _less_paid(low: int, high: int, paid: Given, laws: Laws, lines: list[Line], question: str | None) -> Money:
    had = money(paid, "paid_amount")
    if had.high:
        lines.append(Line("work_paid", {"sum": sum_words(int(had.low), int(had.high))}))
        low, high = max(0, low - int(had.high)), max(0, high - int(had.low))
    key = "money_wages_none" if high == 0 else said("money_wages", low, high)
    return Money("wages", low, high, key, laws, tuple(lines), question if low != high else None)

