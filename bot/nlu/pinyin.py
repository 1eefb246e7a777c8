"""Hanzi to syllables, one reading a character, with the sounds merged that typing by ear mixes up.

One fixed reading (not the one of the context) is what a comparison by sound needs: 欠条 and 歉条 must meet always.
"""
from __future__ import annotations

import unicodedata

FIRST, LAST = 0x4E00, 0x9FA5


def merge(syllable: str) -> str:
    """A syllable without the differences that southern input mixes: zh/z, ch/c, sh/s, n/l at the front, ng/n after e and i."""
    for long, short in (("zh", "z"), ("ch", "c"), ("sh", "s")):
        if syllable.startswith(long):
            syllable = short + syllable[2:]
    if syllable.endswith(("eng", "ing")):
        syllable = syllable[:-1]
    return syllable


def build_table() -> dict[str, str]:
    """Character to merged syllable for the 20,902 basic hanzi; needs pypinyin, so only training calls it."""
    from pypinyin.constants import PINYIN_DICT

    table: dict[str, str] = {}
    for code in range(FIRST, LAST + 1):
        reading = PINYIN_DICT.get(code)
        if reading:
            plain = unicodedata.normalize("NFD", reading.split(",")[0])
            table[chr(code)] = merge("".join(c for c in plain if not unicodedata.combining(c)))
    return table


def syllables(text: str, table: dict[str, str]) -> list[str]:
    """One item a character: its syllable, or the character itself where it is no hanzi."""
    return [table.get(character, character) for character in text]
