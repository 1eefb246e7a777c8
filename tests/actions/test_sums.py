"""Sums of the case, said after an answer about money."""
from __future__ import annotations

from datetime import date

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.common import Turn
from actions.sums import say_sums
from bot.chinese.story import read_story
from bot.content import NEEDS, load
from bot.law.money.findings import findings
from tests.actions.stage import SENDER

TODAY = date(2026, 11, 22)
STORY = "我在东莞厂里上班，一个月5000，没签合同，从2025年3月1日干到2026年6月30日，被辞退了，欠我4月到6月工资"


def spoken(need: str, story: str) -> list[str]:
    """The texts that `say_sums` adds for a story."""
    dispatcher = CollectingDispatcher()
    heard = Tracker(SENDER, {}, {"text": story}, [], False, None, {}, "action_listen")
    say_sums(Turn(dispatcher, heard), need, read_story(story, TODAY))
    return [message["text"] for message in dispatcher.messages if message.get("text")]


@pytest.mark.parametrize(("need", "says"), [
    ("calculation_amount", ["欠15000元", "每月5000元 × 3个月 = 15000元"]),
    ("no_contract_double_pay", ["多要的那一倍工资", "55000元"]),
    ("dismissal_compensation", ["经济补偿", "15000元"]),
])
def test_the_sum_comes_with_its_working(need: str, says: list[str]) -> None:
    said = "\n".join(spoken(need, STORY))
    assert said.startswith("【按你说的算】")
    assert all(piece in said for piece in says), said
    assert "____" not in said and "{" not in said


@pytest.mark.parametrize(("need", "story", "says"), [
    ("overtime_pay", "我在厂里上班，一个月8700，从2026年3月1日干到2026年3月31日，每天加班3小时，没给加班费", ["4950元", "150%"]),
    ("overtime_pay", "我在东莞厂里上班，一个月8700，天天加班不给加班费", ["算不出加班费", "各加了多少小时班"]),
    ("calculation_amount", "公司欠我10000元工资，劳动监察下了责令书，到期还没付", ["再加付5000元到10000元"]),
    ("steps_enforcement", "法院判了，公司要在2026年8月14日前付给我20000元工资，到现在没给", ["万分之1.75"]),
])
def test_what_he_says_beside_the_questions_is_counted(need: str, story: str, says: list[str]) -> None:
    said = "\n".join(spoken(need, story))
    assert all(piece in said for piece in says), said


@pytest.mark.parametrize(("need", "story"), [("steps", STORY), ("calculation_amount", "包工头欠我工资")])
def test_without_numbers_or_a_question_about_money_nothing_is_said(need: str, story: str) -> None:
    assert spoken(need, story) == []


def test_every_calculation_that_is_said_exists_and_every_need_is_one() -> None:
    table = load().words["sums"]["needs"]
    assert set(table) <= set(NEEDS)
    kinds = {found.what for found in findings(read_story(STORY, TODAY), TODAY)}
    assert {"wages", "second_wage", "compensation", "lawsuit_fee"} <= kinds
    others = {"overtime", "payment_order_fee", "interest", "late_interest", "additional"}
    assert {what for whats in table.values() for what in whats} <= kinds | others


def test_court_fees_are_said_to_who_speaks_of_the_court_alone() -> None:
    assert spoken("cost_of_claiming", STORY + "，去法院要花多少钱")
    assert spoken("cost_of_claiming", STORY + "，要请律师吗") == []
