"""Check of domain.yml: what the bot says beside content/ states no law."""
from __future__ import annotations

from typing import Any

from bot.content.legal_words import legal_words
from bot.content.marks import Key, Marked


def check_domain(file: Marked) -> None:
    """No number of days, years, times, percent or yuan, and no 法, 条例 or 第…条, in any text or button of the responses."""
    if isinstance(file.data, dict):
        _walk(file, file.data.get("responses"), ("responses",))


def _walk(file: Marked, node: Any, key: Key) -> None:
    if isinstance(node, dict):
        for name, child in node.items():
            _walk(file, child, (*key, name))
    elif isinstance(node, list):
        for number, child in enumerate(node):
            _walk(file, child, (*key, number))
    elif isinstance(node, str):
        for words in legal_words(node):
            file.error(f"「{words}」 is law: say it from content/, where its facts are named", *key)
