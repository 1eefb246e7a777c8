from __future__ import annotations

import pytest

from bot.nlu.arbitrate import Guess, choose
from tests.nlu.conftest import table


@pytest.mark.parametrize("case", table("arbitrate.yml"), ids=lambda case: case["why"])
def test_the_right_one_of_danger_act_and_need_is_chosen(case: dict) -> None:
    act, need = (Guess(*case[key]) if key in case else None for key in ("act", "need"))
    assert choose(case.get("danger"), act, need, case["length"], case["known"]).name == case["intent"]


def test_confidence_of_nonsense_grows_with_strangeness() -> None:
    strange = choose(None, None, Guess("steps", 0.3), 8, 0.0)
    less = choose(None, None, Guess("steps", 0.3), 8, 0.2)
    assert strange.confidence > less.confidence
