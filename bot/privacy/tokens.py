"""The tokens that stand for personal numbers and secret words in texts."""
from __future__ import annotations

import re
from collections.abc import Callable

from bot.chinese import personal

LABELS = {**personal.LABELS, "secret": "口令"}
KINDS = {label: kind for kind, label in LABELS.items()}
PHOTO_MARK = "〔照片〕"  # begins the text of a message that brings photos
TOKENS = personal.token_pattern(LABELS.values())


def make(kind: str, ordinal: int) -> str:
    """〔身份证#1〕 for ("id_number", 1). KeyError: unknown kind."""
    return f"〔{LABELS[kind]}#{ordinal}〕"


def read(token: str) -> tuple[str, int] | None:
    """("id_number", 1) for 〔身份证#1〕; None if the text is not exactly one token."""
    match = TOKENS.fullmatch(token.strip())
    return (KINDS[match[1]], int(match[2])) if match else None


def find(text: str) -> list[str]:
    """The tokens in a text, each once, in order."""
    return list(dict.fromkeys(match[0] for match in TOKENS.finditer(text)))


def of_kind(text: str, kind: str) -> list[str]:
    """The tokens of one kind in a text, each once, in order."""
    return list(dict.fromkeys(match[0] for match in TOKENS.finditer(text) if KINDS[match[1]] == kind))


def replace(text: str, say: Callable[[str], str | None]) -> str:
    """`text` with each token replaced by what `say` gives; a None leaves the token."""

    def one(match: re.Match[str]) -> str:
        said = say(match[0])
        return match[0] if said is None else said

    return TOKENS.sub(one, text)
