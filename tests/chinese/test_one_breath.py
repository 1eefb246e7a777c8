"""First stories typed in one breath: sums, rates, months and numbers of unpaid months. The table is one_breath.yml."""
from __future__ import annotations

from typing import Any

import pytest

from bot.chinese.owed_count import count_of_months
from bot.chinese.story import read_story
from bot.chinese.values import Fact
from tests.chinese.story_rows import check, table

TABLE = table("one_breath.yml")


def month(fact: Fact | None, last: bool = False) -> str:
    """The month of a day, or of the first or the last day of a stretch; "" without one."""
    if fact is None:
        return ""
    stretch = fact.value if isinstance(fact.value, list) else [fact.value or fact.low, fact.value or fact.high]
    return str(stretch[-1 if last else 0])[:7]


@pytest.mark.parametrize("story", TABLE.stories, ids=TABLE.names)
def test_a_story_in_one_breath_tells_its_facts(story: dict[str, Any]) -> None:
    facts = check(story, TABLE.today)
    for slot, meant in story.get("months", {}).items():
        told = facts.get(slot)
        if slot == "owed_period":
            assert [month(told), month(told, last=True)] == meant
        else:
            assert month(told) in meant or month(told, last=True) in meant
    if "counted" in story:
        assert count_of_months(facts["owed_period"].words) == story["counted"]


def test_the_table_holds_many_stories() -> None:
    assert len(TABLE.stories) >= 120


@pytest.mark.parametrize("text", [
    "厂里要押一个月工资我干了二十天走的", "每个月压半个月工资给的现金", "如果三个月没发工资可以不干吗", "等了三个月没给我回话",
    "头三个月没发后面的都发了", "我在工地干了三个月", "说好压两个月工资年底一起给",
])
def test_months_worked_waited_or_held_back_by_custom_are_no_unpaid_months(text: str) -> None:
    period = read_story(text, TABLE.today).get("owed_period")
    assert period is None or not count_of_months(period.words)


def test_a_day_of_no_calendar_gives_no_fact() -> None:
    assert "end_date" not in read_story("三月来的干到2月30号欠我五千", TABLE.today)
