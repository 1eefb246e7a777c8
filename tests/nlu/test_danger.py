from __future__ import annotations

import pytest

from bot.chinese.normalise import normalise
from bot.nlu import corpus
from bot.nlu.arbitrate import FALLBACK
from bot.nlu.danger import read_dangers
from bot.nlu.model import Reader
from bot.settings import ROOT
from tests.nlu.conftest import table


@pytest.mark.parametrize("case", table("danger.yml"), ids=lambda case: case["text"])
def test_a_danger_is_heard_and_a_near_one_is_not(case: dict, reader: Reader) -> None:
    assert reader.read(normalise(case["text"])).danger == case["danger"]


def test_hardly_any_danger_of_the_training_files_is_missed(reader: Reader) -> None:
    rows = [row for row in corpus.read_corpus(ROOT / "data/nlu") if row[1] in corpus.DANGERS]
    missed = [text for text, _ in rows if not reader.read(normalise(text)).danger]
    assert len(rows) > 300
    assert len(missed) <= len(rows) * 0.01, missed


def test_the_words_alone_raise_few_false_alarms() -> None:
    dangers = read_dangers(ROOT / "data/nlu/lookups")
    rows = [row for row in corpus.read_corpus(ROOT / "data/nlu") if row[1] in corpus.NEEDS]
    alarms = [text for text, _ in rows if dangers.find(normalise(text))]
    assert len(alarms) <= len(rows) * 0.02, alarms


def test_every_danger_has_words() -> None:
    assert set(read_dangers(ROOT / "data/nlu/lookups").rules) == set(corpus.DANGERS)


def test_at_most_one_near_danger_in_a_hundred_raises_an_alarm(reader: Reader) -> None:
    texts = table("near_dangers.yml")
    alarms = [text for text in texts if reader.read(normalise(text)).danger]
    assert len(texts) >= 100
    assert len(alarms) <= len(texts) * 0.01, alarms


@pytest.mark.parametrize("text", table("told_for_others.yml"))
def test_a_story_told_for_a_relative_is_no_danger_and_is_not_doubted(text: str, reader: Reader) -> None:
    reading = reader.read(normalise(text))
    assert (reading.danger, reading.doubt) == (None, None) and reading.intent.name != FALLBACK
