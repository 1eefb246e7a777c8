"""Interest: promised, not promised, and for paying a judgment late (LAW-WAGE-24, LAW-DIS-09, LAW-IOU-15, LAW-ENF-04)."""
from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.law.errors import ImpossibleInput
from bot.law.money.values import Given, Line, Money, Range, days, fen, money, number, said
from bot.law.money.words import count_words, sum_words
from bot.law.values import Laws

YEAR_DAYS = Decimal(365)
"""A year's rate is divided by so many days: plain arithmetic, no rule of law."""
LATE = Decimal("0.000175")
"""A day, on what a judgment orders and is not paid (LAW-ENF-04)."""
FREE: Laws = ("LAW-WAGE-24", "LAW-DIS-09")
LPR_TIMES = 4
MOST_RATE = Decimal(10)


def promised(principal: Given, yearly: Given, begin: date, end: date, *, lpr: Given | None = None) -> Money:
    """Interest as written down: fen × rate a year (0.06) × days ÷ 365, both days counted. With `lpr` a rate above four times
    it is cut to that at the low end (LAW-IOU-15, for comparison only). ImpossibleInput: zero principal, a rate of zero or
    above 1000 %, an end before the beginning."""
    sum_, rate, length = money(principal, "principal", positive=True), _rate(yearly, "rate"), days(begin, end, "interest")
    ceiling = _rate(lpr, "lpr") if lpr is not None else None
    least = min(rate.low, ceiling.low * LPR_TIMES) if ceiling else rate.low
    low, high = _interest(sum_.low, least, length), _interest(sum_.high, rate.high, length)
    line = _line("work_interest", sum_, Range(least, rate.high), length, low, high)
    laws: Laws = ("LAW-WAGE-24", "LAW-IOU-15") if ceiling else ("LAW-WAGE-24",)
    question = None if low == high else "owed_amount" if not sum_.exact else "interest_rate"
    return Money("interest", low, high, said("money_interest", low, high), laws, (line,), question)


def unpromised(principal: Given, begin: date, end: date, *, lpr: Given | None = None) -> Money:
    """Interest that nobody wrote down: courts differ, from none to the one-year LPR (LAW-WAGE-24, LAW-DIS-09). The rate is
    never written here: `lpr` None leaves the top open and asks for it."""
    sum_, length = money(principal, "principal", positive=True), days(begin, end, "interest")
    if lpr is None:
        return Money("interest", 0, None, "money_interest_open", FREE, (), "lpr")
    rate = _rate(lpr, "lpr")
    high = _interest(sum_.high, rate.high, length)
    most = Range(rate.high, rate.high)
    line = _line("work_interest_most", Range(sum_.high, sum_.high), most, length, high, high)
    return Money("interest", 0, high, "money_interest_unpromised", FREE, (line,), "interest_rate" if high else None)


def late(principal: Given, due: date, until: date) -> Money:
    """The doubled part for paying a judgment or award late: 1.75 per 10,000 a day on what is unpaid, from the day after
    `due` to `until` (LAW-ENF-04). ImpossibleInput: `until` not after `due`, zero principal."""
    sum_ = money(principal, "principal", positive=True)
    length = days(due, until, "late") - 1
    if not length:
        raise ImpossibleInput("late", "zero")
    low, high = fen(sum_.low * LATE * length), fen(sum_.high * LATE * length)
    line = Line("work_late", {"rate": sum_words(sum_.low, sum_.high), "count": length, "sum": sum_words(low, high)})
    return Money("late_interest", low, high, said("money_late", low, high), ("LAW-ENF-04",), (line,),
                 None if low == high else "owed_amount")


def _line(key: str, sum_: Range, rate: Range, length: int, low: int, high: int) -> Line:
    percent = count_words(rate.low * 100, rate.high * 100)
    return Line(key, {"rate": sum_words(sum_.low, sum_.high), "percent": percent, "count": length,
                                  "sum": sum_words(low, high)})


def _rate(value: Given, what: str) -> Range:
    rate = number(value, what, positive=True)
    if rate.high > MOST_RATE:
        raise ImpossibleInput(what, "too_large")
    return rate


def _interest(principal: Decimal, yearly: Decimal, length: int) -> int:
    return fen(principal * yearly * length / YEAR_DAYS)
