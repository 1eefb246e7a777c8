"""The tokens that stand for personal numbers and secret words in texts."""
from __future__ import annotations

import re
from collections.abc import Callable

LABELS = {"id_number": "身份证", "bank_card": "银行卡", "phone": "手机号", "secret": "口令"}
KINDS = {label: kind for kind, label in LABELS.items()}
PHOTO_MARK = "〔照片〕"  # begins the text of a message that brings photos
TOKENS = re.compile(r"〔(身份证|银行卡|手机号|口令)#([0-9]{1,6})〕")


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


def replace(text: str, say: Callable[[str], str | None]) -> str:
    """`text` with each token replaced by what `say` gives; a None leaves the token."""

    def one(match: re.Match[str]) -> str:
        said = say(match[0])
        return match[0] if said is None else said

    return TOKENS.sub(one, text)
