"""Names as they are told: a relative's, a crew leader's, a shop's with its boss, a project's; and what is nobody's name."""
from __future__ import annotations

from datetime import date

import pytest

from bot.chinese.answers import TEXT_SLOTS, parse_answer
from bot.chinese.crowd import parse_people
from bot.chinese.story import read_story
from bot.chinese.unit_heads import with_head
from tests.chinese.story_rows import check, table

TABLE = table("names_told.yml")
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("story", TABLE.stories, ids=TABLE.names)
def test_a_name_belongs_to_whom_it_is_told_of(story: dict) -> None:
    check(story, TABLE.today)


@pytest.mark.parametrize("text", ["我叫李秀，我老公叫陈建国", "我替我老公问，他叫陈建国", "陈建国是我老公", "被欠的人叫陈建国"])
def test_the_paper_takes_the_name_of_the_relative(text: str) -> None:
    found = parse_answer("worker_name", text, TODAY) or {}
    assert found["worker_name"].value == "陈建国"


@pytest.mark.parametrize("text", ["陈建国是我老公", "我替我老公问，他叫陈建国", "我老公叫陈建国"])
def test_a_relative_is_no_answer_to_who_owes(text: str) -> None:
    assert "debtor_name" not in (parse_answer("debtor_name", text, TODAY) or {})


@pytest.mark.parametrize("text", ["第5题", "第五题", "阿斯顿发", "阿斯顿发发", "哈哈哈"])
@pytest.mark.parametrize("slot", sorted(TEXT_SLOTS))
def test_garbage_is_no_name(slot: str, text: str) -> None:
    assert parse_answer(slot, text, TODAY) is None


@pytest.mark.parametrize("text", [
    "我是聋哑人", "老板是四川人", "甲方是镇政府", "政府的项目", "微信里跟项目经理聊的都在", "我叫郑伟", "他人在广东",
    "好像是国企", "把木工改成钢筋工", "我现在好难受", "确认", "他不是包工头，是劳务公司的", "在门口挂着",
])
@pytest.mark.parametrize("slot", ["project_name", "general_contractor", "work_place"])
def test_what_is_said_of_something_else_is_no_name_of_a_site_or_a_builder(slot: str, text: str) -> None:
    assert slot not in (parse_answer(slot, text, TODAY) or {})


@pytest.mark.parametrize("text", ["就在高铁站旁边", "老家县城", "浙江那边", "大学城那边", "武汉光谷", "老板是四川人"])
def test_the_way_to_a_place_is_nobodys_name(text: str) -> None:
    for slot in ("debtor_name", "general_contractor"):
        assert slot not in (parse_answer(slot, text, TODAY) or {})


@pytest.mark.parametrize(("slot", "name"), [
    ("project_name", "天悦府"), ("project_name", "万达二期"), ("project_name", "老旧小区改造"), ("general_contractor", "华西"),
    ("general_contractor", "中天"), ("general_contractor", "重庆建工"), ("debtor_name", "黑皮"), ("debtor_name", "胖哥"),
    ("debtor_name", "买买提·阿不都"), ("work_place", "花溪大学城"), ("work_place", "城南高铁站"),
])
def test_a_short_name_that_nobody_knows_is_taken(slot: str, name: str) -> None:
    assert (parse_answer(slot, name, TODAY) or {})[slot].value == name


@pytest.mark.parametrize("text", ["就喊安置房", "不晓得叫啥子项目,就喊安置房", "大家都喊安置房", "喊做安置房", "是安置房"])
def test_what_a_project_is_called_by_all_is_its_name(text: str) -> None:
    assert (parse_answer("project_name", text, TODAY) or {})["project_name"].value == "安置房"


def test_the_crew_of_a_man_names_the_man() -> None:
    text = "跟的是老乡何大勇的班组"
    found = parse_answer("debtor_name", text, TODAY) or {}
    assert found["debtor_name"].value == "何大勇"
    assert all(parse_answer(slot, text, TODAY) is None for slot in ("project_name", "general_contractor"))


@pytest.mark.parametrize(("text", "name"), [
    ("老板叫刘敏，店叫蜀香老火锅", "蜀香老火锅（老板刘敏）"), ("蜀香老火锅店，老板刘敏", "蜀香老火锅店（老板刘敏）"),
    ("店叫福照楼米线，老板陈建军欠我", "福照楼米线（老板陈建军）"),
    ("店名叫老灶火锅，老板姓周", "老灶火锅（老板姓周）"),
    ("老板叫刘敏", "刘敏"), ("店叫蜀香老火锅", "蜀香老火锅"), ("包工头刘敏欠我", "刘敏"),
])
def test_a_shop_and_its_boss_are_both_kept(text: str, name: str) -> None:
    assert with_head(read_story(text, TODAY), text)["debtor_name"].value == name


@pytest.mark.parametrize(("text", "people"), [("八千，押金五百，饭钱一千", None), ("八千", None), ("12", 12), ("六百个人", 600)])
def test_a_bare_great_number_counts_no_people(text: str, people: int | None) -> None:
    fact = parse_people(text)
    assert (fact.value if fact else None) == people
    assert people or "people_count" not in (parse_answer("people_count", text, TODAY) or {})


@pytest.mark.parametrize(("text", "words"), [
    ("在渝北一个楼盘贴瓷砖", "贴瓷砖"), ("在楼盘干木工", "木工"), ("在一个楼盘干活", "楼盘"),
])
def test_what_he_does_says_more_of_his_trade_than_where(text: str, words: str) -> None:
    assert read_story(text, TODAY)["industry"].words == words
