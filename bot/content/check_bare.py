"""Check of texts that name no facts at all: they may state no law. What stands beside `laws` is for check_uses."""
from __future__ import annotations

from typing import Any

from bot.content.check_spoken import FOLDERS, FORMULA, NO_SENTENCE, NOT_HEARD
from bot.content.legal_words import strong_words
from bot.content.marks import Key, Marked


def check_bare(files: dict[str, Marked]) -> None:
    """An error at each text of the files (by their names under content/) that states law without `laws` beside or around it.

    The questions of the interview give examples of answers (一个月六千); their reasons are for check_interview.
    """
    for name, file in files.items():
        if name.startswith(FOLDERS) and not name.startswith("interview/") and name not in NOT_HEARD:
            _walk(file, file.data, ())


def _walk(file: Marked, node: Any, key: Key) -> None:
    if isinstance(node, dict):
        if node.get("laws"):
            return
        for name, child in node.items():
            if name not in NO_SENTENCE and not str(name).startswith(FORMULA):
                _walk(file, child, (*key, name))
    elif isinstance(node, list):
        for number, child in enumerate(node):
            _walk(file, child, (*key, number))
    elif isinstance(node, str):
        for words in strong_words(node):
            file.error(f"「{words}」 is law: name its facts in laws", *key)
