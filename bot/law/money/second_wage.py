"""The second wage of every month without a written contract, at most eleven months (LAW-WAGE-15)."""
from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from bot.law.money.values import Given, Line, Money, days, fen, money, said
from bot.law.money.wages import MONTH_DAYS
from bot.law.money.words import count_words, sum_words
from bot.law.periods import add_months, add_years, months_between
from bot.law.values import Laws
from bot.law.workdays import count_workdays

LAWS: Laws = ("LAW-WAGE-15", "LAW-WAGE-16", "LAW-WAGE-18", "LAW-DIS-18", "LAW-WAGE-06")
MOST_MONTHS = Decimal(11)
ONE_DAY = timedelta(days=1)


def second_wage(
    wage: Given, begin: date, end: date, *, claimed: date, signed: date | None = None, employment: bool = True
) -> Money:
    """The extra wage for the time without a contract. `wage`: fen for a month; `begin`, `end`: first and last day of work
    (or today while he still works); `signed`: the day a contract was signed; `claimed`: the day on which it is claimed.

    From the second month to the day before one year (LAW-WAGE-15), nothing afterwards (LAW-WAGE-16). The low end counts only
    the year before `claimed`, because the one year runs day by day in some places; the high end all of it (LAW-WAGE-18,
    LAW-DIS-18). `employment` False: it is not known who hired, from none to all (LAW-WAGE-19), and `question` asks it.
    ImpossibleInput: an end, a claim or a signature before the beginning, a wage of zero.
    """
    pay = money(wage, "wage", positive=True)
    days(begin, end, "work")
    days(begin, claimed, "claimed")
    if signed is not None:
        days(begin, signed, "signed")
    first = add_months(begin, 1)
    last = min(add_years(begin, 1) - ONE_DAY, end, claimed, *((signed - ONE_DAY,) if signed else ()))
    if last < first:
        return Money("second_wage", 0, 0, "money_second_wage_none", ("LAW-WAGE-15",))
    most = _pay(pay.high, first, last)
    near = max(first, add_years(claimed, -1) + ONE_DAY)
    least = _pay(pay.low, near, last) if near <= last else (0, 0, Decimal(0))
    low = least[0] if employment else 0
    lines = (Line("work_second_wage_span", {"begin": first, "end": last}),
             Line("work_second_wage", {"rate": sum_words(int(pay.low), int(pay.high)), "count": count_words(most[2]),
                                       "sum": sum_words(most[0], most[1])}))
    asked = "first_claimed" if near > first else "days_worked" if pay.exact else "pay_rate"
    question = asked if employment else "debtor_kind"
    high = most[1]
    return Money("second_wage", low, high, said("money_second_wage", low, high), LAWS, lines, None if low == high else question)


def _pay(wage: Decimal, begin: date, end: date) -> tuple[int, int, Decimal]:
    """Whole months and the working days of the rest ÷ 21.75: least and most in fen, and the months (at most)."""
    months, rest = months_between(begin, end)
    if rest is None:
        return fen(wage * months), fen(wage * months), Decimal(months)
    worked = count_workdays(rest, end)
    low, high = (min(MOST_MONTHS, months + min(Decimal(1), Decimal(count) / MONTH_DAYS)) for count in worked)
    return fen(wage * low), fen(wage * high), high
