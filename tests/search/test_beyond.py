"""Questions that no need covers: what the store holds is said, what is no matter of work is turned away."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content import load
from bot.search.answer_facts import facts_message, in_place_of, searched
from bot.search.asked import Asked, units_of
from bot.search.facts import Found, asks_uncovered, find_beyond, find_facts, with_parts

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("beyond.yml").read_text(encoding="utf-8"))
CONTENT = load()
HELD = [*TABLE["held"], *TABLE["held_later"]]
FOREIGN = [*TABLE["foreign"], *TABLE["foreign_later"]]
ASKED = Asked(CONTENT.folder("search")["synonyms"])


@pytest.mark.parametrize("row", HELD, ids=[row["text"] for row in HELD])
def test_what_the_store_holds_is_found(row: dict[str, Any]) -> None:
    found = [law.id for law in find_beyond(row["text"], CONTENT)]
    if row.get("silent"):
        assert found == [] and find_facts(row["text"], CONTENT) == []
    else:
        assert found and (not row["laws"] or set(found) & set(row["laws"]))


@pytest.mark.parametrize("text", FOREIGN)
def test_what_is_no_matter_of_work_is_turned_away(text: str) -> None:
    assert find_beyond(text, CONTENT) == [] and in_place_of("out_of_scope", text, CONTENT) is None


def test_half_of_the_table_is_foreign() -> None:
    texts = [row["text"] for row in HELD] + FOREIGN
    assert len(FOREIGN) >= 45 and len(HELD) >= 40 and len(texts) == len(set(texts))


@pytest.mark.parametrize(("text", "law"), [
    ("产假几天", "LAW-WMS-07"), ("年休假有几天", "LAW-PAL-03"), ("哺乳假每天几小时", "LAW-WMS-09"),
    ("失业金能领几个月", "LAW-SIA-46"),
    ("申请执行多久以内", "LAW-ENF-01"), ("判决下来多久要申请强制执行", "LAW-CPA-250"), ("流产了能休息几天", "LAW-WMS-07a"),
    ("没休的年假一天给几倍", "LAW-PAL-05"), ("厂里忙得年假不让休，加班赔多少钱", "LAW-PAL-05"), ("仲裁时效多久", "LAW-ARA-27"),
])
def test_a_question_for_a_number_is_answered_first_by_the_fact_that_holds_it(text: str, law: str) -> None:
    assert find_facts(text, CONTENT)[0].id == law


def test_two_parts_of_one_article_are_both_named_when_a_number_is_asked() -> None:
    birth, lost = CONTENT.laws["LAW-WMS-07"], CONTENT.laws["LAW-WMS-07a"]
    scored = [Found(birth, 10.0), Found(lost, 6.0)]
    assert [one.law.id for one in with_parts(scored[:1], scored, frozenset({"day"}))] == ["LAW-WMS-07", "LAW-WMS-07a"]
    assert with_parts(scored[:1], scored, frozenset()) == scored[:1]
    assert with_parts(scored[:1], scored, frozenset({"yuan"})) == scored[:1]
    assert with_parts(scored[:1], [scored[0], Found(lost, 1.0)], frozenset({"day"})) == scored[:1]


@pytest.mark.parametrize(("text", "units"), [
    ("产假几天", {"day"}), ("哺乳假每天几小时", {"hour"}), ("能领几个月", {"month"}),
    ("多久以内", {"day", "week", "month", "year", "hour"}),
    ("加班几倍", {"share"}), ("老板不给工资", set()),
])
def test_what_a_question_asks_for(text: str, units: set[str]) -> None:
    assert ASKED.units(text) == units


def test_a_rule_knows_its_units() -> None:
    assert units_of("产假98天，最多2倍") == {"day", "share"} and not units_of("工资要给")


@pytest.mark.parametrize(("text", "foreign"), [
    ("出了车祸怎么办", True), ("下班路上出车祸算工伤吗", False), ("房东不退押金", True), ("老板扣了房租钱", False),
    ("陪产假公司给几天", True),
])
def test_another_matter_is_one_without_a_word_of_work(text: str, foreign: bool) -> None:
    assert ASKED.foreign(text) is foreign


@pytest.mark.parametrize(("text", "uncovered"), [
    ("没休的年假一天给几倍", True), ("厂里忙得年假不让休，加班赔多少钱", True),
    ("年休假有几天", True), ("怀孕被辞退赔多少", False), ("加班费几倍", False), ("年休假不给休", False),
    ("离婚几天能办好", False),
])
def test_a_number_in_a_matter_that_no_need_covers(text: str, uncovered: bool) -> None:
    assert asks_uncovered(text, CONTENT) is uncovered


def test_an_answer_that_rests_on_the_fact_is_not_replaced() -> None:
    assert in_place_of("overtime_pay", "年休假有几天", CONTENT) is not None
    assert in_place_of("overtime_pay", "一天最多加班几小时", CONTENT) is None
    resting = next(need for need, answer in CONTENT.answers.items() if "LAW-CHL-02" in answer.laws)
    assert in_place_of(resting, "老板不给工资", CONTENT) is None


def test_the_facts_are_said_a_line_each_with_their_article() -> None:
    message = facts_message([CONTENT.laws["LAW-WMS-07"], CONTENT.laws["LAW-DIS-10"]], CONTENT)
    assert message is not None and message.laws == ("LAW-WMS-07", "LAW-DIS-10")
    first, second = message.text.splitlines()
    assert "98天" in first and "（女职工劳动保护特别规定第七条）" in first and "（" not in second[-3:]
    assert facts_message([], CONTENT) is None and searched("嘎嘎嘎", CONTENT) is None
