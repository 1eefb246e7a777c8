"""Sums and days that were once lost or misread in a form: paid for owed, two sums at once, days that do not exist."""
from __future__ import annotations

import pytest

from bot.chinese.crew_total import crew_total
from bot.chinese.values import Fact
from bot.interview.crew import merged
from bot.interview.step import FormState
from tests.interview.test_form import known, say
from tests.interview.test_told_beside import responses


@pytest.mark.parametrize("asked", ["debtor_kind", "industry", "pay_rate", "owed_amount"])
def test_what_was_given_is_paid_and_what_is_owed_is_still_asked(asked: str) -> None:
    facts = say(FormState({}, asked), "干了42天,一天380,给了5000").state.facts
    assert facts["paid_amount"].value == 5000 and facts["days_worked"].value == 42
    assert "owed_amount" not in facts and "work_length" not in facts


@pytest.mark.parametrize("text", ["老板要我写还欠一万", "工头让我写张收条说工资已经结清两万,其实没给"])
def test_a_sum_that_the_boss_wants_written_warns_and_asks_what_is_owed(text: str) -> None:
    step = say(FormState({}, "pay_rate"), text)
    assert "made_to_write" in responses(step) and step.state.asked == "owed_amount"
    assert "owed_amount" not in step.state.facts


def test_a_corrected_sum_and_a_payment_are_both_kept_and_what_is_owed_is_asked() -> None:
    old = {"owed_amount": Fact("vague", low=13500, high=16500, words="1万5左右")}
    step = say(FormState(old, "owed_period"), "不对,是一万六千多,上个月还了我两千")
    assert step.state.facts["owed_amount"].low == 16000 and step.state.facts["paid_amount"].value == 2000
    assert "owed_period" not in step.state.facts
    assert responses(step)[-1] == "utter_paid_since" and step.state.asked == "owed_amount"


def test_two_sums_in_place_of_one_wait_for_the_whole() -> None:
    step = say(FormState(known(owed_amount=15000), "owed_amount"), "一万二,还有加班费三千")
    assert "三千" in step.state.facts["owed_amount"].words and step.state.asked == "owed_amount"
    assert say(step.state, "一共一万五").state.facts["owed_amount"].value == 15000


def test_a_deposit_that_belongs_to_it_gives_the_new_whole() -> None:
    step = say(FormState(known(owed_amount=7400), "owed_period"), "押金500也要算进去,一共7900")
    assert step.state.facts["owed_amount"].value == 7900


@pytest.mark.parametrize(("asked", "text"), [("end_date", "2月30号"), ("owed_period", "从去年3月到今年2月30号")])
def test_a_day_that_does_not_exist_is_said_and_asked_again(asked: str, text: str) -> None:
    step = say(FormState({}, asked), text)
    assert responses(step) == ["utter_impossible_no_such_day"] and step.state.asked == asked and step.refused


@pytest.mark.parametrize("asked", ["debtor_name", "debtor_kind", "owed_amount"])
def test_money_below_zero_is_answered_at_every_question(asked: str) -> None:
    assert responses(say(FormState({}, asked), "欠了-300元")) == ["utter_impossible_negative"]


@pytest.mark.parametrize("asked", ["owed_amount", "owed_period", "pay_rate"])
def test_a_number_of_unpaid_months_beside_the_rate_is_kept(asked: str) -> None:
    facts = say(FormState({}, asked), "三个月没发,一个月5200").state.facts
    assert facts["owed_period"].words == "三个月没发" and facts["pay_rate"].value == {"amount": 5200, "unit": "month"}


def test_a_sum_told_as_what_is_left_is_not_asked_again() -> None:
    step = say(FormState(known(owed_amount=9000), "owed_period"), "不对,是还差七千,给了我两千")
    assert "utter_paid_since" not in responses(step)


def test_a_further_payment_is_added_to_the_one_before_and_what_is_owed_is_asked() -> None:
    old = known(industry="factory", owed_amount=4800, paid_amount=1000)
    step = say(FormState(old, "debtor_kind"), "老板又给了2千")
    assert step.state.facts["paid_amount"].value == 3000
    assert responses(step)[-1] == "utter_paid_since" and step.state.asked == "owed_amount"
    assert say(step.state, "那就是2800").state.facts["owed_amount"].value == 2800


def test_his_own_sum_and_that_of_three_together_are_both_kept() -> None:
    step = say(FormState({}, "debtor_kind"), "三个人一起，共欠4万5，我自己1万5，在常州武进拆房子，老板叫梁总")
    assert step.state.facts["owed_amount"].value == 15000
    total = crew_total(step.state.facts["people_count"])
    assert step.state.facts["people_count"].value == 3 and total is not None and total.value == 45000


def test_the_trade_outlives_a_later_word_for_the_place_of_it() -> None:
    old = {"industry": Fact("known", value="building", words="刷涂料")}
    assert merged(old, {"industry": Fact("known", value="building", words="工地")})["industry"].words == "刷涂料"
    assert merged(old, {"industry": Fact("known", value="building", words="木工")})["industry"].words == "木工"
