"""Who is owed and who owes are two people: a relative's name is the worker's, and it can be changed."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.chinese.values import Fact
from bot.interview.form import listen
from bot.interview.questions import Plan, read_plan
from bot.interview.step import FormState, Step
from bot.interview.turn import Heard

CONTENT = Path(__file__).resolve().parents[2] / "content" / "interview"
TODAY = date(2026, 11, 23)


def plan(form: str) -> Plan:
    """The plan of a form."""
    return read_plan(yaml.safe_load((CONTENT / f"{form}.yml").read_text(encoding="utf-8")))


def say(form: str, asked: str, text: str, act: str = "", answered: tuple[str, ...] = (), **known: str) -> Step:
    """The step that a message makes in a form, with these facts known."""
    facts = {slot: Fact("known", value=value) for slot, value in known.items()}
    heard = Heard(text, act=act, act_confidence=0.9 if act else 0.0)
    return listen(plan(form), FormState(facts, asked, list(answered)), heard, TODAY)


def value(step: Step, slot: str) -> object:
    """The value of a fact after a step."""
    return step.state.facts[slot].value if slot in step.state.facts else None


def test_the_name_of_the_husband_is_the_name_on_the_paper() -> None:
    step = say("paper_details", "worker_name", "我叫李秀,我老公叫陈建国", debtor_name="何大勇")
    assert (value(step, "worker_name"), value(step, "debtor_name")) == ("陈建国", "何大勇")


@pytest.mark.parametrize("act", ["", "correct"])
@pytest.mark.parametrize("text", [
    "陈建国是我老公,不是老板", "陈建国不是老板,是我老公", "名字错了,被欠钱的是我老公陈建国", "被欠的人叫陈建国"])
@pytest.mark.parametrize(("form", "asked"), [
    ("wage_claim", "work_place"), ("paper_details", "worker_phone"), ("paper_details", "worker_name")])
def test_a_relative_taken_for_the_boss_is_put_right(form: str, asked: str, text: str, act: str) -> None:
    step = say(form, asked, text, act, debtor_name="陈建国", debtor_kind="foreman")
    assert value(step, "worker_name") == "陈建国" and "debtor_name" not in step.state.facts
    assert step.state.asked == "debtor_name"
    assert [said.response for said in step.say][-1] == "utter_one_name_on_both_sides"


@pytest.mark.parametrize("act", ["", "correct"])
def test_the_wrong_worker_is_changed_by_a_sentence(act: str) -> None:
    text = "名字错了,被欠钱的是我老公陈建国"
    step = say("paper_details", "worker_phone", text, act, ("worker_name",), worker_name="李秀", debtor_name="何大勇")
    assert (value(step, "worker_name"), value(step, "debtor_name")) == ("陈建国", "何大勇")
    assert step.state.asked == "worker_phone"


def test_the_worker_is_never_taken_for_the_boss() -> None:
    step = say("wage_claim", "debtor_name", "陈建国", debtor_kind="foreman", worker_name="陈建国")
    assert value(step, "debtor_name") is None and step.state.asked == "debtor_name"
    assert [said.response for said in step.say] == ["utter_one_name_on_both_sides"]


@pytest.mark.parametrize("text", ["改一下姓名", "改一下被欠的人", "改一下被欠的人的名字", "被欠的人写错了"])
def test_the_worker_can_be_changed(text: str) -> None:
    papers = say("paper_details", "worker_phone", text, "correct", ("worker_name",), worker_name="李秀", debtor_name="何大勇")
    assert papers.state.asked == "worker_name"
    claim = say("wage_claim", "work_place", text, "correct", worker_name="李秀", debtor_name="何大勇")
    assert (claim.state.asked, [said.response for said in claim.say]) == ("work_place", ["utter_say_the_worker"])


def test_the_name_of_the_boss_is_another_change() -> None:
    known = {"debtor_name": "何大勇", "debtor_kind": "foreman"}
    step = say("wage_claim", "work_place", "改一下老板姓名", "correct", ("debtor_name",), **known)
    assert step.state.asked == "debtor_name"


@pytest.mark.parametrize(("text", "name"), [("王麻子,大名晓不得", "王麻子"), ("老王,全名不知道", "老王")])
@pytest.mark.parametrize("act", ["", "dont_know"])
def test_a_nickname_beside_not_knowing_is_the_name(text: str, name: str, act: str) -> None:
    assert value(say("wage_claim", "debtor_name", text, act, debtor_kind="foreman"), "debtor_name") == name


def test_a_shop_and_its_boss_are_both_kept() -> None:
    step = say("wage_claim", "debtor_name", "蜀香老火锅店,老板刘敏", debtor_kind="company")
    assert value(step, "debtor_name") == "蜀香老火锅店（老板刘敏）"


@pytest.mark.parametrize("text", ["第5题", "阿斯顿发"])
@pytest.mark.parametrize("asked", ["debtor_name", "project_name", "work_place", "general_contractor"])
def test_garbage_is_not_understood(asked: str, text: str) -> None:
    step = say("wage_claim", asked, text, debtor_kind="foreman", industry="building")
    assert step.state.asked == asked and asked not in step.state.facts


def test_a_sum_with_a_deposit_is_no_crowd() -> None:
    step = say("wage_claim", "owed_period", "八千,押金五百,饭钱一千", debtor_kind="foreman")
    assert "people_count" not in step.state.facts


def test_back_and_not_knowing_empties_the_old_name() -> None:
    known = {"debtor_name": "何大勇", "debtor_kind": "foreman"}
    step = say("wage_claim", "work_place", "上一题", "go_back", ("debtor_kind", "debtor_name"), **known)
    assert step.state.asked == "debtor_name"
    after = listen(plan("wage_claim"), step.state, Heard("不知道", act="dont_know", act_confidence=1.0), TODAY)
    assert after.state.facts["debtor_name"].state == "unknown" and after.state.asked == "work_place"


def test_back_and_skipping_keeps_the_old_name() -> None:
    known = {"debtor_name": "何大勇", "debtor_kind": "foreman"}
    step = say("wage_claim", "work_place", "上一题", "go_back", ("debtor_kind", "debtor_name"), **known)
    after = listen(plan("wage_claim"), step.state, Heard("跳过", act="skip", act_confidence=1.0), TODAY)
    assert value(after, "debtor_name") == "何大勇"
