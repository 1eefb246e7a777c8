"""The short form for what stands on a ruling."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.chinese.values import Fact
from bot.interview.form import listen, resume
from bot.interview.questions import read_plan
from bot.interview.step import FormState, Step
from bot.interview.turn import Heard

TODAY = date(2027, 1, 14)
ROOT = Path(__file__).resolve().parents[2]
PLAN = read_plan(yaml.safe_load((ROOT / "content" / "interview" / "ruling_details.yml").read_text(encoding="utf-8")))
CLAIM = {"debtor_name": Fact("known", "东莞市鑫达电子有限公司"), "owed_amount": Fact("known", 10400),
         "work_place": Fact("known", "东莞长安镇")}
KIND = {"ruling_kind": Fact("known", "award")}


def say(asked: str, text: str, need: str = "", act: str = "", **told: Fact) -> Step:
    """The step that a message makes where `asked` is open."""
    state = resume(PLAN, FormState({**CLAIM, **KIND, **told}, asked)).state
    heard = Heard(text, need=need, need_confidence=0.9 if need else 0.0, act=act, act_confidence=0.97 if act else 0.0)
    return listen(PLAN, state, heard, TODAY)


@pytest.mark.parametrize(("asked", "text", "need", "act", "value"), [
    ("ruling_number", "东劳人仲案〔2026〕123号", "", "", "东劳人仲案〔2026〕123号"),
    ("ruling_office", "东莞市劳动人事争议仲裁委员会", "jurisdiction_where", "", "东莞市劳动人事争议仲裁委员会"),
    ("ruling_office", "长安镇人民法庭", "", "", "长安镇人民法庭"),
    ("ruling_date", "前天", "", "keep_daybook", "2027-01-12"),
    ("ruling_date", "1月12号收到的", "", "inform", "2027-01-12"),
    ("ruling_amount", "一万零四百", "", "inform", 10400),
    ("ruling_amount", "判公司给我10400元", "", "", 10400),
    ("ruling_pay_by", "1月27号", "", "inform", "2027-01-27"),
    ("ruling_pay_by", "1月27号之前", "", "inform", "2027-01-27"),
])
def test_an_answer_is_taken_and_the_claim_stays_as_it_is(asked: str, text: str, need: str, act: str, value: object) -> None:
    step = say(asked, text, need, act)
    assert step.state.facts[asked].value == value and not step.hand_over
    assert {slot: step.state.facts[slot] for slot in CLAIM} == CLAIM


@pytest.mark.parametrize(("text", "act", "state"), [("看不清楚", "dont_know", "unknown"), ("跳过", "skip", "skipped")])
def test_what_he_does_not_know_is_left_out(text: str, act: str, state: str) -> None:
    step = say("ruling_number", text, act=act)
    assert step.state.facts["ruling_number"].state == state and step.state.asked == "ruling_office"


def test_several_facts_in_one_answer_are_asked_no_more() -> None:
    step = say("ruling_number", "东劳人仲案〔2026〕123号，1月12号收到的，判他付我一万零四百")
    assert {"ruling_number", "ruling_date", "ruling_amount"} <= step.state.facts.keys()
    assert step.state.asked == "ruling_office"


def test_a_day_to_come_cannot_be_the_one_on_which_he_got_it() -> None:
    assert say("ruling_date", "明天").refused


def test_why_it_is_asked_is_said() -> None:
    step = say("ruling_office", "为啥要问这个", act="why_ask")
    assert step.say[0].values["why"] == PLAN.question("ruling_office").why  # type: ignore[union-attr]
