"""A line of the day book between two questions is no answer to them, and an answer is no line of the day book."""
from __future__ import annotations

from datetime import date

import pytest
import yaml

from bot.interview.questions import read_plan
from bot.interview.turn import Heard, decide
from bot.settings import ROOT

TODAY = date(2026, 11, 23)
PLAN = read_plan(yaml.safe_load((ROOT / "content/interview/wage_claim.yml").read_text(encoding="utf-8")))


def kind(text: str, asked: str) -> str:
    """What the message is while this fact is asked."""
    return decide(Heard(text, act="inform", act_confidence=0.9), asked, PLAN, {}, TODAY).kind


ASKED = ["pay_rate", "start_date", "end_date", "owed_amount", "owed_period", "debtor_name", "work_place"]
LINES = ["今天1个工，一天260", "记工 3月5日 大工 1个工", "5号到8号每天一个工", "昨天记错了是半天", "把3月5号的删了", "记工",
         "11月18-20 每天10个小时", "今天贴砖25平 一平38", "18号改成9个小时"]


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("text", LINES)
def test_a_line_of_the_day_book_is_left_to_its_rule_whatever_is_asked(asked: str, text: str) -> None:
    assert kind(text, asked) == "hand_over"


@pytest.mark.parametrize(("asked", "text"), [
    ("pay_rate", "一天260"), ("pay_rate", "一天10个小时260"), ("start_date", "3月5号"), ("start_date", "3月5号上班"),
    ("start_date", "昨天上班的"), ("end_date", "10月8号停工了"), ("end_date", "5号歇了"), ("owed_period", "3月到5月"),
    ("owed_amount", "20个工一共5200"), ("owed_period", "10月1号到20号"),
    ("owed_period", "从11月2号干到11月6号"), ("start_date", "从11月2号干到11月6号"), ("start_date", "干了一天")])
def test_an_answer_is_no_line_of_the_day_book(asked: str, text: str) -> None:
    assert kind(text, asked) != "hand_over"
