"""The unpaid time lies within the time worked, whichever of the two is told first."""
from __future__ import annotations

import pytest

from bot.chinese.values import Fact
from bot.interview.form import FormState
from tests.interview.test_form import known, say

WORKED = {"start_date": "2026-04-24", "end_date": "2026-10-20"}


@pytest.mark.parametrize(("text", "months"), [
    ("九月和十月", ["2026-09-01", "2026-10-20"]),
    ("四月到六月的", ["2026-04-24", "2026-06-30"]),
    ("四月到十月", ["2026-04-24", "2026-10-20"]),
    ("六月到八月", ["2026-06-01", "2026-08-31"]),
])
def test_months_told_as_owed_are_cut_at_the_first_and_the_last_day(text: str, months: list[str]) -> None:
    step = say(FormState(known(**WORKED), "owed_period"), text)
    assert step.state.facts["owed_period"].value == months


def test_months_that_were_cut_are_said_back() -> None:
    step = say(FormState(known(**WORKED), "owed_period"), "九月和十月")
    assert step.say[0].response == "utter_understood"
    assert step.say[0].facts["owed_period"].value == ["2026-09-01", "2026-10-20"]


def test_a_last_day_told_after_the_months_cuts_them_and_they_are_said_back() -> None:
    step = say(FormState(known(owed_period=["2026-09-01", "2026-10-31"]), "end_date"), "10月20号")
    assert step.state.facts["owed_period"].value == ["2026-09-01", "2026-10-20"]
    assert step.say[0].facts["owed_period"].value == ["2026-09-01", "2026-10-20"]


def test_a_corrected_first_day_keeps_the_months() -> None:
    old = known(start_date="2026-07-01", end_date="2026-10-31", owed_period=["2026-07-01", "2026-10-31"])
    facts = say(FormState(old, "start_date"), "2月8号").state.facts
    assert facts["start_date"].value == "2026-02-08" and facts["owed_period"].value == ["2026-07-01", "2026-10-31"]


@pytest.mark.parametrize(("text", "last"), [("10月25号", "2026-10-25"), ("11月5号", "2026-10-31"), ("10月10号", "2026-10-10")])
def test_months_cut_at_the_last_day_move_with_it_in_their_month(text: str, last: str) -> None:
    old = known(end_date="2026-10-20", owed_period=["2026-09-01", "2026-10-20"])
    facts = say(FormState(old, "end_date"), text).state.facts
    assert facts["owed_period"].value == ["2026-09-01", last]


def test_months_of_a_vague_last_day_reach_to_its_latest() -> None:
    old = {"end_date": Fact("vague", low="2026-10-11", high="2026-10-20", words="10月中旬")}
    assert say(FormState(old, "owed_period"), "九月和十月").state.facts["owed_period"].value == ["2026-09-01", "2026-10-20"]


def test_a_story_that_tells_a_later_last_month_than_the_work_is_cut_too() -> None:
    facts = say(FormState({}, "debtor_kind"), "公司，今年4月24号到10月20号干的，9月和10月的工资没发").state.facts
    assert facts["owed_period"].value == ["2026-09-01", "2026-10-20"]


AT_THE_FACTORY = {"start_date": "2026-02-08", "end_date": "2026-10-31", "industry": "factory"}


@pytest.mark.parametrize("asked", ["owed_amount", "people_count", "has_iou"])
@pytest.mark.parametrize(("text", "months"), [
    ("最后两个月", ["2026-09-01", "2026-10-31"]),
    ("就最后那个月", ["2026-10-01", "2026-10-31"]),
    ("六七八三个月", ["2026-06-01", "2026-08-31"]),
])
def test_months_told_beside_another_question_are_kept(asked: str, text: str, months: list[str]) -> None:
    step = say(FormState(known(**AT_THE_FACTORY), asked), text)
    assert step.state.facts["owed_period"].value == months and step.state.asked == asked


@pytest.mark.parametrize("asked", ["owed_amount", "owed_period"])
def test_the_last_month_and_a_half_is_counted_back_from_the_last_day(asked: str) -> None:
    owed = say(FormState(known(**AT_THE_FACTORY), asked), "最后一个半月").state.facts["owed_period"]
    assert (owed.state, owed.low, owed.high) == ("vague", "2026-09-16", "2026-10-31")


def test_two_months_at_the_question_for_the_sum_are_the_months_that_are_owed() -> None:
    step = say(FormState(known(**AT_THE_FACTORY), "owed_amount"), "八月和九月")
    assert step.state.facts["owed_period"].value == ["2026-08-01", "2026-09-30"] and step.state.asked == "owed_amount"


def test_a_stretch_as_long_as_the_unpaid_months_is_what_is_owed_and_no_first_day() -> None:
    step = say(FormState(known(industry="factory", owed_amount=4500), "people_count"), "拖了四个月，七月到十月，每月4500")
    assert step.state.facts["owed_period"].value == ["2026-07-01", "2026-10-31"] and "start_date" not in step.state.facts
    assert say(step.state, "四个月一共一万八").state.facts["owed_amount"].value == 18000
