"""What a message in the form is, row by row."""
from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.interview.questions import read_plan
from bot.interview.turn import Heard, Move, decide
from tests.chinese.story_rows import table

ROWS = yaml.safe_load((Path(__file__).parent / "forms.yml").read_text(encoding="utf-8"))
CONTENT = Path(__file__).resolve().parents[2] / "content" / "interview"
TODAY = date(2026, 11, 22)
A_STORY = yaml.safe_load(
    (CONTENT.parents[1] / "tests" / "conversations" / "walk.yml").read_text(encoding="utf-8"))["kinds"]["stories"]["words"]
PLAN = read_plan(yaml.safe_load((CONTENT / "wage_claim.yml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['asked']}: {row['text']}")
def test_a_message_in_the_form_is_taken_for_what_it_is(row: dict[str, Any]) -> None:
    heard = Heard(row["text"], row.get("need", ""), row.get("sure", 0.8) if "need" in row else 0.0, row.get("act", ""),
                  row.get("act_sure", 0.9) if "act" in row else 0.0, row.get("danger", ""),
                  matter=row.get("matter", ""))
    known = {slot: Fact("known", value=value) for slot, value in row.get("known", {}).items()}
    move = decide(heard, row["asked"], PLAN, known, TODAY)
    assert move.kind == row["kind"]
    if "value" in row:
        assert move.facts[row["asked"]].value == row["value"]
    if "slot" in row:
        assert move.slot == row["slot"]
    if "reason" in row:
        assert move.reason == row["reason"]
    for slot, value in row.get("others", {}).items():
        assert slot in move.facts, f"{slot} of {sorted(move.facts)}"
        assert value is None or move.facts[slot].value == value
    assert not move.facts.keys() & set(row.get("none", ()))


def some_stories(count: int) -> list[str]:
    return random.Random(1).sample([story["text"] for story in table("fresh_stories.yml").stories], count)


@pytest.mark.parametrize("first", [*A_STORY, *some_stories(20)])
def test_a_second_story_at_any_question_is_read_without_an_error(first: str) -> None:
    known = read_story(first, TODAY)
    moves = [decide(Heard(second), question.slot, PLAN, known, TODAY) for second in A_STORY for question in PLAN.questions]
    assert all(isinstance(move, Move) for move in moves)
