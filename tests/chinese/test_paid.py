from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.chinese.normalise import normalise
from bot.chinese.paid import how_much

TABLE: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("paid.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "much"), [(text, much) for much, texts in TABLE.items() for text in texts])
def test_the_words_tell_whether_all_of_the_money_came(text: str, much: str) -> None:
    assert how_much(normalise(text)) == much
