"""Keep or remove: the short answers, and nothing else."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.chinese.photo_words import about_photo, says_read

ROWS = yaml.safe_load((Path(__file__).parent / "photo_words.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("said", "meant"), [(said, name) for name in ("keep", "remove", "neither") for said in ROWS[name]])
def test_a_short_answer_about_a_photo_is_understood(said: str, meant: str) -> None:
    assert about_photo(said) == (None if meant == "neither" else meant)


@pytest.mark.parametrize(("said", "meant"), [
    ("读对了", "right"), ("都读对了", "right"), ("读得对", "right"), ("读错了", "wrong"), ("读错了，欠8000", "wrong"),
    ("没读对", "wrong"), ("对", None), ("我没读过书", None)])
def test_read_rightly_or_wrongly_is_heard(said: str, meant: str | None) -> None:
    assert says_read(said) == meant
