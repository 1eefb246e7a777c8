"""Check of `caution: said`: the sentence itself tells the disagreement, so no line of caution follows it."""
from __future__ import annotations

from typing import Any

from bot.content.loading import SAID
from bot.content.marks import Key, Marked

TEXTS = ("say", "text", "why")


def check_told(file: Marked, laws: dict[str, dict[str, Any]], says_so: Any) -> None:
    """Errors for a mark without a disagreement or without words for it (`says_so` of content/words/cautions.yml)."""
    _walk(file, file.data, (), laws, [str(word) for word in says_so] if isinstance(says_so, list) else [])


def _walk(file: Marked, node: Any, key: Key, laws: dict[str, dict[str, Any]], says_so: list[str]) -> None:
    if isinstance(node, dict):
        if "caution" in node and "laws" in node:
            _mark(file, node, key, laws, says_so)
        for name, child in node.items():
            _walk(file, child, (*key, name), laws, says_so)
    elif isinstance(node, list):
        for number, child in enumerate(node):
            _walk(file, child, (*key, number), laws, says_so)


def _mark(file: Marked, node: dict[str, Any], key: Key, laws: dict[str, dict[str, Any]], says_so: list[str]) -> None:
    text = next((str(node[name]) for name in TEXTS if name in node), "")
    ids = node["laws"] if isinstance(node["laws"], list) else []
    open_ones = [law_id for law_id in ids if isinstance(law_id, str) and laws.get(law_id, {}).get("kind", "version") != "version"]
    if node["caution"] != SAID:
        file.error(f"caution can only be {SAID}", *key, "caution")
    elif not open_ones:
        file.error(f"caution: {SAID} needs the LAW-DIS id of what the sentence tells", *key, "caution")
    elif not any(word in text for word in says_so):
        file.error(f"caution: {SAID}, but the sentence does not say that it differs", *key, "caution")
