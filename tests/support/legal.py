"""Every text of a turn that states law is followed by the facts it rests on."""
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import yaml

from bot.content import load
from bot.content.legal_words import legal_words
from bot.settings import ROOT

DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")  # a day of the calendar alone states no law
NO_LAW = ROOT / "tests" / "conversations" / "no_law.yml"


@lru_cache(maxsize=1)
def no_law() -> tuple[re.Pattern[str], ...]:
    """Texts with numbers or days that state no law (the worker's own facts, his papers), each with its reason in the file."""
    rows = yaml.safe_load(NO_LAW.read_text(encoding="utf-8"))
    assert all(row["why"] for row in rows)
    return tuple(re.compile(row["text"]) for row in rows)


def untraced(replies: Sequence[dict[str, Any]]) -> list[str]:
    """What is wrong in the replies of one turn: a text that states law without facts behind it, an id that does not exist."""
    found = []
    for place, reply in enumerate(replies):
        custom = reply.get("custom") or {}
        if custom.get("kind") == "laws":
            found += [f"no such fact: {law}" for law in custom["ids"] if law not in load().laws]
        text = str(reply.get("text") or "")
        words = legal_words(DAY.sub("", text))
        if words and not _laws_after(replies[place + 1:]) and not any(pattern.match(text) for pattern in no_law()):
            found.append(f"「{'、'.join(words)}」 without laws: {text}")
    return found


def _laws_after(replies: Sequence[dict[str, Any]]) -> bool:
    """Whether facts stand before the next text."""
    for reply in replies:
        if (reply.get("custom") or {}).get("kind") == "laws":
            return bool(reply["custom"]["ids"])
        if reply.get("text"):
            return False
    return False
