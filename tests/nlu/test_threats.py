from __future__ import annotations

import pytest

from bot.nlu.threats import threatens
from tests.nlu.conftest import table

CASES = table("threats.yml")


@pytest.mark.parametrize("text", CASES["own"])
def test_who_will_do_harm_himself_is_told_from_the_threatened(text: str) -> None:
    assert threatens(text)


@pytest.mark.parametrize("text", CASES["other"])
def test_the_threatened_is_not_taken_for_the_threatener(text: str) -> None:
    assert not threatens(text)
