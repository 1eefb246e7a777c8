"""The facts of a case as inputs of the calculations: rate, days, how the work ended."""
from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.law.ending import Ending, ended
from bot.law.facts import CaseFacts, Day, as_number
from bot.law.money.compensation import ENDINGS
from bot.law.money.values import Range
from bot.law.money.wages import LAWS, Unit, month_wage

SLOTS = ("claim_words", "end_date", "still_working", "owed_amount")


def pay_rate(case: CaseFacts) -> tuple[Range, Unit] | None:
    """Fen for one unit, least and most, unrounded (0.125 yuan are 12.5), and the unit; None when not told, nothing, or no
    number that can be."""
    fact = case.usable("pay_rate")
    rates = [part for part in (fact.low, fact.value, fact.high) if isinstance(part, dict)] if fact else []
    units = [part.get("unit") for part in rates]
    sums = [as_number(part.get("amount")) for part in rates]
    known = [sum_ for sum_ in sums if sum_]
    if not known or len(known) != len(sums) or known != sorted(known) or any(unit != units[0] for unit in units):
        return None
    for unit in LAWS:
        if unit == units[0]:
            return Range(known[0] * 100, known[-1] * 100), _unit(unit)
    return None


def monthly(case: CaseFacts) -> tuple[Decimal, Decimal] | None:
    """The wage of a month in fen, least and most, unrounded; None for piece work or an untold rate."""
    told = pay_rate(case)
    if told is None or told[1] == "piece":
        return None
    wage = month_wage(*told)
    return wage.low, wage.high


def ending(case: CaseFacts) -> Ending | None:
    """How the work ended: the optional fact `end_reason`, else his words; `unknown` for a dismissal that is not told
    further, `declined` when he did not renew, None when nothing speaks of an end."""
    told = case.code("end_reason")
    for name in ENDINGS:
        if told == name and name != "unknown":
            return _ending(name)
    return ended(case.words(*SLOTS))


def work_span(case: CaseFacts, today: date) -> tuple[Day, Day] | None:
    """The time of work up to its end, or to today while he still works; failing it the owed period."""
    begin, end = case.day("start_date"), last_day(case, today)
    return (begin, end) if begin and end else case.period()


def last_day(case: CaseFacts, today: date) -> Day | None:
    """The last day of work; today while he still works."""
    end = case.day("end_date")
    if end:
        return end
    return Day(today, today, True) if case.flag("still_working") else None


def _unit(name: str) -> Unit:
    units: dict[str, Unit] = {"month": "month", "day": "day", "hour": "hour", "piece": "piece"}
    return units[name]


def _ending(name: str) -> Ending:
    found: dict[str, Ending] = {
        "forced": "forced", "agreed": "agreed", "no_fault": "no_fault", "illegal": "illegal", "expired": "expired",
        "closed": "closed", "unpaid": "unpaid", "unfit": "unfit", "cut": "cut", "declined": "declined", "resigned": "resigned",
        "fault": "fault",
    }
    return found[name]
