"""One spelling for what is read by machine (`normalise`) and a tidy one for what is shown and stored (`clean`)."""
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from bot.chinese.sounds import mend_by_sound
from bot.chinese.typos import mend_typos

_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff\ue000-\uf8ff]"
)
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_LINES = re.compile(r"\s*\n\s*")
_HAN = "\u3400-\u9fff"
_NUMERAL = "零〇一二两三四五六七八九十百千万亿几"
_BETWEEN = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])")
_COMMA = re.compile(r"(?<=\d)，(?=\d)|(?<=[０-９])，(?=[０-９])")
#: the letter in place of the figure: 25o一天, 3OO块
_LETTER_O = re.compile(r"(?<=\d)[oO]+(?=\d|$|[\u3400-\u9fff,，。])")
_REPEATED = re.compile(r"([!?。,，~…])\1{2,}")


@lru_cache(maxsize=1)
def _converter() -> Any:
    """Traditional to simplified (loaded at first use)."""
    import opencc

    return opencc.OpenCC("t2s")


def clean(text: str) -> str:
    """The words as written, without control and zero-width characters and runs of spaces; lines stay lines."""
    text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()


def normalise(text: str) -> str:
    """The text as all parsers and models read it.

    NFKC, simplified characters, no invisible ones, no spaces between hanzi (but one stays beside a numeral, where it
    may part two numbers), typing errors of this field mended. Idempotent.
    """
    text = _COMMA.sub("， ", clean(text))
    text = clean(unicodedata.normalize("NFKC", text)).replace("\n", " ")
    text = _LETTER_O.sub(lambda match: "0" * len(match.group()), text)
    text = _REPEATED.sub(r"\1\1", _converter().convert(text))
    text = _BETWEEN.sub(_space, text)
    return mend_by_sound(mend_typos(text))


def _space(match: re.Match[str]) -> str:
    """Keep a space between hanzi only beside a numeral."""
    text, at = match.string, match.start()
    return " " if text[at - 1] in _NUMERAL and text[at + 1] in _NUMERAL else ""
