from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from bot.chinese.normalise import normalise
from bot.nlu.model import Reader
from bot.settings import ROOT
from tests.nlu.conftest import table

FOLDERS = ("answers", "matters", "safety", "words")
MEANT = {row["text"]: row["intent"] for row in table("buttons.yml")}


def under(key: str, node: Any) -> Iterator[str]:
    """Every text (or text of a list) that stands under a key anywhere in a YAML tree."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                yield from map(str, value) if isinstance(value, list) else [str(value)]
            yield from under(key, value)
    elif isinstance(node, list):
        for value in node:
            yield from under(key, value)


def payloads() -> set[str]:
    """What each button of the domain sends."""
    return set(under("payload", yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))))


def next_words() -> set[str]:
    """The words under each answer, which are sent as they stand."""
    files = [path for folder in FOLDERS for path in (ROOT / "content" / folder).glob("*.yml")]
    return {word for path in files for word in under("next", yaml.safe_load(path.read_text(encoding="utf-8")))}


def titles() -> dict[str, str]:
    """The title of each need's answer."""
    files = (ROOT / "content/answers").glob("*.yml")
    return {yaml.safe_load(path.read_text(encoding="utf-8"))["title"]: path.stem for path in files}


def test_every_button_and_next_word_is_in_the_table_or_a_title() -> None:
    assert len(payloads()) > 40 and len(next_words()) > 20 and len(titles()) == 33
    assert (payloads() | next_words()) <= MEANT.keys() | titles().keys()


@pytest.mark.parametrize("text", sorted(payloads() | next_words() | set(titles()) | MEANT.keys()))
def test_a_button_is_read_for_certain_as_what_it_means(text: str, reader: Reader) -> None:
    seen = reader.read(normalise(text))
    assert seen.intent.name == (MEANT.get(text) or titles()[text])
    assert seen.intent.confidence > 0.9
    assert seen.danger is None
