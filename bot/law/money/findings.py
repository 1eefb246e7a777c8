"""Every sum that follows from the facts of one case: what is not told gives a range and the question that narrows it."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

from bot.chinese.values import Fact
from bot.law import told
from bot.law.bounds import possible
from bot.law.errors import ImpossibleInput
from bot.law.facts import CaseFacts, Day
from bot.law.money import hours, reading
from bot.law.money.additional import additional
from bot.law.money.compensation import compensation, notice_month
from bot.law.money.fees import lawsuit_fee, payment_order_fee
from bot.law.money.interest import late, promised, unpromised
from bot.law.money.overtime import overtime
from bot.law.money.second_wage import IN_FORCE, PAST, second_wage
from bot.law.money.values import Line, Money, fen, said
from bot.law.money.wages import ASKED, owed_over
from bot.law.money.words import count_words
from bot.law.nature import nature, relation
from bot.law.values import Nature, Relation

ONE_DAY = timedelta(days=1)
Finder = Callable[[CaseFacts, Nature, Relation, date], Money | None]


def findings(facts: Mapping[str, Fact], today: date) -> tuple[Money, ...]:
    """The sums that these facts allow, in the order in which to say them. Facts that contradict each other (an end before
    the beginning) give no sum; nothing raises. With project money or a loan only what a court asks (LAW-WAGE-03);
    nothing for what lies outside."""
    case = CaseFacts(possible(facts, today))
    money = nature(case)
    bond = relation(case, money)
    finders = FINDERS if money.labour else () if money.kind == "outside" else (_lawsuit_fee,)
    sums = [found for finder in finders if (found := _without_error(finder, case, money, bond, today))]
    if told.past_retirement(case):
        sums = [_past_retirement(found) if found.what in RETIRED else found for found in sums if found.what != "notice_month"]
    return tuple(sums)


def _without_error(finder: Finder, case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    try:
        return finder(case, money, bond, today)
    except ImpossibleInput:
        return None


def widest(found: Iterable[Money], question: str) -> Money:
    """One result over several readings of a vague fact: the least and the most, and the question that decides."""
    results = list(found)
    if len(results) == 1:
        return results[0]
    low = min(one.low for one in results)
    highs = [one.high for one in results]
    high = None if None in highs else max(one for one in highs if one is not None)
    top = max(results, key=lambda one: (one.high is None, one.high or 0))
    if low == high:
        return top
    name = top.key.removesuffix("_between").removesuffix("_at_most").removesuffix("_past")
    key = top.key if high is None or {one.key for one in results} == {PAST} else said(name, low, high)
    working = top.working if top.low == low else (Line("work_most"), *top.working)
    return replace(top, low=low, high=high, key=key, working=working, question=top.question or question)


def _if_employed(case: CaseFacts, found: Money) -> Money:
    """A sum of labour law while it is not known who hired: from nothing on, and that is asked (LAW-EVD-01)."""
    if case.debtor_kind != "unknown" or found.high == 0:
        return found
    name = found.key.removesuffix("_between").removesuffix("_at_most")
    key = found.key if found.high is None else said(name, 0, found.high)
    return replace(found, low=0, key=key, working=(Line("work_if_employed"), *found.working), question="debtor_kind")


def _past_retirement(found: Money) -> Money:
    """What is said of a sum of labour law to who is past the age of retirement: not how much, because it is not sure that he has
    it at all (LAW-WAGE-28)."""
    if found.high == 0:
        return found
    return Money(found.what, 0, None, f"money_{found.what}_retired", ("LAW-WAGE-28", "LAW-HOT-04"))


RETIRED = ("second_wage", "compensation")
"""Sums that LAW-WAGE-28 does not name; of the notice month nothing is said."""


def _may_be_employment(case: CaseFacts, bond: Relation) -> bool:
    return bond.kind == "employment" or case.debtor_kind == "unknown"


def _days(day: Day) -> tuple[date, ...]:
    return tuple(dict.fromkeys((day.first, day.last)))


def _wages(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    """Rate × owed period, or × the days, hours or pieces that he tells. Without these the period is asked: not all of the work
    need be unpaid."""
    rate, span = reading.pay_rate(case), reading.work_span(case, today)
    if rate is None or span is None or (case.usable("owed_period") is None and case.usable("owed_amount")):
        return None
    each, unit = rate
    counts = case.range(ASKED[unit]) if unit == "month" else told.quantity(case, ASKED[unit])
    if case.period() is None and (unit == "month" or counts is None):
        return OPEN_WAGES
    span = case.period() or span
    paid = case.fen("paid_amount") or (0, 0)
    ends = [(begin, end) for begin, end in product(_days(span[0]), _days(span[1])) if begin <= end]
    if not ends:
        raise ImpossibleInput("owed_period", "end_before_start")
    found = (owed_over((each.low, each.high), unit, begin, end, count=counts, paid=paid) for begin, end in ends)
    return widest(found, "owed_period")


def _overtime(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    """Overtime that he tells of (`money.hours`); labour law holds for employment only. Without hours only the question. So many
    hours of every day are the most: each of these days has to be proved (LAW-EVD-06)."""
    rate = reading.pay_rate(case)
    if rate is None or bond.kind == "labour_service":
        return None
    span = reading.work_span(case, today)
    found = hours.readings(case, span, rate[1])
    if not found:
        return OPEN_OVERTIME if hours.overtime_told(case) and rate[1] != "piece" else None
    each, system, base = (rate[0].low, rate[0].high), hours.system(case), hours.plain_paid(case)
    more = {"system": system, "base_paid": base, **hours.given_back(case)}
    if len(found) > 1:
        found = [{"untold": next(iter(found[0].values())), "between": tuple(kind for kinds in found for kind in kinds)}]
    result, days = overtime(each, rate[1], **found[0], **more), _daily_span(case, span, found[0])
    if days and result.high:
        key = said("money_overtime", 0, result.high)
        result = replace(result, low=0, key=key, question=result.question or "overtime_hours")
    return _if_employed(case, replace(result, working=(*days, *result.working)))


def _daily_span(case: CaseFacts, span: tuple[Day, Day] | None, kinds: hours.Hours) -> tuple[Line, ...]:
    """For hours of every day: which days were counted (the time of the work, not the owed months)."""
    each, days = hours.each_day(case), hours.workdays(span) if span else None
    if case.usable("overtime_hours") or not each or not days or not span or list(kinds) != ["weekday"]:
        return ()
    return (Line("work_overtime_span", {
        "begin": span[0].first, "end": span[1].last, "count": count_words(Decimal(days[0]), Decimal(days[1])),
        "more": count_words(each), "sum": count_words(*kinds["weekday"])}),)


def _second_wage(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    """Not for the leader of a crew who also claims project money: employment comes first (LAW-WAGE-19)."""
    wage, begin, end = reading.monthly(case), case.day("start_date"), reading.last_day(case, today)
    signed = case.flag("has_contract")
    if signed or wage is None or begin is None or end is None or bond.kind == "labour_service" or money.kind == "mixed":
        return None
    employment = bond.kind == "employment"
    ends = [(first, last) for first, last in product(_days(begin), _days(end)) if first <= last <= today]
    if not ends:
        raise ImpossibleInput("work", "end_before_start")
    before = told.first_claimed(case, today)
    before = before if before and before >= begin.last else None
    found = widest((second_wage(wage, first, last, claimed=today, employment=employment, first_claimed=before)
                    for first, last in ends), "start_date")
    if begin.first < IN_FORCE and not found.high:
        return None
    if signed is False or not found.high:
        return found
    key = found.key if found.key == PAST else said("money_second_wage", 0, found.high)
    return replace(found, low=0, key=key, question="has_contract")


def _compensation(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    how, wage = reading.ending(case), reading.monthly(case)
    begin, end = case.day("start_date"), case.day("end_date")
    if how is None or wage is None or begin is None or end is None or not _may_be_employment(case, bond):
        return None
    known = {name: _fen(told.quantity(case, name)) for name in ("average_wage", "minimum_wage")}
    ends = [day for day in _days(end) if begin.last <= day]
    if not ends:
        raise ImpossibleInput("employment", "end_before_start")
    found = widest((compensation(wage, (begin.first, begin.last), day, ending=how, average=known["average_wage"],
                                 minimum=known["minimum_wage"], today=today) for day in ends), "end_date")
    return _if_employed(case, found)


def _notice(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    how, wage = reading.ending(case), reading.monthly(case)
    how = "unknown" if how in ("unfit", "cut") else how
    if how not in ("no_fault", "unknown") or wage is None or not _may_be_employment(case, bond):
        return None
    before = told.quantity(case, "notice_days")
    return _if_employed(case, notice_month(wage, ending=how, told_days_before=before))


def _additional(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    owed, order = case.fen("owed_amount"), told.unpaid_order(case)
    if not owed or order is None or case.debtor_kind == "household":
        return None
    return additional(owed, unpaid_order=order, against_unit=case.debtor_kind in UNITS)


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
    quick = told.simplified(case)
    if money.labour and case.debtor_kind == "unknown" and owed:
        both = widest((lawsuit_fee(owed, labour_dispute=kind, simplified=quick) for kind in (True, False)), "debtor_kind")
        return replace(both, question="debtor_kind")
    dispute = bond.kind == "employment" and ("iou" not in case.evidence or told.more_than_wages(case))
    return lawsuit_fee(owed, labour_dispute=dispute, simplified=quick) if owed or dispute else None


def _payment_order_fee(case: CaseFacts, money: Nature, bond: Relation, today: date) -> Money | None:
    owed = case.fen("owed_amount")
    paper = case.evidence & {"iou", "settlement"} and not (bond.kind == "employment" and told.more_than_wages(case))
    return payment_order_fee(owed) if owed and paper and money.kind == "wages" else None


def _fen(told_yuan: tuple[Decimal, Decimal] | None) -> tuple[int, int] | None:
    return (fen(told_yuan[0] * 100), fen(told_yuan[1] * 100)) if told_yuan else None


UNITS = ("company", "labour_agency")
"""Debtors that an order to pay binds (LAW-WAGE-23); an order for a foreman's men may name the firm behind him."""
OPEN_WAGES = Money("wages", 0, None, "money_wages_no_period", ("LAW-WAGE-06", "LAW-WAGE-07"), (), "owed_period")
OPEN_OVERTIME = Money("overtime", 0, None, "money_overtime_open", ("LAW-WAGE-08", "LAW-EVD-06"), (), "overtime_hours")
FINDERS: tuple[Finder, ...] = (
    _wages, _overtime, _second_wage, _compensation, _notice, _additional, _interest, _lawsuit_fee, _payment_order_fee,
)
