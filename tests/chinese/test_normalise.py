"""One spelling: the table normalise.yml, and what must hold for every text."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chinese.normalise import clean, normalise
from bot.chinese.sounds import build_signs, mend_by_sound
from bot.chinese.typos import read_lookup, typos

TABLE = yaml.safe_load((Path(__file__).parent / "normalise.yml").read_text(encoding="utf-8"))
SEED = "老板跑了,去年3月到今年5月在贵阳工地干活,一天260,欠我一万二,一共12个人,怎么办"


@pytest.mark.parametrize(("typed", "read"), TABLE["normalise"])
def test_typing_is_brought_into_one_spelling(typed: str, read: str) -> None:
    assert normalise(typed) == read


@pytest.mark.parametrize("typed", [row[0] for row in TABLE["normalise"]])
def test_normalising_twice_changes_nothing_more(typed: str) -> None:
    assert normalise(normalise(typed)) == normalise(typed)


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_is_cleaned_of_control_characters(text: str) -> None:
    cleaned = clean(text)
    assert not any(ord(sign) < 32 and sign != "\n" for sign in cleaned)
    assert cleaned == clean(cleaned)
    assert "\u200b" not in normalise(text)


def test_invisible_characters_do_not_hide_a_word() -> None:
    assert normalise("\u200b老\u200b板\ufeff拖\u00ad欠\u202e工资") == "老板拖欠工资"
    assert clean("  老\u200b板\u3000\u3000跑 了\r\n\r\n明天 ") == "老板 跑 了\n明天"


def test_what_is_right_is_left_alone() -> None:
    assert normalise(SEED) == SEED


def test_no_mended_word_is_itself_listed_as_wrong() -> None:
    wrong = set(typos())
    for entries in typos().values():
        for entry in entries:
            assert entry.wrong != entry.right
            assert entry.right not in wrong, entry


def test_no_term_mended_by_sound_changes_another_term() -> None:
    for term in read_lookup("sounds.yml")["terms"]:
        assert mend_by_sound(term) == term


def test_the_table_of_sounds_is_what_pypinyin_says() -> None:
    assert read_lookup("signs.yml")["signs"] == build_signs()
