"""What must hold for every input: more owed never pays less, a later claim never has more days left, every open road has all
its papers."""
from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chinese.values import Fact
from bot.law.assess import assess
from bot.law.facts import CaseFacts
from bot.law.limits import limits
from bot.law.money.additional import additional
from bot.law.money.compensation import compensation, service_years
from bot.law.money.fees import lawsuit_fee, payment_order_fee
from bot.law.money.findings import findings
from bot.law.money.interest import late, promised, unpromised
from bot.law.money.overtime import overtime
from bot.law.money.second_wage import second_wage
from bot.law.money.values import Money
from bot.law.money.wages import owed, owed_over
from bot.law.money.words import from_capitals, in_capitals
from bot.law.nature import nature, relation
from bot.law.periods import add_months, months_between
from bot.law.terms import RULES, term
from bot.law.values import Assessment
from bot.settings import ROOT
from tests.law.tables import TODAY, law_ids, sentences
from tests.law.test_combinations import DEBTORS, ENDS, PROCEEDINGS, TRADES, TRIED, WORDS

QUICK = settings(max_examples=60, deadline=None, derandomize=True)
SUMS = st.integers(min_value=1, max_value=10 ** 9)
RATES = st.integers(min_value=1, max_value=10 ** 7)
DAYS = st.dates(date(2009, 1, 1), date(2030, 12, 31))
LENGTHS = st.integers(min_value=0, max_value=4000)
PAPERS = {
    "inspection": "LAW-DOC-01", "arbitration": "LAW-DOC-02", "payment_order": "LAW-DOC-03", "lawsuit": "LAW-DOC-04",
    "legal_aid": "LAW-AID-04", "enforcement": "LAW-DOC-09",
}
"""road -> the fact that says what its paper must hold; the other roads need no prescribed paper."""


def no_less(more: Money, less: Money) -> None:
    """`more` pays at least as much at both ends."""
    assert more.low >= less.low
    assert more.high is None or (less.high is not None and more.high >= less.high)


@QUICK
@given(RATES, RATES, st.integers(1, 31), st.sampled_from(["day", "hour", "piece"]))
def test_a_higher_rate_never_pays_less(rate: int, more: int, count: int, unit: Any) -> None:
    no_less(owed(rate + more, unit, count), owed(rate, unit, count))
    no_less(owed(rate + more, "month", count, part_days=count), owed(rate, "month", count, part_days=count))
    no_less(overtime(rate + more, unit, weekday=count), overtime(rate, unit, weekday=count))


@QUICK
@given(RATES, DAYS, LENGTHS, st.integers(0, 400), st.sampled_from(["day", "month"]))
def test_a_longer_time_never_pays_less(rate: int, begin: date, length: int, more: int, unit: Any) -> None:
    end = begin + timedelta(days=length)
    shorter, longer = owed_over(rate, unit, begin, end), owed_over(rate, unit, begin, end + timedelta(days=more))
    assert shorter.high is not None and longer.high is not None
    assert longer.high >= shorter.high and longer.low >= shorter.low


@QUICK
@given(RATES, st.integers(1, 60), SUMS, SUMS)
def test_more_paid_never_leaves_more_owed(rate: int, count: int, paid: int, more: int) -> None:
    no_less(owed(rate, "day", count, paid=paid), owed(rate, "day", count, paid=paid + more))


@QUICK
@given(SUMS, SUMS, DAYS, st.integers(1, 2000))
def test_more_owed_never_pays_less(sum_: int, more: int, day: date, length: int) -> None:
    end = day + timedelta(days=length)
    for calls in (
        lambda owed_: additional(owed_, unpaid_order=True), lambda owed_: promised(owed_, 1, day, end),
        lambda owed_: unpromised(owed_, day, end, lpr=1), lambda owed_: late(owed_, day, end),
        lambda owed_: lawsuit_fee(owed_, labour_dispute=False), payment_order_fee,
    ):
        no_less(calls(sum_ + more), calls(sum_))


@QUICK
@given(RATES, RATES, DAYS, st.integers(0, 700), st.integers(0, 700))
def test_waiting_never_raises_the_floor_of_the_second_wage(wage: int, more: int, begin: date, length: int, wait: int) -> None:
    end = begin + timedelta(days=length)
    now, later = (second_wage(wage, begin, end, claimed=end + timedelta(days=days)) for days in (0, wait))
    assert now.high is not None and later.high is not None and now.high <= 11 * wage + 1
    assert later.low <= now.low and later.high == now.high
    no_less(second_wage(wage + more, begin, end, claimed=end), now)


@QUICK
@given(RATES, RATES, DAYS, st.integers(0, 12 * 365))
def test_up_to_twelve_years_a_higher_wage_never_pays_less_compensation(wage: int, more: int, begin: date, length: int) -> None:
    end = begin + timedelta(days=length)
    for known in ({}, {"average": 500000}, {"minimum": 200000}):
        less, higher = (compensation(pay, begin, end, ending="forced", **known) for pay in (wage, wage + more))
        no_less(higher, less)
        double = compensation(wage, begin, end, ending="illegal", **known)
        assert (double.low, double.high) == (2 * less.low, 2 * (less.high or 0))


@QUICK
@given(DAYS, LENGTHS, st.integers(0, 800))
def test_longer_service_never_counts_less(begin: date, length: int, more: int) -> None:
    end = begin + timedelta(days=length)
    assert service_years(begin, end + timedelta(days=more)) >= service_years(begin, end)
    assert (service_years(begin, end) * 2) % 1 == 0


@QUICK
@given(DAYS, LENGTHS)
def test_months_and_the_rest_make_the_whole_time(begin: date, length: int) -> None:
    end = begin + timedelta(days=length)
    months, rest = months_between(begin, end)
    assert months >= 0
    assert (rest or end + timedelta(days=1)) == add_months(begin, months)
    assert rest is None or (end - rest).days < 31


@QUICK
@given(st.integers(min_value=0, max_value=10 ** 12))
def test_capitals_come_back_as_the_same_sum(fen: int) -> None:
    assert from_capitals(in_capitals(fen)) == fen


@QUICK
@given(st.sampled_from(sorted(RULES)), st.dates(date(2024, 1, 1), date(2035, 12, 31)), st.integers(0, 400))
def test_a_term_that_starts_later_never_ends_sooner(what: str, start: date, more: int) -> None:
    soon, later = term(what, start), term(what, start + timedelta(days=more))
    assert soon.earliest <= soon.latest <= (soon.longer or soon.latest)
    assert later.earliest >= soon.earliest


CASES = st.fixed_dictionaries({
    "debtor_kind": st.sampled_from(DEBTORS), "industry": st.sampled_from(TRADES), "end_date": st.sampled_from(ENDS),
    "claim_words": st.sampled_from((*WORDS, "厂子倒闭了", "他是挂靠的", "公司改名了")),
    "other_proceeding": st.sampled_from((*PROCEEDINGS, None)), "already_tried": st.sampled_from(TRIED),
    "has_iou": st.sampled_from((True, False, None)), "people_count": st.sampled_from((1, 12, None)),
    "award_date": st.sampled_from(("2026-11-15", "2026-10-01", None)), "owed_amount": st.sampled_from((500, 20000, None)),
    "still_working": st.sampled_from((True, False, None)), "general_contractor": st.sampled_from(("宏达建设", None)),
    "pay_rate": st.sampled_from(({"amount": 260, "unit": "day"}, {"amount": 6000, "unit": "month"}, None)),
})


def told(case: dict[str, Any]) -> dict[str, Fact]:
    """A case as facts; None is not told."""
    values = {slot: list(value) if isinstance(value, tuple) else value for slot, value in case.items()}
    return {slot: Fact("known", value) for slot, value in values.items() if value is not None}


def of(case: dict[str, Any]) -> Assessment:
    """The assessment of a case today."""
    return assess(told(case), TODAY)


@QUICK
@given(CASES, st.integers(1, 500))
def test_a_limit_never_grows_by_waiting(case: dict[str, Any], days: int) -> None:
    facts = CaseFacts(told(case))
    money = nature(facts)
    bond = relation(facts, money)
    now = {limit.what: limit.days_left for limit in limits(facts, money, bond, TODAY)}
    for limit in limits(facts, money, bond, TODAY + timedelta(days=days)):
        before = now.get(limit.what)
        assert before is None or limit.days_left is None or limit.days_left == before - days


@QUICK
@given(CASES)
def test_every_open_road_has_all_its_papers(case: dict[str, Any]) -> None:
    for road in of(case).roads:
        told_ = yaml.safe_load((ROOT / "content" / "routes" / f"{road.route}.yml").read_text(encoding="utf-8"))
        if not road.open or not (road.recommended or road.route in PAPERS):
            continue
        assert told_["papers"] and all(paper["text"] and paper["laws"] for paper in told_["papers"])
        needed = PAPERS.get(road.route)
        assert needed is None or needed in {law for paper in told_["papers"] for law in paper["laws"]}
        assert told_[road.cost]["laws"] and told_[road.duration]["laws"]


@QUICK
@given(CASES)
def test_every_finding_can_be_said_and_rests_on_facts(case: dict[str, Any]) -> None:
    found = of(case)
    assert found.laws() <= law_ids() and found.keys() <= sentences().keys()
    assert found.question == (found.missing[0] if found.missing else None)
    for sum_ in findings(told(case), TODAY):
        assert sum_.laws and set(sum_.laws) <= law_ids() and sum_.key in sentences()
        assert (sum_.high is None or sum_.low <= sum_.high) and (sum_.exact or sum_.high is None or sum_.low < sum_.high)


@QUICK
@given(CASES)
def test_the_same_facts_give_the_same_result(case: dict[str, Any]) -> None:
    assert of(case) == of(dict(reversed(case.items())))
    assert findings(told(case), TODAY) == findings(told(dict(reversed(case.items()))), TODAY)
