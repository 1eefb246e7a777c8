"""Text that steers no terminal and no chat page: what a desk types, and what a desk is shown."""
from __future__ import annotations

import re
import unicodedata

from bot.chinese.normalise import clean

_STEERS = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, moves, erasing
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"  # titles, links and the like, to their end
    r"|\x1b[ -/]*[0-~]?"
)


def printable(text: str) -> str:
    """The text without escape sequences, control and zero-width signs; lines stay lines."""
    return clean(without_escapes(text))


def without_escapes(text: str) -> str:
    """The text without escape sequences and single control signs; its spaces and lines stay as they are."""
    return "".join(sign for sign in _STEERS.sub("", text) if sign in "\n\t" or not _controls(sign))


def _controls(sign: str) -> bool:
    return ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 or unicodedata.category(sign) in ("Cf", "Cs")
