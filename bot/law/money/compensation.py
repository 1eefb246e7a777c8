"""Money at the end of employment: N, 2N and the notice month (LAW-WAGE-21, LAW-WAGE-22, LAW-LCA-40a)."""
from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from bot.law.errors import ImpossibleInput
from bot.law.money.values import MOST, Given, Line, Money, Range, days, fen, money, said, yuan
from bot.law.money.words import count_words, sum_words
from bot.law.periods import months_between
from bot.law.values import Laws

Ending = Literal["forced", "agreed", "no_fault", "illegal", "expired", "closed", "resigned", "fault", "unknown"]
ENDINGS: dict[str, tuple[int, int]] = {
    "forced": (1, 1), "agreed": (1, 1), "no_fault": (1, 1), "expired": (1, 1), "closed": (1, 1), "illegal": (2, 2),
    "resigned": (0, 0), "fault": (0, 0), "unknown": (0, 2),
}
"""How the work ended -> how often N is due, least and most (LAW-WAGE-20, LAW-WAGE-22, LAW-LCA-46, LAW-LCA-46a, LAW-LCA-46b)."""
WHY: dict[str, Laws] = {
    "forced": ("LAW-WAGE-20",), "agreed": ("LAW-LCA-46a",), "no_fault": ("LAW-LCA-46a",), "expired": ("LAW-LCA-46b",),
    "closed": ("LAW-LCA-46b",), "illegal": ("LAW-WAGE-22",), "resigned": ("LAW-WAGE-20",), "fault": ("LAW-LCA-39",),
    "unknown": ("LAW-WAGE-20", "LAW-WAGE-22"),
}
TIMES, YEARS = 3, Decimal(12)
"""Above three times the local average wage: that much, and twelve years at most (LAW-WAGE-21)."""
SINCE = date(2008, 1, 1)
"""Years before this day were counted by the rules of then (LAW-LCA-97a)."""


def service_years(begin: date, end: date) -> Decimal:
    """Years of service as they are paid: six months and more of a year are a whole one, less is half of one (LAW-WAGE-21)."""
    days(begin, end, "employment")
    months, rest = months_between(begin, end)
    years, over = divmod(months, 12)
    if over >= 6:
        return Decimal(years + 1)
    return Decimal(years) + (Decimal("0.5") if over or rest else Decimal(0))


def compensation(
    wage: Given, begin: date | tuple[date, date], end: date, *, ending: Ending = "unknown", average: Given | None = None,
    minimum: Given | None = None,
) -> Money:
    """N or 2N for `ending`. `wage`: fen a month, the average due over the last twelve months; `begin`: first day, or its
    earliest and latest; `average`, `minimum`: the local average and minimum wage a month, None when not known.

    A wage below the minimum counts as the minimum; above three times the average it is cut to that and to twelve years.
    Without the average the cut is open: the low end supposes that it bites as far as the minimum wage allows (the average is
    never below it), from nothing when that is not known either; `question` is then `average_wage`. ImpossibleInput: zero
    wage, an end before the beginning, an average below the minimum, an unknown ending.
    """
    if ending not in ENDINGS:
        raise ImpossibleInput("ending", "no_such")
    pay = money(wage, "wage", positive=True)
    first, last = begin if isinstance(begin, tuple) else (begin, begin)
    days(first, last, "start_date")
    floor = money(minimum, "minimum", positive=True) if minimum is not None else None
    local = money(average, "average", positive=True) if average is not None else None
    if floor and local and local.high < floor.low:
        raise ImpossibleInput("average", "upside_down")
    times = ENDINGS[ending]
    service = _years(last, end), _years(first, end)
    if not times[1]:
        return Money("compensation", 0, 0, "money_compensation_none", WHY[ending])
    if floor:
        pay = Range(max(pay.low, floor.low), max(pay.high, floor.high))
    cut = local or Range(floor.low if floor else Decimal(0), MOST)
    low, high = _least(pay, cut, service[0]), _most(pay, cut, service[1])
    lines = [
        Line("work_years", {"count": count_words(*service)}),
        Line("work_compensation", {"rate": sum_words(int(pay.low), int(pay.high)), "count": count_words(*service),
                                   "sum": sum_words(low, high)}),
    ]
    if local and pay.high > TIMES * local.low:
        lines.append(Line("work_cap", {"rate": yuan(TIMES * local.low)}))
    if times[1] == 2:
        lines.append(Line("work_double", {"sum": yuan(2 * high)}))
    name = "money_compensation_double" if times == (2, 2) else "money_compensation"
    question = _question(ending, local, pay, cut, first != last)
    laws = (*WHY[ending], "LAW-WAGE-21", *(("LAW-LCA-97a",) if first < SINCE else ()))
    low, high = low * times[0], high * times[1]
    return Money("compensation", low, high, said(name, low, high), laws, tuple(lines), None if low == high else question)


def _least(pay: Range, average: Range, years: Decimal) -> int:
    """The smallest sum: with the cut where it may bite, without it where it may not (LAW-WAGE-21)."""
    found = [pay.low * years] if pay.low <= TIMES * average.high else []
    if pay.high > TIMES * average.low:
        found.append(TIMES * average.low * min(YEARS, years))
    return fen(min(found))


def _most(pay: Range, average: Range, years: Decimal) -> int:
    """The largest sum: up to three times the average every year counts, above it twelve at most (LAW-WAGE-21)."""
    top = TIMES * average.high
    found = [min(pay.high, top) * years] if pay.low <= top else []
    if pay.high > top:
        found.append(top * min(YEARS, years))
    return fen(max(found))


def _years(begin: date, end: date) -> Decimal:
    """From 2008 on (LAW-LCA-97a); older years depend on the rules of then and are left out."""
    days(begin, end, "employment")
    return service_years(max(begin, SINCE), end) if end >= SINCE else Decimal(0)


def _question(ending: Ending, local: Range | None, pay: Range, cut: Range, vague_start: bool) -> str:
    if ending == "unknown":
        return "end_reason"
    if vague_start:
        return "start_date"
    return "average_wage" if (local is None or not local.exact) and pay.high > TIMES * cut.low else "pay_rate"


def notice_month(wage: Given, *, ending: Ending, told_days_before: int | None = None) -> Money:
    """The month's wage in place of 30 days' notice: only for a dismissal without fault (LAW-LCA-40a), by the wage of the last
    month (LAW-LCR-20). `told_days_before`: days between the written notice and the last day, None when not known (a range).
    ImpossibleInput: zero wage, a negative number of days, another ending."""
    pay = money(wage, "wage", positive=True)
    if ending not in ("no_fault", "unknown"):
        raise ImpossibleInput("ending", "no_such")
    if told_days_before is not None and told_days_before < 0:
        raise ImpossibleInput("told_days_before", "negative")
    laws = ("LAW-LCA-40", "LAW-LCA-40a", "LAW-LCR-20")
    if told_days_before is not None and told_days_before >= 30:
        return Money("notice_month", 0, 0, "money_notice_given", laws)
    low = int(pay.low) if ending == "no_fault" and told_days_before is not None else 0
    line = Line("work_notice", {"sum": sum_words(int(pay.low), int(pay.high))})
    asked = "end_reason" if ending == "unknown" else "notice_days" if told_days_before is None else "pay_rate"
    question = None if low == pay.high else asked
    return Money("notice_month", low, int(pay.high), said("money_notice", low, int(pay.high)), laws, (line,), question)
