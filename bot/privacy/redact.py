"""Personal numbers out of a text."""
from __future__ import annotations

from collections.abc import Callable

from bot.chinese.personal import find_personal


def redact(text: str, keep: Callable[[str, str], str]) -> str:
    """`text` with each personal number replaced by `keep(kind, value)`, the token that stands for it from then on."""
    pieces: list[str] = []
    at = 0
    for found in sorted(find_personal(text), key=lambda one: one.start):
        if found.start < at:
            continue
        pieces += [text[at : found.start], keep(found.kind, found.value)]
        at = found.end
    return "".join([*pieces, text[at:]])
