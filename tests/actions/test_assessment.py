"""What the assessment says: the place by its name, what a desk refuses, what to bring, further sums, the one question."""
from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.assessment import say_assessment, sentence
from actions.common import Turn
from bot.chinese.values import Fact
from bot.law.assess import assess, first_help
from tests.actions.stage import SENDER

TODAY = date(2026, 11, 22)
COMPANY: dict[str, Any] = {
    "debtor_kind": "company", "industry": "factory", "end_date": "2026-08-31", "owed_amount": 10000, "other_proceeding": "none",
}


def spoken(form: str | None = None, **facts: Any) -> str:
    """The texts of an assessment of these facts, none of them told in doubt."""
    told = {slot: Fact("known", value) for slot, value in facts.items()}
    dispatcher = CollectingDispatcher()
    loop = {"name": form} if form else {}
    heard = Tracker(SENDER, {}, {"text": "帮我看看"}, [], False, None, loop, "action_listen")
    say_assessment(Turn(dispatcher, heard), told, assess(told, TODAY))
    return "\n".join(message["text"] for message in dispatcher.messages if message.get("text"))


def test_the_place_is_named_where_it_is_known() -> None:
    said = spoken(**COMPANY, work_place="昆明盘龙区的厂")
    assert "先去昆明盘龙区的劳动监察大队投诉" in said and "干活那个地方" not in said
    assert "{" not in said and "____" not in said


@pytest.mark.parametrize("place", ["花果园工地", "贵州", None])
def test_without_a_county_or_city_the_place_is_said_in_general(place: str | None) -> None:
    assert "先去干活那个地方的劳动监察大队投诉" in spoken(**COMPANY, **({"work_place": place} if place else {}))


def test_the_first_help_names_the_place_too() -> None:
    helped = first_help({"work_place": Fact("known", "东莞厚街")}, TODAY)
    assert "去东莞的劳动监察大队投诉" in sentence(helped.door, helped.values)[0]


def test_in_guizhou_it_is_said_where_the_numbers_stand() -> None:
    assert "贵州各县区监察的电话" in spoken(**COMPANY, work_place="遵义汇川区")
    assert "贵州各县区" not in spoken(**COMPANY, work_place="昆明盘龙区")


def test_what_the_desk_refuses_and_that_its_hours_are_not_known_is_said() -> None:
    said = spoken(**COMPANY)
    assert "监察一般不收" in said and "几点上班，我们没核对过" in said


def test_cost_time_and_papers_of_the_first_road_are_said_once() -> None:
    said = spoken(**COMPANY)
    assert said.count("要带：身份证。") == 1 and said.count("不用请律师") == 1 and said.count("五个工作日内决定收不收") == 1


def test_the_one_question_that_decides_is_said_outside_a_form_alone() -> None:
    asks = "最要紧的一件事还不清楚：欠的是哪几个月"
    assert asks in spoken(**COMPANY) and asks not in spoken("wage_claim", **COMPANY)


def test_a_fact_that_the_form_does_not_ask_is_not_asked() -> None:
    assert "最要紧" not in spoken(debtor_kind="company", claim_words="包清工")


@pytest.mark.parametrize(("words", "says"), [
    ("劳动监察下了责令书，到期还没付", "再加付5000元到10000元"), ("周末加班16小时，没给加班费", "加班费算下来是"),
])
def test_sums_beside_the_wages_are_said_when_they_are_known(words: str, says: str) -> None:
    assert says in spoken(**COMPANY, pay_rate={"amount": 20, "unit": "hour"}, claim_words=words)
    assert says not in spoken(**COMPANY, pay_rate={"amount": 20, "unit": "hour"})


def test_after_a_payment_order_that_failed_arbitration_comes_first() -> None:
    said = spoken(**{**COMPANY, "other_proceeding": "payment_order"}, claim_words="公司对支付令提了异议")
    assert "支付令没用上。单位欠的工资，要先去劳动仲裁" in said and "支付令已经在走" not in said


def test_what_no_question_would_ask_is_not_called_unclear() -> None:
    told = {**COMPANY, "debtor_name": "好又多超市", "already_tried": ["asked"], "owed_period": ["2026-07-01", "2026-08-31"],
            "start_date": "2026-03-01", "work_place": "贵阳南明区", "has_iou": False, "has_contract": True,
            "people_count": 1, "evidence_held": ["attendance"], "pay_rate": {"amount": 5000, "unit": "month"}}
    told.pop("other_proceeding")
    facts = {slot: Fact("known", value) for slot, value in told.items()}
    assert assess(facts, TODAY).question == "other_proceeding"
    assert "最要紧的一件事还不清楚" not in spoken(**told)
    assert "最要紧的一件事还不清楚" in spoken(**{**told, "already_tried": ["arbitration"]})
