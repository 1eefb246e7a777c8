from __future__ import annotations

import re
from collections import Counter, defaultdict

import yaml

from bot.chinese.normalise import normalise
from bot.chinese.places import find_places
from bot.nlu import corpus
from bot.nlu.features import shape
from bot.nlu.lexicon import read_table
from bot.settings import ROOT
from tests.nlu.test_buttons import MEANT, titles

LIKE = 0.6
LOOKUPS = ROOT / "data/nlu/lookups"


def test_every_intent_has_a_file_of_its_name_and_enough_sentences() -> None:
    counts = Counter(intent for _, intent in corpus.read_corpus(ROOT / "data/nlu"))
    assert not {name: counts[name] for name in corpus.NEEDS if counts[name] < 240}
    assert not {name: counts[name] for name in corpus.DANGERS if counts[name] < 60}
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


def grams(text: str) -> set[str]:
    """The runs of four characters of a text without its punctuation; the whole of a shorter one."""
    plain = re.sub(r"[\W_]+", "", normalise(text).lower()) or text
    return {plain[start:start + 4] for start in range(len(plain) - 3)} or {plain}


def test_no_two_sentences_are_nearly_the_same() -> None:
    """Jaccard over runs of four characters above 0.6, within and across intents; button texts are told apart word for word."""
    buttons = MEANT.keys() | titles().keys()
    texts = [text for text, _ in corpus.read_corpus(ROOT / "data/nlu") if text not in buttons]
    sets = [grams(text) for text in texts]
    where: dict[str, list[int]] = defaultdict(list)
    twins = []
    for number, own in enumerate(sets):
        shared = Counter(other for gram in own for other in where[gram])
        twins += [(texts[other], texts[number]) for other, n in shared.items() if n / (len(own) + len(sets[other]) - n) > LIKE]
        for gram in own:
            where[gram].append(number)
    assert not twins


def skeletons() -> dict[str, list[str]]:
    """The sentences under what is left of them without numbers, trades, words for a debtor and places."""
    words = [str(word) for table in ("trades", "debtor") for group in read_table(LOOKUPS / f"{table}.yml")["words"].values()
             for word in group]
    filled = re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
    found: dict[str, list[str]] = defaultdict(list)
    for text, _ in corpus.read_corpus(ROOT / "data/nlu"):
        bones = normalise(text)
        for start, end in sorted(find_places(bones), reverse=True):
            bones = f"{bones[:start]}#{bones[end:]}"
        found[re.sub(r"[^\w#]+", "", filled.sub("~", shape(bones)).replace("~", ""))].append(text)
    return found


def test_no_skeleton_is_used_more_than_twice() -> None:
    """What a template would write: the same sentence with other places, trades, debtors and numbers."""
    assert {bones: texts for bones, texts in skeletons().items() if len(bones) >= 6 and len(texts) > 2} == {}
