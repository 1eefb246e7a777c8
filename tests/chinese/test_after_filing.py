"""What happened on a road after the filing."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.after_filing import hear, hear_bare

TODAY = date(2026, 12, 23)
TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("after_filing.yml").read_text(encoding="utf-8"))
HEARD = [(text, step) for step, texts in TABLE["heard"].items() for text in texts]


@pytest.mark.parametrize(("text", "step"), HEARD)
def test_a_step_that_is_told_is_heard(text: str, step: str) -> None:
    heard = hear(text, TODAY)
    assert heard and f"{heard[-1].road}/{heard[-1].what}" == step


@pytest.mark.parametrize("text", TABLE["not_heard"])
def test_questions_wishes_old_stories_and_other_peoples_cases_are_not_heard(text: str) -> None:
    assert hear(text, TODAY) == []


def test_the_table_is_wide_enough() -> None:
    assert len(HEARD) + len(TABLE["not_heard"]) >= 160


@pytest.mark.parametrize(("text", "day"), [
    ("我12月1号把投诉书交上去了", date(2026, 12, 1)),
    ("投诉书昨天交给监察了", date(2026, 12, 22)),
    ("仲裁裁决下来了，判他给我一万二，十二月十号收到的", date(2026, 12, 10)),
    ("监察没理我", None),
    ("仲裁受理了，1月20号开庭", None),
])
def test_the_day_is_the_one_that_was_named_and_never_one_to_come(text: str, day: date | None) -> None:
    assert hear(text, TODAY)[0].day == day


def test_two_roads_in_one_message_are_two_steps() -> None:
    steps = hear("监察不受理，我去申请了仲裁", TODAY)
    assert [(one.road, one.what) for one in steps] == [("inspection", "refused"), ("arbitration", "handed_in")]


@pytest.mark.parametrize(("text", "what"), [
    ("没理我", "no_answer"), ("没人理我，怎么办", "no_answer"), ("还没消息呢", "no_answer"),
    ("受理了", "accepted"), ("不收", "refused"), ("交上去了", "handed_in"), ("没有", ""), ("谢谢", ""),
    ("老板不理我", ""), ("受理了吗", ""),
])
def test_bare_words_tell_a_step_of_the_road_on_which_the_case_stands(text: str, what: str) -> None:
    assert hear_bare(text) == what
