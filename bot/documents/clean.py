"""Text of a worker made fit for one line of a paper."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from bot.chinese.personal import TOKEN

LIMIT = 300
_BAD = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def tidy(text: object, limit: int = LIMIT, cut: str = "…") -> str:
    """One line without control or invisible characters, at most `limit` characters, `cut` where it was cut."""
    kept = "".join(" " if char in "\n\r\t\x0b\x0c\u2028\u2029" else char for char in str(text))
    kept = "".join(char for char in kept if unicodedata.category(char) not in _BAD and ord(char) & 0xFFFE != 0xFFFE)
    kept = re.sub(r"\s+", " ", kept).strip()
    return kept if len(kept) <= limit else kept[: limit - len(cut)] + cut


def reveal(text: str, personal: Mapping[str, str], instead: str) -> str:
    """The text with each token of a personal number replaced by the clear number, by `instead` if it is not known."""
    return TOKEN.sub(lambda found: personal.get(found.group(), instead), text)
