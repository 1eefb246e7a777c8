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
