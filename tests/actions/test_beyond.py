"""Before the apology: what the law store holds."""
from __future__ import annotations

import pytest

from actions.answer import ActionAnswer
from bot.content import load
from tests.actions.stage import Message, play

SORRY = load().answers["out_of_scope"].first[-1].lines[0].say


@pytest.mark.parametrize(("text", "number"), [
    ("产假有多少天", "98天"), ("年休假有几天", "15天"), ("工会怎么加入", "参加工会"), ("哺乳假每天几小时", "1小时"),
])
@pytest.mark.parametrize("form", ["", "wage_claim"])
def test_what_the_store_holds_is_said_and_no_apology(text: str, number: str, form: str) -> None:
    played = play(ActionAnswer(), Message(text, "out_of_scope", form=form))
    assert played.said == ["utter_fallback_search"] and number in played.texts[0] and SORRY not in "".join(played.texts)
    assert played.customs("laws")[0]["ids"] and played.next == ""


@pytest.mark.parametrize("text", [
    "离婚财产怎么分", "交通事故赔多少", "彩礼能退吗", "今天天气怎么样", "房租押金不退", "陪产假几天", "你唱个歌",
])
def test_what_is_no_matter_of_ours_is_still_turned_away(text: str) -> None:
    played = play(ActionAnswer(), Message(text, "out_of_scope"))
    assert played.said == [] and SORRY in played.texts[0]


def test_a_number_that_no_need_covers_is_said_in_place_of_the_nearest_answer() -> None:
    played = play(ActionAnswer(), Message("年休假有几天", "overtime_pay", ranking=[{"need": "overtime_pay", "confidence": 0.9}]))
    assert played.said == ["utter_fallback_search"] and "5天" in played.texts[0]


def test_the_answer_of_a_need_stands_when_it_covers_the_question() -> None:
    played = play(ActionAnswer(), Message("加班费几倍", "overtime_pay", ranking=[{"need": "overtime_pay", "confidence": 0.9}]))
    assert played.said == [] and load().answers["overtime_pay"].first[-1].lines[0].say in played.texts[0]
