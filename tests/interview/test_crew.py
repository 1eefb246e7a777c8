"""The sum of a crew and the worker's own are kept apart."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.chinese.crew_total import crew_total, waits
from bot.chinese.phrases import say_fact
from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.interview.crew import merged, own_sum_only
from bot.interview.form import listen
from bot.interview.questions import read_plan
from bot.interview.reading import without_bare_papers
from bot.interview.step import FormState, Step
from bot.interview.turn import Heard

CONTENT = Path(__file__).resolve().parents[2] / "content"
PLAN = read_plan(yaml.safe_load((CONTENT / "interview" / "wage_claim.yml").read_text(encoding="utf-8")))
WORDS = yaml.safe_load((CONTENT / "words" / "facts.yml").read_text(encoding="utf-8"))
ROWS = yaml.safe_load(Path(__file__).with_name("crew.yml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)


def say(state: FormState, text: str, act: str = "") -> Step:
    """A message in the claim form."""
    return listen(PLAN, state, Heard(text, act=act, act_confidence=0.9 if act else 0.0), TODAY)


def asked_for_the_sum(**facts: Fact) -> FormState:
    """The form asks what is owed."""
    return FormState(dict(facts), "owed_amount", [])


@pytest.mark.parametrize("row", ROWS["stories"], ids=lambda row: row["text"])
def test_a_story_tells_his_own_sum_or_the_crews(row: dict) -> None:
    found = own_sum_only(without_bare_papers(read_story(row["text"], TODAY)))
    check(row, found)


@pytest.mark.parametrize("row", ROWS["answers"], ids=lambda row: f"{row['people']}: {row['text']}")
def test_an_answer_is_his_own_sum_or_the_crews(row: dict) -> None:
    known = {"people_count": Fact("known", value=row["people"], words="个人")} if row["people"] else {}
    check(row, say(asked_for_the_sum(**known), row["text"]).state.facts)


def check(row: dict, facts: dict[str, Fact]) -> None:
    """His own sum, the crew's, and whether that waits for the number of people, are those of the row."""
    owed = facts.get("owed_amount")
    assert (owed.value if owed and not waits(owed) else None) == row.get("own")
    total = crew_total(owed) if waits(owed) else crew_total(facts.get("people_count"))
    assert (total.value if total else None) == row.get("crew")
    assert waits(owed) is row.get("waits", False)


def test_the_sum_of_all_is_noted_and_his_own_is_asked_again() -> None:
    step = say(asked_for_the_sum(people_count=Fact("known", value=12, words="12个人")), "我们一共二十八万六")
    assert step.state.asked == "owed_amount" and "owed_amount" not in step.state.facts
    assert [said.response for said in step.say] == ["utter_understood"]
    assert say_fact("people_count", step.say[0].facts["people_count"], WORDS) == "一共12个人没拿到钱，大家一起欠286,000元"


@pytest.mark.parametrize("again", ["二十八万六", "我们一共二十八万六", "大家总共28.6万"])
def test_the_sum_of_all_told_again_explains_why_his_own_is_wanted(again: str) -> None:
    state = say(asked_for_the_sum(people_count=Fact("known", value=12, words="12个人")), "我们一共二十八万六").state
    step = say(state, again)
    assert step.state == state and step.say[0].response == "utter_why_asked" and "你自己" in step.say[0].values["why"]


def test_only_a_sum_without_value_waits_not_a_period_without_one() -> None:
    state = FormState({"start_date": Fact("vague", low="2026-03-01", high="2026-03-31")}, "owed_period", [])
    assert say(state, "全都没给").state.asked != "owed_period"


def test_his_own_sum_leaves_the_crews_beside_the_number_of_people() -> None:
    state = say(asked_for_the_sum(people_count=Fact("known", value=12, words="12个人")), "我们一共二十八万六").state
    state = say(state, "两万四千五").state
    assert state.facts["owed_amount"].value == 24500 and state.asked != "owed_amount"
    assert crew_total(state.facts["people_count"]).value == 286000


def test_while_the_number_of_people_is_not_known_it_is_asked_before_his_own_sum() -> None:
    step = say(asked_for_the_sum(), "我们一共二十八万六")
    assert step.state.asked == "people_count" and step.say[0].response == "utter_understood"
    assert say_fact("owed_amount", step.say[0].facts["owed_amount"], WORDS) == "大家一起欠286,000元"
    state = say(step.state, "12个").state
    assert crew_total(state.facts["people_count"]).value == 286000 and "owed_amount" not in state.facts
    state = say(FormState(state.facts, "owed_amount", state.answered), "24500").state
    assert state.facts["owed_amount"].value == 24500 and crew_total(state.facts["people_count"]).value == 286000


def test_who_says_we_and_is_alone_has_told_his_own_sum() -> None:
    state = say(say(asked_for_the_sum(), "欠我们一万二").state, "就我一个").state
    assert state.facts["owed_amount"].value == 12000 and state.facts["people_count"].value == 1
    assert state.asked != "owed_amount"


def test_not_knowing_his_own_or_how_many_asks_for_ever_nothing() -> None:
    state = say(say(asked_for_the_sum(), "我们一共二十八万六").state, "不知道", "dont_know").state
    assert state.facts["people_count"].state == "unknown" and crew_total(state.facts["people_count"]).value == 286000
    state = say(FormState(state.facts, "owed_amount", state.answered), "不知道", "dont_know").state
    assert state.facts["owed_amount"].state == "unknown" and state.asked != "owed_amount"


def test_a_new_number_of_people_keeps_their_sum() -> None:
    old = {"people_count": Fact("known", value=12, words="12个人；总共欠我们二十八万六")}
    facts = merged(old, {"people_count": Fact("known", value=13, words="13个")})
    assert facts["people_count"].value == 13 and crew_total(facts["people_count"]).value == 286000


def test_a_sum_told_with_the_number_of_people_is_not_the_crews_unless_it_is_said_so() -> None:
    assert crew_total(Fact("known", value=5, words="5个人,我的8000")) is None


def test_the_steps_go_on_while_the_order_of_the_questions_changes() -> None:
    state = asked_for_the_sum()
    assert len(say(state, "我们一共二十八万六").state.answered) == len(state.answered)


@pytest.mark.parametrize("act", ["correct", ""])
@pytest.mark.parametrize("row", ROWS["corrections"], ids=lambda row: row["text"])
def test_a_correction_of_the_crew_leaves_his_own_sum(row: dict, act: str) -> None:
    told = own_sum_only(read_story("包工头老马欠我1万2，8个人一共欠9万", TODAY))
    facts = say(FormState(told, "has_contract", []), row["text"], act).state.facts
    check(row, facts)
    assert facts["people_count"].value == row["people"]


def test_a_crew_s_sum_without_their_number_asks_for_it_and_leaves_his_own() -> None:
    state = FormState({"owed_amount": Fact("known", value=12000, words="1万2")}, "has_contract", [])
    state = say(state, "说错了，我们一共8万", "correct").state
    assert state.asked == "people_count" and state.facts["owed_amount"].value == 12000
