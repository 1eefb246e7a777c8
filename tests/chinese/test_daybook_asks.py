"""Words around the day book: a price mended without its day, sums of months, advances, days that are not named."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.daybook_asks import asks_sum_of_month, read_advance
from bot.chinese.daybook_begun import is_undated, whole_line
from bot.chinese.daybook_fix import double_answer, read_price_fix, without_double

TODAY = date(2026, 11, 23)
TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "daybook_asks.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", TABLE["fixes"], ids=lambda row: row["text"])
def test_a_price_mended_without_its_day_is_read(row: dict[str, Any]) -> None:
    fix = read_price_fix(row["text"])
    assert (fix and [fix.yuan, fix.wrong, fix.unit]) == row["want"]


@pytest.mark.parametrize("row", TABLE["sums"], ids=lambda row: row["text"])
def test_the_question_for_the_sum_of_a_month_is_heard(row: dict[str, Any]) -> None:
    assert asks_sum_of_month(row["text"], TODAY) is row["want"]


@pytest.mark.parametrize("row", TABLE["advances"], ids=lambda row: row["text"])
def test_an_advance_is_read_with_its_sum(row: dict[str, Any]) -> None:
    assert read_advance(row["text"], TODAY) == row["want"]


@pytest.mark.parametrize("row", TABLE["undated"], ids=lambda row: row["text"])
def test_a_day_told_without_its_name_is_heard(row: dict[str, Any]) -> None:
    assert is_undated(row["text"]) is row["want"]


def test_a_day_told_without_its_name_goes_on_with_the_day() -> None:
    assert whole_line(["大工干了一天320"], "昨天") == "昨天 大工干了一天320"


@pytest.mark.parametrize(("text", "mode"), [
    ("加上", "add"), ("都算", "add"), ("加起来吧", "add"), ("换掉", "replace"), ("换成新的", "replace"), ("加班", ""),
    ("换工地", "")])
def test_the_answer_to_add_or_replace_is_read(text: str, mode: str) -> None:
    assert double_answer(text) == mode


@pytest.mark.parametrize(("text", "line", "mode"), [
    ("加上今天夜班", "今天夜班", "add"), ("换掉昨天半天", "昨天半天", "replace"), ("今天又是一个工", "今天又是一个工", ""),
    ("今天还挖了10米沟", "今天还挖了10米沟", "add"), ("昨天晚上又干了半个工", "昨天晚上又干了半个工", "add"),
    ("今天又下雨没干", "今天又下雨没干", ""), ("今天还是10个钟", "今天还是10个钟", "")])
def test_a_line_may_say_itself_that_it_is_one_more(text: str, line: str, mode: str) -> None:
    assert without_double(text) == (line, mode)
