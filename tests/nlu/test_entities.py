from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.entities import Finder, finder
from bot.settings import ROOT
from tests.nlu.conftest import table

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def words() -> Finder:
    return finder(ROOT / "data/nlu/lookups")


@pytest.mark.parametrize("case", table("entities.yml"), ids=lambda case: case["text"])
def test_the_entities_of_a_text_are_found(case: dict, words: Finder) -> None:
    found = words.find(case["text"], TODAY)
    for entity, text, value in case["has"]:
        fitting = [row for row in found if row["entity"] == entity and row["text"] == text]
        assert fitting, (entity, text, found)
        assert value is None or fitting[0]["value"] == value
    assert not {row["entity"] for row in found} & set(case.get("none", []))


def test_offsets_are_those_of_the_text_as_typed(words: Finder) -> None:
    text = "我 在 贵阳 給 包工头 干活,欠 12,000 元"
    for row in words.find(text, TODAY):
        assert text[row["start"]:row["end"]] == row["text"]


def test_a_number_in_clear_is_not_repeated(words: Finder) -> None:
    found = words.find("打我电话13812345678", TODAY)
    assert any(row["entity"] == "personal" for row in found)
    assert all("13812345678" not in str(row["value"]) for row in found)


def test_the_finder_is_made_once() -> None:
    assert finder(ROOT / "data/nlu/lookups") is finder(ROOT / "data/nlu/lookups")
