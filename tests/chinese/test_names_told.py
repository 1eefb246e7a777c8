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
