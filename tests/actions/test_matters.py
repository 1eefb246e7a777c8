"""Narrow matters: a short answer in place of a long one that would miss the point."""
from __future__ import annotations

from typing import Any

import pytest

from actions.answer import ActionAnswer
from actions.inform import ActionFallback
from actions.smalltalk import ActionSmalltalk
from bot.content import load
from tests.actions.stage import Message, play

WORDS: dict[str, Any] = load().folder("matters")["matters"]


@pytest.mark.parametrize(("text", "need", "matter"), [
    ("身份证被老板扣了", "deposit_or_fine_withheld", "papers_taken"),
    ("他不肯签字咋办", "iou_how_to_write", "wont_sign"),
    ("老板说的是打给12333没用 是真的吗", "steps", "hotline_no_use"),
])
@pytest.mark.parametrize("form", ["", "wage_claim"])
def test_the_matter_is_answered_and_not_the_need(text: str, need: str, matter: str, form: str) -> None:
    played = play(ActionAnswer(), Message(text, need, ranking=[{"need": need, "confidence": 0.99}], form=form))
    assert len(played.texts) == 1 and played.texts[0].startswith(WORDS[matter]["text"]) and played.next == ""
    assert played.customs("laws")[0]["ids"] == WORDS[matter]["laws"]


def test_a_surer_need_of_another_kind_is_answered_and_the_matter_said_beside_it() -> None:
    said = play(ActionAnswer(), Message("没签合同双倍工资怎么算,身份证也被扣了", "no_contract_double_pay",
                                        ranking=[{"need": "no_contract_double_pay", "confidence": 0.9}])).texts
    assert load().answers["no_contract_double_pay"].first[-1].lines[0].say in said[0]
    assert WORDS["papers_taken"]["beside"]["text"] in "".join(said) and WORDS["papers_taken"]["text"] not in "".join(said)


def test_a_claim_told_with_it_begins_the_form_and_gets_one_line() -> None:
    played = play(ActionAnswer(), Message("包工头欠我8000块工资,还扣了我身份证", "steps"))
    assert played.next == "wage_claim" and WORDS["papers_taken"]["beside"]["text"] in "".join(played.texts)


def test_what_no_rule_foresaw_may_be_a_matter() -> None:
    played = play(ActionFallback(), Message("帮我打电话给老板", "nlu_fallback"))
    assert played.texts == [WORDS["call_for_him"]["text"]] and played.said == []


def test_a_death_is_spoken_of_before_the_help_and_nothing_beside_it() -> None:
    played = play(ActionAnswer(), Message("包工头死了，钱找谁要，差我三万五", "steps"))
    assert played.texts[0].startswith(WORDS["debtor_died"]["beside"]["text"]) and played.next == "wage_claim"


def test_the_death_of_the_worker_is_answered_and_no_form_begins() -> None:
    played = play(ActionAnswer(), Message("我爹在山西煤矿干活没了，工资还没结", "steps"))
    assert played.texts[0].startswith(WORDS["worker_died"]["text"]) and len(played.texts) == 1 and played.next == ""


@pytest.mark.parametrize(("text", "matter"), [("老板死了", "debtor_died"), ("我现在好难受", "feels_bad")])
def test_what_sounds_like_small_talk_may_be_a_matter(text: str, matter: str) -> None:
    assert play(ActionSmalltalk(), Message(text, "smalltalk")).texts[0].startswith(WORDS[matter]["text"])
    assert play(ActionSmalltalk(), Message("今天天气好", "smalltalk")).said == ["utter_smalltalk"]
