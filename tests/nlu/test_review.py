"""The operator's list of what was read least surely."""
from __future__ import annotations

from typing import Any

import pytest

from bot.nlu.review import unsure, without_names


def said(text: str, confidence: float, intent: str = "steps") -> dict[str, Any]:
    ranking = [{"need": need, "confidence": 0.2} for need in ("steps", "who_is_liable", "work_injury", "group_case")]
    return {"event": "user", "text": text,
            "parse_data": {"intent": {"name": intent, "confidence": confidence}, "need_ranking": ranking}}


def loop(name: str | None) -> dict[str, Any]:
    return {"event": "active_loop", "name": name}


def test_the_least_certain_come_first_and_each_text_once() -> None:
    talks = [[said("老板不给钱咋办", 0.9), said("这个算不算数", 0.3)],
             [said("这个算不算数", 0.5), said("听不懂的一句话", 0.99, "nlu_fallback")]]
    rows = unsure(talks, 10)
    told = [(row.text, row.confidence) for row in rows]
    assert told == [("听不懂的一句话", 0.0), ("这个算不算数", 0.3), ("老板不给钱咋办", 0.9)]
    assert rows[0].needs == ("steps", "who_is_liable", "work_injury")
    assert [row.text for row in unsure(talks, 1)] == ["听不懂的一句话"]


def test_answers_to_the_form_that_asks_name_and_numbers_are_left_out() -> None:
    talk = [loop("paper_details"), said("我叫刘麻花从贵州来", 0.1), loop(None), said("下一步怎么走", 0.2)]
    assert [row.text for row in unsure([talk], 10)] == ["下一步怎么走"]


def test_a_name_that_became_a_fact_is_gone_wherever_it_stands() -> None:
    name = {"event": "slot", "name": "debtor_name", "value": {"state": "known", "value": "胡一刀"}}
    [row] = unsure([[said("胡一刀那个人说话不算数", 0.2), name]], 10)
    assert "胡一刀" not in row.text and "说话不算数" in row.text


@pytest.mark.parametrize(("text", "gone"), [
    ("包工头刘麻子欠我一万二", "刘麻子"), ("贵州宏达建筑劳务有限公司不给钱", "宏达"), ("打13812345678没人接", "13812345678"),
    ("他的号是〔手机号#1〕", "手机号"), ("我叫王大强,老板不给钱", "王大强"),
])
def test_names_firms_and_numbers_do_not_stand_in_the_list(text: str, gone: str) -> None:
    assert gone not in without_names(text)
