"""Money at the end of employment: N, 2N and the notice month (LAW-WAGE-21, LAW-WAGE-22, LAW-LCA-40a)."""
from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from bot.law.bounds import day_of
from bot.law.ending import Ending
from bot.law.errors import ImpossibleInput
from bot.law.money.values import MOST, Given, Line, Money, Range, days, fen, money, number, one_of, said, worked
from bot.law.money.words import count_words, rate_words, sum_words
from bot.law.periods import full_months
from bot.law.values import Laws

ENDINGS: dict[str, tuple[int, int]] = {
    "forced": (1, 1), "agreed": (1, 1), "no_fault": (1, 1), "expired": (1, 1), "closed": (1, 1), "illegal": (2, 2),
    "unpaid": (0, 1), "unfit": (1, 2), "cut": (1, 2), "declined": (0, 1), "resigned": (0, 0), "fault": (0, 0), "unknown": (0, 2),
}
"""How the work ended -> how often N is due, least and most (LAW-WAGE-20, LAW-WAGE-22, LAW-LCA-46, LAW-LCA-46a, LAW-LCA-46b)."""
WHY: dict[str, Laws] = {
    "forced": ("LAW-WAGE-20",), "agreed": ("LAW-LCA-46a",), "no_fault": ("LAW-LCA-46a",), "expired": ("LAW-LCA-46b",),
    "closed": ("LAW-LCA-46b",), "declined": ("LAW-LCA-46b",), "illegal": ("LAW-WAGE-22",),
    "resigned": ("LAW-WAGE-20",), "fault": ("LAW-LCA-39",),
    "unknown": ("LAW-WAGE-20", "LAW-WAGE-22", "LAW-EVD-07"),
    "unpaid": ("LAW-WAGE-20", "LAW-LCA-46"), "unfit": ("LAW-LCA-40", "LAW-LCA-46a", "LAW-WAGE-22"),
    "cut": ("LAW-LCA-46a", "LAW-WAGE-22"),
}
ASKED = {
    "unknown": "end_reason", "declined": "renewal_terms", "unpaid": "reason_written", "unfit": "trained", "cut": "end_reason",
}
"""What decides how often N is due."""
TIMES, YEARS = 3, Decimal(12)
"""Above three times the local average wage: that much, and twelve years at most (LAW-WAGE-21)."""
NOTICE = 30
"""Days of written notice (LAW-LCA-40a)."""
SINCE = date(2008, 1, 1)
"""Years before this day were counted by the rules of then (LAW-LCA-97a); those of 2N from the first day on (LAW-LCR-25a)."""


class Counted(NamedTuple):
    """Wage a month in fen × months; `cut`: the wage is three times the average or more was left out (LAW-WAGE-21)."""

    wage: Decimal
    months: Decimal
    cut: bool

    @property
    def sum_(self) -> Decimal:
        """Fen, unrounded."""
        return self.wage * self.months




def service_years(begin: date, end: date) -> Decimal:
    """Years of service as they are paid: six months and more of a year are a whole one, less is half of one (LAW-WAGE-21)."""
    days(begin, end, "employment")
    months, rest = full_months(begin, end)
    years, over = divmod(months, 12)
    if over >= 6:
        return Decimal(years + 1)
    return Decimal(years) + (Decimal("0.5") if over or rest else Decimal(0))


def compensation(
    wage: Given, begin: date | tuple[date, date], end: date, *, ending: Ending = "unknown", average: Given | None = None,
    minimum: Given | None = None, today: date | None = None,
) -> Money:
    """N or 2N for `ending`. `wage`: fen a month, the average due over the last twelve months; `begin`: first day, or its
    earliest and latest; `average`, `minimum`: the local average and minimum wage a month, None when not known.

    A wage below the minimum counts as the minimum; above three times the average it is cut to that and to twelve years.
    Without the average the cut is open: the low end supposes that it bites as far as the minimum wage allows (the average is
    never below it), from nothing when that is not known either; `question` is then `average_wage`. Years before 2008: N has
    no top then, because the rules of then are not known here (LAW-LCA-97a); 2N counts them at the high end (LAW-LCR-25a).
    ImpossibleInput: zero wage, an end before the beginning or after `today`, an average below the minimum, an unknown ending.
    """
    times = ENDINGS[one_of(ending, ENDINGS, "ending")]
    pay = number(wage, "wage", positive=True)
    first, last = _begin(begin)
    days(first, last, "start_date")
    days(last, end, "employment")
    if today is not None and end > day_of(today, "today"):
        raise ImpossibleInput("end_date", "in_future")
    floor = money(minimum, "minimum", positive=True) if minimum is not None else None
    local = money(average, "average", positive=True) if average is not None else None
    if floor and local and local.high < floor.low:
        raise ImpossibleInput("average", "upside_down")
    if not times[1]:
        return Money("compensation", 0, 0, "money_compensation_none", WHY[ending])
    if floor:
        pay = Range(max(pay.low, floor.low), max(pay.high, floor.high))
    cut = local or Range(floor.low if floor else Decimal(0), MOST)
    old = first < SINCE
    longest = service_years(first, end) if times == (2, 2) else _since(first, end)
    least, most = _least(pay, cut, _since(last, end)), _most(pay, cut, longest)
    years = Line("work_years", {"count": count_words(_since(last, end), longest)})
    lines = [years, *_working(local, floor, least, most, times)]
    low, high = fen(least.sum_) * times[0], fen(most.sum_) * times[1]
    laws = (*WHY[ending], "LAW-WAGE-21", *(("LAW-LCA-97a", "LAW-LCR-25a") if old else ()))
    question = None if low == high else _question(ending, local, pay, cut, first != last)
    if old and times != (2, 2):
        key = "money_compensation_since_2008" if low else "money_compensation_before_2008"
        return Money("compensation", low, None, key, laws, (Line("work_before_2008"), *lines), question)
    name = "money_compensation_double" if times == (2, 2) else "money_compensation"
    lines = [Line("work_before_2008_double"), *lines] if old else lines
    return Money("compensation", low, high, said(name, low, high), laws, tuple(lines), question)


def _begin(begin: Any) -> tuple[date, date]:
    if not isinstance(begin, tuple):
        return begin, begin
    if len(begin) != 2:
        raise ImpossibleInput("start_date", "not_a_day")
    return begin


def _least(pay: Range, average: Range, years: Decimal) -> Counted:
    """The smallest sum: with the cut where it may bite, without it where it may not (LAW-WAGE-21)."""
    found = [Counted(pay.low, years, False)] if pay.low <= TIMES * average.high else []
    if pay.high > TIMES * average.low:
        found.append(Counted(TIMES * average.low, min(YEARS, years), True))
    return min(found, key=lambda one: one.sum_)


def _most(pay: Range, average: Range, years: Decimal) -> Counted:
    """The largest sum: up to three times the average every year counts, above it twelve at most (LAW-WAGE-21)."""
    top = TIMES * average.high
    found = [Counted(min(pay.high, top), years, False)] if pay.low <= top else []
    if pay.high > top:
        found.append(Counted(top, min(YEARS, years), True))
    return max(found, key=lambda one: one.sum_)


def _since(begin: date, end: date) -> Decimal:
    """Years of service from 2008 on (LAW-LCA-97a)."""
    return service_years(max(begin, SINCE), end) if end >= SINCE else Decimal(0)


def _working(
    local: Range | None, floor: Range | None, least: Counted, most: Counted, times: tuple[int, int]
) -> list[Line]:
    """The cut with its three times, least and most as they were counted, and the doubling."""
    lines: list[Line] = []
    if local and (least.cut or most.cut):
        lines.append(Line("work_cap", {"rate": rate_words(local), "sum": sum_words(local.low * TIMES, local.high * TIMES)}))
    elif least.cut and floor:
        lowest = Range(floor.low, floor.low)
        lines.append(Line("work_cap_minimum", {"rate": rate_words(lowest), "sum": sum_words(least.wage, least.wage)}))
    if least.cut == most.cut:
        lines.append(_line("work_compensation", least, most))
    else:
        lines += [_line("work_compensation_least", least, least) if least.wage else Line("work_compensation_open"),
                  _line("work_compensation_most", most, most)]
    if times[1] == 2:
        low = least if times[0] else most
        key = "work_double" if times[0] else "work_double_maybe"
        once = fen(low.sum_), fen(most.sum_)
        lines.append(Line(key, {"rate": sum_words(*once), "sum": sum_words(once[0] * 2, once[1] * 2)}))
    return lines


def _line(key: str, low: Counted, high: Counted) -> Line:
    return Line(key, {"rate": rate_words(Range(low.wage, high.wage)), "count": count_words(low.months, high.months),
                      "sum": sum_words(low.sum_, high.sum_)})


def _question(ending: Ending, local: Range | None, pay: Range, cut: Range, vague_start: bool) -> str:
    if ending in ASKED:
        return ASKED[ending]
    if vague_start:
        return "start_date"
    return "average_wage" if (local is None or not local.exact) and pay.high > TIMES * cut.low else "pay_rate"


def notice_month(wage: Given, *, ending: Ending, told_days_before: Given | None = None) -> Money:
    """The month's wage in place of 30 days' notice: only for a dismissal without fault (LAW-LCA-40a), by the wage of the last
    month (LAW-LCR-20). `told_days_before`: days between the written notice and the last day, or least and most of them; None
    when not known (a range). ImpossibleInput: zero wage, no number of days, another ending."""
    pay = number(wage, "wage", positive=True)
    one_of(ending, ("no_fault", "unknown"), "ending")
    before = worked(told_days_before, "told_days_before", "day") if told_days_before is not None else None
    laws = ("LAW-LCA-40", "LAW-LCA-40a", "LAW-LCR-20")
    if before and before.low >= NOTICE:
        return Money("notice_month", 0, 0, "money_notice_given", laws)
    due = ending == "no_fault" and before is not None and before.high < NOTICE
    low, high = fen(pay.low) if due else 0, fen(pay.high)
    line = Line("work_notice", {"sum": sum_words(pay.low, pay.high)})
    asked = "end_reason" if ending == "unknown" else "pay_rate" if due else "notice_days"
    return Money("notice_month", low, high, said("money_notice", low, high), laws, (line,), None if low == high else asked)
