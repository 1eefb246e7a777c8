"""Words that end the matter are found where they say so, and not where they promise it."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.chinese.iou.settled import settled_words

ROWS: list[list[str]] = yaml.safe_load((Path(__file__).parent / "settled_words.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "words"), ROWS, ids=[text for text, _ in ROWS])
def test_words_that_end_the_matter_are_told_from_a_promise(text: str, words: str) -> None:
    assert settled_words(text) == words
