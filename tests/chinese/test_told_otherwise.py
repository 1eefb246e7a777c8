"""Sums and names told in a turn of words that was once misread (told_otherwise.yml), and several debts told in one breath."""
from __future__ import annotations

import pytest

from bot.chinese.impossible import no_such_day, tells_negative
from bot.chinese.owed_count import count_of_months
from bot.chinese.phrases import say_fact
from bot.chinese.several_debts import debts_by_year, is_several
from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.content import load
from tests.chinese.story_rows import check, table

TABLE = table("told_otherwise.yml")


@pytest.mark.parametrize("story", TABLE.stories, ids=TABLE.names)
def test_a_turn_of_words_hides_no_fact(story: dict) -> None:
    check(story, TABLE.today)


@pytest.mark.parametrize("text", [
    "去年欠8000今年又欠6000", "老板前年欠我五千，今年又欠我三千", "先欠了我四千后来又欠了2500", "去年欠五千，今年欠五千",
    "最后一个月的3200加提成700没结", "一万二，还有加班费三千", "欠我12000，另外加班费3000没给",
    "二手车行洗车，老板拖欠提成3200和底薪2000",
])
def test_several_debts_are_kept_as_told_and_never_added(text: str) -> None:
    owed = read_story(text, TABLE.today)["owed_amount"]
    assert is_several(owed) and owed.value is None and owed.low is None
    assert owed.words in say_fact("owed_amount", owed, load().words["facts"])


@pytest.mark.parametrize("text", ["去年欠8000今年又欠6000一共14000", "欠我8000", "去年在他那里干活欠我6000"])
def test_one_debt_or_a_whole_is_not_several(text: str) -> None:
    assert not is_several(read_story(text, TABLE.today).get("owed_amount"))


@pytest.mark.parametrize(("text", "several"), [("去年8000今年6000", True), ("前年的四千，去年的3500", True),
                                               ("去年8000今年6000一共14000", False), ("去年的8000", False)])
def test_an_answer_by_years_is_several_debts(text: str, several: bool) -> None:
    assert is_several(debts_by_year(text)) is several


@pytest.mark.parametrize(("text", "months"), [
    ("两个月都没给", 2), ("三个月没发工资了", 3), ("欠了四个月工资", 4), ("压了我2个月", 2), ("老板十一个月没结钱", 11),
    ("干了两个月都没给", 0), ("两个月", 0), ("6月没给", 0), ("都没给", 0),
])
def test_a_number_of_unpaid_months_is_read_only_when_nothing_else_is_told(text: str, months: int) -> None:
    assert count_of_months(text) == months


@pytest.mark.parametrize("words", ["不晓得3000还是4000", "押金500那个工资300", "不知道"])
def test_words_of_not_knowing_are_no_several_debts(words: str) -> None:
    assert not is_several(Fact("unknown", words=words))


@pytest.mark.parametrize("text", ["欠我九千，给了两千，还有押金五百没退", "说好一个月四千，还有提成五百"])
def test_pay_that_came_or_was_agreed_on_is_no_second_debt(text: str) -> None:
    assert not is_several(read_story(text, TABLE.today).get("owed_amount"))


@pytest.mark.parametrize(("text", "gone"), [
    ("干到今年2月30号", True), ("4月31日", True), ("2025年2月29号", True), ("二月三十号", True), ("2月29号", False),
    ("2024年2月29日", False), ("3月31号", False), ("12月31号", False), ("3月到5月", False),
])
def test_a_day_that_no_calendar_has_is_told_apart(text: str, gone: bool) -> None:
    assert no_such_day(text) is gone


@pytest.mark.parametrize(("text", "below"), [
    ("欠了-300元", True), ("-300元", True), ("欠我-500", True), ("3000-5000元", False), ("2025-3-5", False), ("欠三百", False),
])
def test_money_below_zero_is_told_apart(text: str, below: bool) -> None:
    assert tells_negative(text) is below
