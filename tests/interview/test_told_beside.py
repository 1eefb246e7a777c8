"""Answers to another question than the one asked: months unpaid, a payment behind the sum, several debts, no rate."""
from __future__ import annotations

import pytest
import yaml

from bot.chinese.values import Fact
from bot.interview.form import listen
from bot.interview.questions import read_plan
from bot.interview.step import FormState, Step
from bot.interview.turn import Heard
from bot.interview.wishes import asks_next_step
from tests.interview.test_form import CONTENT, TODAY, known, say


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


def test_who_says_that_nothing_of_it_was_given_is_not_asked_again_for_money_at_the_beginning() -> None:
    step = say(FormState(known(owed_amount=12000), "owed_period"), "全都没给，就开头给过两千生活费")
    assert "utter_paid_since" not in responses(step) and step.state.asked != "owed_amount"
    assert step.state.facts["paid_amount"].value == 2000 and step.state.facts["owed_amount"].value == 12000


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


def test_a_city_alone_is_asked_once_for_its_district() -> None:
    step = say(FormState(known(debtor_kind="foreman"), "work_place"), "昆明")
    assert step.state.asked == "work_place" and responses(step) == ["utter_which_district"]
    step = say(step.state, "盘龙区")
    assert step.state.facts["work_place"].value == "昆明盘龙区" and step.state.asked != "work_place"


def test_who_does_not_know_the_district_goes_on_with_the_city() -> None:
    step = say(FormState(known(debtor_kind="foreman"), "work_place"), "昆明")
    step = say(step.state, "不知道", "dont_know")
    assert step.state.facts["work_place"].value == "昆明" and step.state.asked != "work_place"


@pytest.mark.parametrize("text", ["昆明盘龙区", "东莞", "贵阳花果园工地", "义乌"])
def test_a_place_that_is_exact_enough_is_not_asked_again(text: str) -> None:
    assert say(FormState(known(debtor_kind="foreman"), "work_place"), text).state.asked != "work_place"


def test_who_hired_is_left_open_when_other_facts_come_three_times() -> None:
    step = say(FormState({}, "debtor_kind"), "我是今年三月去的")
    assert (step.state.asked, step.state.asides) == ("debtor_kind", 1)
    step = say(step.state, "欠我八千六")
    assert (step.state.asked, step.state.asides) == ("debtor_kind", 2)
    step = say(step.state, "我在毕节七星关区干的活")
    assert step.state.asked != "debtor_kind" and step.state.facts["debtor_kind"].state == "unknown"


DETAILS = read_plan(yaml.safe_load((CONTENT / "paper_details.yml").read_text(encoding="utf-8")))


@pytest.mark.parametrize(("facts", "slot"), [
    ({"worker_name": "潘玉珍"}, "worker_name"), ({"worker_name": "李春花"}, "debtor_name"),
    ({"worker_name": "李春花", "debtor_name": "姓潘"}, "debtor_name"),
    ({"worker_name": "李春花", "debtor_name": "潘玉珍"}, "debtor_name"),
    ({}, "worker_name"), ({"worker_name": "李春花", "debtor_name": "王大强"}, "worker_name"),
])
def test_a_name_at_the_phone_question_is_shown_as_a_name(facts: dict[str, object], slot: str) -> None:
    step = listen(DETAILS, FormState(known(**facts), "worker_phone"), Heard("潘玉珍"), TODAY)
    assert step.state.facts[slot].value == "潘玉珍" and step.state.asked == "worker_phone"
    assert step.say[0].response == "utter_understood" and slot in step.say[0].facts


@pytest.mark.parametrize("text", ["下一步咋办", "接下来怎么办", "然后呢", "那我现在该干啥"])
def test_what_comes_next_is_heard(text: str) -> None:
    assert asks_next_step(text)


@pytest.mark.parametrize("text", ["现在", "怎么办", "下一步老板要跑", "现在还在干"])
def test_other_words_do_not_ask_what_comes_next(text: str) -> None:
    assert not asks_next_step(text)


@pytest.mark.parametrize(("asked", "text", "left", "next_asked"), [
    ("worker_id_number", "身份证不给了", "worker_id_number", ""), ("worker_id_number", "不得给", "worker_id_number", ""),
    ("worker_phone", "身份证先不给", "worker_id_number", "worker_phone"),
    ("worker_phone", "老板电话没得", "debtor_phone", "worker_phone"),
    ("debtor_phone", "老板的没有", "debtor_phone", "worker_id_number"),
    ("debtor_phone", "电话没有", "debtor_phone", "worker_id_number"),
    ("debtor_phone", "没有他们电话", "debtor_phone", "worker_id_number"),
    ("debtor_phone", "没得他电话", "debtor_phone", "worker_id_number"),
    ("debtor_phone", "没得老板电话", "debtor_phone", "worker_id_number"),
    ("debtor_phone", "我没有他的电话", "debtor_phone", "worker_id_number"),
    ("worker_phone", "号码不想给", "worker_phone", "debtor_phone"),
])
def test_what_is_not_given_for_the_papers_is_left_out_and_nothing_else(asked: str, text: str, left: str, next_asked: str) -> None:
    state = FormState(known(worker_name="李春花", debtor_name="王大强"), asked)
    if asked == "worker_id_number":
        state.facts.update(known(worker_phone="〔手机号#1〕", debtor_phone="〔手机号#2〕"))
    if asked == "debtor_phone":
        state.facts.update(known(worker_phone="〔手机号#1〕"))
    step = listen(DETAILS, state, Heard(text, act="paid", act_confidence=0.7), TODAY)
    assert step.state.facts[left].state == "skipped" and step.state.asked == next_asked
    assert not step.hand_over


@pytest.mark.parametrize(("name", "act", "sure"), [
    ("罗大明", "greet", 0.796), ("安晓", "dont_know", 0.689), ("谢大勇", "thanks", 0.99999), ("谢富贵", "thanks", 0.9996),
    ("郝好", "greet", 0.944), ("余平安", "goodbye", 0.9)])
def test_a_name_that_sounds_like_a_greeting_a_doubt_or_thanks_is_a_name(name: str, act: str, sure: float) -> None:
    step = listen(DETAILS, FormState({}, "worker_name"), Heard(name, act=act, act_confidence=sure), TODAY)
    assert step.state.facts["worker_name"].value == name


@pytest.mark.parametrize(("words", "act"), [("谢谢", "thanks"), ("谢谢您", "thanks"), ("您好", "greet"), ("哈喽", "greet")])
def test_thanks_and_greetings_are_no_name(words: str, act: str) -> None:
    step = listen(DETAILS, FormState({}, "worker_name"), Heard(words, act=act, act_confidence=1.0), TODAY)
    assert step.hand_over and "worker_name" not in step.state.facts


def test_a_name_that_sounds_like_the_weather_is_a_name() -> None:
    step = listen(DETAILS, FormState({}, "worker_name"), Heard("林小雨", act="smalltalk", act_confidence=0.74), TODAY)
    assert step.state.facts["worker_name"].value == "林小雨"
    assert listen(DETAILS, FormState({}, "worker_name"), Heard("今天下雨", act="smalltalk", act_confidence=0.74), TODAY).hand_over


@pytest.mark.parametrize("text", ["身份证先不给", "身份证号我暂时不填", "身份证跳过吧"])
def test_a_detail_left_out_by_its_name_is_not_asked_and_the_question_stays(text: str) -> None:
    details = read_plan(yaml.safe_load((CONTENT / "paper_details.yml").read_text(encoding="utf-8")))
    step = listen(details, FormState(known(worker_name="申小军", debtor_name="王大强"), "debtor_phone"), Heard(text, act="skip",
                  act_confidence=0.9), TODAY)
    assert step.state.asked == "debtor_phone" and step.state.facts["worker_id_number"].state == "skipped"
    assert "debtor_phone" not in step.state.facts
    step = listen(details, step.state, Heard("不给", act="skip", act_confidence=0.9), TODAY)
    assert step.state.facts["debtor_phone"].state == "skipped" and step.state.asked != "worker_id_number"
