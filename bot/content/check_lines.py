"""Checks of one `say` with its `laws`: ids, numbers, sentences short enough, no law without a fact."""
from __future__ import annotations

import re
from typing import Any

from bot.content.check_uses import check_ids, stray_numbers
from bot.content.legal_words import legal_words
from bot.content.marks import Marked

SENTENCE = 25
ENDS = re.compile(r"[。！？\n]")
FIELDS = {"say", "laws", "when", "caution"}

Laws = dict[str, dict[str, Any]]
Key = tuple[Any, ...]


def check_line(file: Marked, row: Any, key: Key, laws: Laws) -> bool:
    """Problems of the line go into the file; False when it has not even the form of one."""
    if not isinstance(row, dict) or not isinstance(row.get("say"), str) or not row["say"].strip() \
            or not isinstance(row.get("laws"), list):
        file.error("needs say and laws", *key)
        return False
    for name in sorted(set(row) - FIELDS, key=str):
        file.error(f"no such field: {name}", *key, name)
    check_ids(file, row["laws"], (*key, "laws"), laws)
    for words in stray_numbers(row["say"], row["laws"], laws):
        file.error(f"no cited fact holds 「{words}」", *key, "say")
    check_sentences(file, row["say"], (*key, "say"))
    unfounded = legal_words(row["say"])
    if unfounded and not row["laws"]:
        file.error(f"「{unfounded[0]}」 is law: name its facts in laws", *key, "say")
    return True


def check_sentences(file: Marked, text: str, key: Key) -> None:
    """Each sentence (between 。！？ and the ends of lines) fits a slow reader."""
    for sentence in ENDS.split(text):
        if len(sentence) > SENTENCE:
            file.error(f"a sentence of {len(sentence)} characters, at most {SENTENCE}: {sentence[:12]}…", *key)
