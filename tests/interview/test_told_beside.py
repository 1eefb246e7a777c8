"""Answers to another question than the one asked: months unpaid, a payment behind the sum, several debts, no rate."""
from __future__ import annotations

import pytest

from bot.chinese.values import Fact
from bot.interview.form import FormState, Step
from tests.interview.test_form import known, say


def responses(step: Step) -> list[str]:
    return [said.response for said in step.say]


def test_months_unpaid_told_at_the_end_date_are_kept_and_the_question_stays() -> None:
    step = say(FormState(known(debtor_kind="foreman"), "end_date"), "两个月都没给")
    assert step.state.asked == "end_date" and "utter_understood" in responses(step)
    assert step.state.facts["owed_period"].words == "两个月都没给"


def test_the_months_are_counted_back_when_the_end_is_told() -> None:
    facts = {**known(debtor_kind="foreman"), "owed_period": Fact("vague", words="两个月都没给")}
    period = say(FormState(facts, "end_date"), "今年9月底").state.facts["owed_period"]
    assert (period.low, period.high) == ("2026-08-01", "2026-09-30")


def test_the_months_at_their_own_question_are_no_whole_time() -> None:
    facts = known(start_date="2026-01-05", end_date="2026-09-30")
    period = say(FormState(facts, "owed_period"), "三个月没给").state.facts["owed_period"]
    assert (period.low, period.high) == ("2026-07-01", "2026-09-30")


def test_a_payment_behind_the_sum_asks_once_what_is_still_owed() -> None:
    step = say(FormState(known(owed_amount=9000), "people_count"), "老板给了我2000")
    assert step.state.asked == "owed_amount" and responses(step)[-1] == "utter_paid_since"
    assert step.state.facts["owed_amount"].value == 9000  # never subtracted
    step = say(step.state, "还欠7000")
    assert step.state.facts["owed_amount"].value == 7000 and step.state.asked != "owed_amount"


def test_a_payment_is_no_answer_to_what_is_owed() -> None:
    step = say(FormState({}, "owed_amount"), "老板给了我2000")
    assert step.state.asked == "owed_amount" and "owed_amount" not in step.state.facts
    assert step.state.facts["paid_amount"].value == 2000


def test_several_debts_are_played_back_and_the_whole_is_asked() -> None:
    step = say(FormState({}, "owed_amount"), "去年8000今年6000")
    assert step.state.asked == "owed_amount" and step.state.facts["owed_amount"].value is None
    step = say(step.state, "一共14000")
    assert step.state.facts["owed_amount"].value == 14000


@pytest.mark.parametrize("text", ["没有", "没得", "没有固定的", "都没有"])
def test_no_agreed_rate_goes_on(text: str) -> None:
    step = say(FormState({}, "pay_rate"), text)
    assert step.state.asked != "pay_rate" and step.state.facts["pay_rate"].state == "unknown"


def test_what_he_himself_is_to_pay_is_no_debt() -> None:
    step = say(FormState({}, "people_count"), "他说我个人要出两千")
    assert "owed_amount" not in step.state.facts
