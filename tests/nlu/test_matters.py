from __future__ import annotations

import pytest

from bot.content import NEEDS, load
from bot.nlu.matters import find_matter, matters
from bot.settings import ROOT
from tests.nlu.conftest import table


@pytest.mark.parametrize("case", table("matters.yml"), ids=lambda case: case["text"])
def test_a_narrow_matter_is_heard_and_what_only_looks_like_one_is_not(case: dict) -> None:
    assert find_matter(case["text"]) == case["matter"]


def test_every_matter_has_words_and_its_own_answer() -> None:
    told = load(ROOT / "content").folder("matters")["matters"]
    assert set(matters().rules) == set(told)
    for name, words in told.items():
        assert words["text"] and words["laws"] and words["next"], name
        assert set(words["instead_of"]) <= set(NEEDS), name
        assert set(words) <= {"text", "laws", "next", "instead_of", "beside"}, name
