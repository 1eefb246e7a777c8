"""The second wage of every month without a written contract, at most eleven months (LAW-WAGE-15)."""
from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from bot.law.money.values import Given, Line, Money, Range, days, fen, flag, number, said
from bot.law.money.wages import part_line, part_of_month
from bot.law.money.words import rate_words, sum_words
from bot.law.periods import add_years, full_months, month_end, months_between
from bot.law.values import Laws
from bot.law.workdays import count_workdays

LAWS: Laws = ("LAW-WAGE-15", "LAW-WAGE-16", "LAW-WAGE-18", "LAW-DIS-18", "LAW-WAGE-06")
MOST_MONTHS = 11
ONE_DAY = timedelta(days=1)
IN_FORCE = date(2008, 2, 1)
"""The act holds since 2008, and gave a month for signing (LAW-LCA-97): nothing is counted before this day."""
PAST = "money_second_wage_past"
"""The key when all of it lies more than a year before the claim."""
Counted = tuple[int, tuple[int, int]]
"""Whole months, and the working days of the rest, at least and at most."""


def second_wage(
    wage: Given, begin: date, end: date, *, claimed: date, signed: date | None = None, employment: bool = True,
    first_claimed: date | None = None,
) -> Money:
    """The extra wage for the time without a contract. `wage`: fen for a month; `begin`, `end`: first and last day of work
    (or today while he still works); `signed`: the day a contract was signed; `claimed`: the day on which it is claimed;
    `first_claimed`: an earlier day from which claims reach it in steps of at most a year (LAW-ARB-03).

    From the second month to the day before one year (LAW-WAGE-15), nothing afterwards (LAW-WAGE-16). The low end counts only
    the year before `claimed`, because the one year runs day by day in some places; the high end all of it (LAW-WAGE-18,
    LAW-DIS-18). Nothing before February 2008 (LAW-LCA-97). `employment` False: it is not known who hired, from none to all
    (LAW-WAGE-19), and `question` asks it.
    ImpossibleInput: an end, a claim or a signature before the beginning, a wage of zero.
    """
    pay = number(wage, "wage", positive=True)
    flag(employment, "employment")
    days(begin, end, "work")
    days(begin, claimed, "claimed")
    if signed is not None:
        days(begin, signed, "signed")
    if first_claimed is not None:
        days(begin, first_claimed, "first_claimed")
    first = max(month_end(begin) + ONE_DAY, IN_FORCE)
    last = min(month_end(begin, 12), end, claimed, *((signed - ONE_DAY,) if signed else ()))
    if last < first:
        return Money("second_wage", 0, 0, "money_second_wage_none", ("LAW-WAGE-15",))
    whole, rest = full_months(begin, last)
    all_ = (min(MOST_MONTHS, whole - 1), count_workdays(rest, last) if rest and whole <= MOST_MONTHS else (0, 0))
    all_ = _counted(first, last) if first == IN_FORCE else all_
    near = max(first, add_years(min(claimed, first_claimed or claimed), -1) + ONE_DAY)
    late = all_ if near == first else _counted(near, last) if near <= last else (0, (0, 0))
    most, least = _pay(pay, all_), _pay(pay, late)
    low, high = fen(least[0]) if employment else 0, fen(most[1])
    if not high:
        return Money("second_wage", 0, 0, "money_second_wage_none", ("LAW-WAGE-15",))
    lines = [Line("work_second_wage_span", {"begin": first, "end": last}), *_lines(pay, all_)]
    if near > last:
        lines.append(Line("work_second_wage_past"))
    elif near > first:
        lines += [Line("work_second_wage_near", {"begin": near, "end": last}), *_lines(pay, late)]
    asked = "first_claimed" if near > first else "days_worked" if pay.exact else "pay_rate"
    question = None if low == high else asked if employment else "debtor_kind"
    key, laws = said("money_second_wage", low, high), (*LAWS, "LAW-LCA-97") if first == IN_FORCE else LAWS
    if near > last:
        key, laws = PAST, (*laws, "LAW-ARB-05", "LAW-HOT-04")
    return Money("second_wage", low, high, key, laws, tuple(lines), question)


def _counted(begin: date, end: date) -> Counted:
    months, rest = months_between(begin, end)
    whole = min(MOST_MONTHS, months)
    return whole, count_workdays(rest, end) if rest and whole == months < MOST_MONTHS else (0, 0)


def _pay(wage: Range, time: Counted) -> tuple[Decimal, Decimal]:
    """Whole months and the working days of the rest ÷ 21.75, in fen, unrounded: least and most."""
    low, high = time[1]
    return (wage.low * time[0] + part_of_month(wage.low, Decimal(low)),
            wage.high * time[0] + part_of_month(wage.high, Decimal(high)))


def _lines(wage: Range, time: Counted) -> list[Line]:
    months, (low, high) = time
    lines = []
    if months:
        lines.append(Line("work_second_wage", {"rate": rate_words(wage), "count": months,
                                               "sum": sum_words(wage.low * months, wage.high * months)}))
    if high:
        parts = Range(Decimal(low), Decimal(high))
        lines.append(part_line(wage, parts, part_of_month(wage.low, parts.low), part_of_month(wage.high, parts.high)))
    return lines
