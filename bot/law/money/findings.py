"""Every sum that follows from the facts of one case: what is not told gives a range and the question that narrows it."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

from bot.chinese.values import Fact
from bot.law import told
from bot.law.errors import ImpossibleInput
from bot.law.facts import CaseFacts, Day
from bot.law.money import hours, reading
from bot.law.money.additional import additional
from bot.law.money.compensation import compensation, notice_month
from bot.law.money.fees import lawsuit_fee, payment_order_fee
from bot.law.money.interest import late, promised, unpromised
from bot.law.money.overtime import overtime
from bot.law.money.second_wage import second_wage
from bot.law.money.values import Money, said
from bot.law.money.wages import ASKED, owed_over
from bot.law.nature import nature, relation
from bot.law.values import Nature, Relation

ONE_DAY = timedelta(days=1)
Finder = Callable[[CaseFacts, Nature, Relation, date], Money | None]


def findings(facts: Mapping[str, Fact], today: date) -> tuple[Money, ...]:
    """The sums that these facts allow, in the order in which to say them. Facts that contradict each other (an end before
    the beginning) give no sum; nothing raises. With project money only what a court asks (LAW-WAGE-03)."""
    case = CaseFacts(facts)
    money = nature(case)
    bond = relation(case, money)
    finders = (_lawsuit_fee,) if money.kind == "project_money" else FINDERS
    return tuple(found for finder in finders if (found := _without_error(finder, case, money, bond, today)))


def _without_error(finder: Finder, case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    try:
        return finder(case, money, bond, today)
    except ImpossibleInput:
        return None


def widest(found: Iterable[Money], question: str) -> Money:
    """One result over several readings of a vague fact: the least and the most, and the question that decides."""
    results = list(found)
    low = min(one.low for one in results)
    highs = [one.high for one in results]
    high = None if None in highs else max(one for one in highs if one is not None)
    top = max(results, key=lambda one: (one.high is None, one.high or 0))
    if low == high:
        return top
    name = top.key.removesuffix("_between").removesuffix("_at_most")
    key = top.key if high is None else said(name, low, high)
    return replace(top, low=low, high=high, key=key, question=top.question or question)


def _days(day: Day) -> tuple[date, ...]:
    return tuple(dict.fromkeys((day.first, day.last)))


def _wages(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    rate, span = reading.pay_rate(case), reading.period(case, today)
    if rate is None or span is None or (case.usable("owed_period") is None and case.usable("owed_amount")):
        return None
    each, unit = rate
    counts = case.range(ASKED[unit]) if unit == "month" else told.quantity(case, ASKED[unit])
    paid = case.fen("paid_amount") or (0, 0)
    ends = [(begin, end) for begin, end in product(_days(span[0]), _days(span[1])) if begin <= end]
    if not ends:
        raise ImpossibleInput("owed_period", "end_before_start")
    found = (owed_over((each.low, each.high), unit, begin, end, count=counts, paid=paid) for begin, end in ends)
    return widest(found, "owed_period")


def _overtime(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    """Overtime that he tells of (`money.hours`); labour law holds for employment only. Without hours only the question."""
    rate = reading.pay_rate(case)
    if rate is None or bond.kind == "labour_service":
        return None
    found = hours.readings(case, reading.period(case, today), rate[1])
    if not found:
        return OPEN_OVERTIME if hours.overtime_told(case) and rate[1] != "piece" else None
    each, system, base = (rate[0].low, rate[0].high), hours.system(case), hours.plain_paid(case)
    more = {"system": system, "base_paid": base, **hours.given_back(case)}
    return widest((overtime(each, rate[1], **kinds, **more) for kinds in found), "overtime_hours")


def _second_wage(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    wage, begin, end = reading.monthly(case), case.day("start_date"), reading.last_day(case, today)
    if case.flag("has_contract") is not False or wage is None or begin is None or end is None or bond.kind == "labour_service":
        return None
    employment = bond.kind == "employment"
    ends = [(first, last) for first, last in product(_days(begin), _days(end)) if first <= last <= today]
    if not ends:
        raise ImpossibleInput("work", "end_before_start")
    return widest((second_wage(wage, first, last, claimed=today, employment=employment) for first, last in ends), "start_date")


def _compensation(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    how, wage = reading.ending(case), reading.monthly(case)
    begin, end = case.day("start_date"), case.day("end_date")
    if how is None or wage is None or begin is None or end is None or bond.kind != "employment":
        return None
    known = {name: _fen(told.quantity(case, name)) for name in ("average_wage", "minimum_wage")}
    ends = [day for day in _days(end) if begin.last <= day]
    if not ends:
        raise ImpossibleInput("employment", "end_before_start")
    return widest((compensation(wage, (begin.first, begin.last), day, ending=how, average=known["average_wage"],
                                minimum=known["minimum_wage"]) for day in ends), "end_date")


def _notice(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    how, wage = reading.ending(case), reading.monthly(case)
    if how not in ("no_fault", "unknown") or wage is None or bond.kind != "employment":
        return None
    before = told.quantity(case, "notice_days")
    return notice_month(wage, ending=how, told_days_before=int(before[0]) if before else None)


def _additional(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    owed, order = case.fen("owed_amount"), told.unpaid_order(case)
    return additional(owed, unpaid_order=order) if owed and order is not None and case.debtor_kind != "household" else None


def _interest(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    """After a judgment the doubled part; else from the day after the promised one, when an IOU names it (LAW-WAGE-24)."""
    owed, due = case.fen("owed_amount"), case.day("promised_date")
    if owed is None:
        return None
    judged = told.judgment_day(case, today)
    if judged:
        return late(owed, judged.last, today) if judged.last < today else None
    if due is None or due.last >= today or "iou" not in case.evidence:
        return None
    rate, lpr = told.quantity(case, "interest_rate"), told.quantity(case, "lpr")
    begin = due.last + ONE_DAY
    return promised(owed, rate, begin, today, lpr=lpr) if rate and rate[0] else unpromised(owed, begin, today, lpr=lpr)


def _lawsuit_fee(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    owed = case.fen("owed_amount")
    dispute = bond.kind == "employment" and "iou" not in case.evidence
    return lawsuit_fee(owed, labour_dispute=dispute, simplified=told.simplified(case)) if owed or dispute else None


def _payment_order_fee(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    owed = case.fen("owed_amount")
    return payment_order_fee(owed) if owed and case.evidence & {"iou", "settlement"} and money.kind == "wages" else None


def _fen(told_yuan: tuple[Decimal, Decimal] | None) -> tuple[int, int] | None:
    return (int(told_yuan[0] * 100), int(told_yuan[1] * 100)) if told_yuan else None


OPEN_OVERTIME = Money("overtime", 0, None, "money_overtime_open", ("LAW-WAGE-08", "LAW-EVD-06"), (), "overtime_hours")
FINDERS: tuple[Finder, ...] = (
    _wages, _overtime, _second_wage, _compensation, _notice, _additional, _interest, _lawsuit_fee, _payment_order_fee,
)
