"""Owed wages from rate and time: month, day, hour, piece. Rates in fen for one unit; one for an hour or a piece may have a
part of a fen. Nothing is rounded before the end."""
from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from bot.law.errors import ImpossibleInput
from bot.law.money.values import Given, Line, Money, Range, days, fen, money, number, one_of, said, worked
from bot.law.money.words import count_words, rate_words, sum_words
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


def pay_of(rate: Given, unit: str) -> Range:
    """Fen for one unit, more than nothing. A part of a fen only for an hour or a piece. ImpossibleInput as `number`, and for
    an unknown unit."""
    one_of(unit, LAWS, "unit")
    return (number if unit in ("hour", "piece") else money)(rate, "pay_rate", positive=True)


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
    nothing worked, more than anybody works, or a broken number of months."""
    each = pay_of(rate, unit)
    amount, parts = worked(count, "count", unit), number(part_days, "part_days")
    if parts.high if unit != "month" else amount.low % 1 or amount.high % 1:
        raise ImpossibleInput("count", "no_such")
    if parts.high > 31:
        raise ImpossibleInput("part_days", "too_many")
    if not amount.high and not parts.high:
        raise ImpossibleInput("count", "zero")
    low, high = each.low * amount.low, each.high * amount.high
    lines = [_line(f"work_rate_{unit}", each, amount, low, high)] if amount.high else []
    if parts.high:
        least, most = part_of_month(each.low, parts.low), part_of_month(each.high, parts.high)
        low, high = low + least, high + most
        lines.append(part_line(each, parts, least, most))
    return _less_paid(low, high, paid, LAWS[unit], lines, None if low == high else ASKED[unit])


def owed_over(rate: Given, unit: Unit, begin: date, end: date, *, count: Given | None = None, paid: Given = 0) -> Money:
    """Owed wages over a period, both days worked. `count`: days (for a month those of the broken month), hours or pieces
    when known; else the result is a range and `question` names the count. ImpossibleInput for more days than there are."""
    length = days(begin, end, "owed_period")
    each = pay_of(rate, unit)
    if unit == "month":
        return _by_month(rate, begin, end, count, paid)
    if count is not None:
        known = number(count, ASKED[unit], positive=True)
        if known.high > {"day": length, "hour": length * 24}.get(unit, known.high):
            raise ImpossibleInput(ASKED[unit], "too_many")
        return owed(rate, unit, (known.low, known.high), paid=paid)
    if unit == "day":
        high = each.high * length
        line = _line("work_at_most_days", Range(each.high, each.high), Range(Decimal(length), Decimal(length)), high, high)
        return _less_paid(Decimal(0), high, paid, LAWS[unit], [line], ASKED[unit])
    money(paid, "paid_amount")
    line = Line(f"work_unknown_{unit}", {"rate": rate_words(each)})
    return Money("wages", 0, None, "money_wages_open", LAWS[unit], (line,), ASKED[unit])


def part_of_month(wage: Decimal, days_: Decimal) -> Decimal:
    """The pay in fen, unrounded, of so many days of a month that was not worked to its end: never more than the month's."""
    return min(wage, wage / MONTH_DAYS * days_)


def part_line(wage: Range, days_: Range, low: Decimal, high: Decimal) -> Line:
    """The working of `part_of_month`; when it is cut to a month's wage, what it would have been is said first."""
    full = Range(wage.low / MONTH_DAYS * days_.low, wage.high / MONTH_DAYS * days_.high)
    values = {"rate": rate_words(wage), "count": count_words(days_.low, days_.high), "sum": sum_words(low, high)}
    if full.high <= high:
        return Line("work_part_month", values)
    return Line("work_part_month_full", {**values, "more": sum_words(full.low, full.high)})


def _line(key: str, each: Range, amount: Range, low: Decimal, high: Decimal) -> Line:
    return Line(key, {"rate": rate_words(each), "count": count_words(amount.low, amount.high), "sum": sum_words(low, high)})


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


def _less_paid(low: Decimal, high: Decimal, paid: Given, laws: Laws, lines: list[Line], question: str | None) -> Money:
    had = money(paid, "paid_amount")
    if had.high:
        lines.append(Line("work_paid", {"sum": sum_words(had.low, had.high)}))
    least, most = fen(max(Decimal(0), low - had.high)), fen(max(Decimal(0), high - had.low))
    key = "money_wages_none" if most == 0 else said("money_wages", least, most)
    return Money("wages", least, most, key, laws, tuple(lines), question if least != most else None)
