from __future__ import annotations

from collections import Counter

import yaml

from bot.nlu import corpus
from bot.settings import ROOT


def test_every_intent_has_a_file_of_its_name_and_enough_sentences() -> None:
    counts = Counter(intent for _, intent in corpus.read_corpus(ROOT / "data/nlu"))
    few = {name: counts[name] for name in (*corpus.NEEDS, *corpus.DANGERS) if counts[name] < 60}
    assert not few
    for name in (*corpus.NEEDS, *corpus.ACTS, *corpus.DANGERS):
        assert (ROOT / f"data/nlu/{name}.yml").exists(), name
        assert counts[name] >= 15, name


def test_no_sentence_stands_under_two_intents() -> None:
    seen: dict[str, str] = {}
    for text, intent in corpus.read_corpus(ROOT / "data/nlu"):
        assert seen.setdefault(text, intent) == intent, text


def test_no_sentence_is_read_by_rasa_as_markup_or_payload() -> None:
    for text, _ in corpus.read_corpus(ROOT / "data/nlu"):
        assert "](" not in text and "]{" not in text and not text.startswith("/"), text


def test_the_intents_are_those_of_the_domain() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    assert set(domain["intents"]) - {"nlu_fallback"} == {*corpus.NEEDS, *corpus.ACTS, *corpus.DANGERS}
