"""Which variant of an answer is said in which case; every variant of every need is reached, and what it says names its facts."""
from __future__ import annotations

from typing import Any

import pytest

from bot.content import CASE_FACTS, NEEDS, PARTS, load
from bot.content.choosing import cases, first_of, fits, part_of
from bot.content.loading import read_answer, read_yaml
from bot.content.saying import messages
from tests.content.conftest import SAMPLE

SAMPLED = read_answer("steps", read_yaml(SAMPLE))
HEADINGS = load().words["answers"]


@pytest.mark.parametrize(("known", "begins"), [
    ({}, "先到干活地方"),
    ({"debtor_kind": "foreman"}, "先到干活地方"),
    ({"debtor_kind": "foreman", "has_iou": False}, "先到干活地方"),
    ({"debtor_kind": "foreman", "has_iou": True}, "包工头打了欠条"),
    ({"debtor_kind": "foreman", "has_iou": True, "ago": "over_3"}, "包工头打了欠条"),
    ({"debtor_kind": "company", "has_iou": True, "ago": "over_3"}, "时间久了"),
    ({"ago": "under_1"}, "先到干活地方"),
])
def test_the_first_variant_that_fits_is_said(known: dict[str, Any], begins: str) -> None:
    assert messages(SAMPLED, known, HEADINGS)[0].text.startswith(begins)


def test_a_fact_that_is_not_known_fits_no_condition() -> None:
    assert not fits({"has_iou": (True, False)}, {})
    assert fits({}, {})
    assert not fits({"has_iou": (True,), "ago": ("over_3",)}, {"has_iou": True})


def test_a_line_of_a_part_is_said_only_where_it_fits() -> None:
    assert "总包" not in messages(SAMPLED, {"industry": "factory"}, HEADINGS)[1].text
    road = messages(SAMPLED, {"industry": "road"}, HEADINGS)[1]
    assert "3. 把总包也写上。" in road.text and "LAW-REG-15" in road.laws
    assert "LAW-REG-15" not in messages(SAMPLED, {}, HEADINGS)[1].laws


def test_the_second_message_has_a_heading_for_each_part_and_ends_with_the_one_thing_for_today() -> None:
    text = messages(SAMPLED, {}, HEADINGS)[1].text
    places = [text.index(HEADINGS[part]) for part in (*PARTS, "today")]
    assert places == sorted(places)
    assert text.endswith(SAMPLED.today.say)


def test_in_a_form_only_the_first_message_and_the_first_limit_are_said() -> None:
    [brief] = messages(SAMPLED, {}, HEADINGS, brief=True)
    assert brief.text == "先到干活地方的劳动监察投诉。也可以打12345登记，记下工单号。\n2年内去投诉最稳。"
    assert brief.laws == ("LAW-INS-01", "LAW-HOT-03", "LAW-INS-02")


@pytest.mark.parametrize("need", NEEDS)
def test_every_variant_is_reached_and_says_its_laws(need: str) -> None:
    answer = load().answers[need]
    reached, said = set(), set()
    for known in cases(answer):
        assert all(value in CASE_FACTS[fact] for fact, value in known.items())
        variant = first_of(answer, known)
        reached.add(id(variant))
        first, rest = messages(answer, known, HEADINGS)
        assert set(first.laws) == {law for line in variant.lines for law in line.laws}
        assert all(line.say in first.text for line in variant.lines)
        lines = [line for part in PARTS for line in part_of(answer, part, known)]
        assert set(rest.laws) == {law for line in [*lines, answer.today] for law in line.laws}
        assert all(line.say in rest.text for line in lines)
        said |= {line.say for line in lines}
    assert reached == {id(variant) for variant in answer.first}
    assert said == {line.say for part in PARTS for line in getattr(answer, part)}


@pytest.mark.parametrize("need", NEEDS)
def test_every_message_of_every_case_fits_one_message_on_a_phone(need: str) -> None:
    answer = load().answers[need]
    for known in cases(answer):
        for message in messages(answer, known, HEADINGS):
            assert len(message.text.encode("utf-8")) + 120 <= 2000, known


def test_most_answers_have_a_variant_of_their_own_for_some_case() -> None:
    assert sum(len(answer.first) > 1 for answer in load().answers.values()) >= 25
