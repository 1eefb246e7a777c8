"""Checks of content/words/glossary.yml: each hard word has a short plain explanation that names its facts."""
from __future__ import annotations

from typing import Any

from bot.content.check_lines import check_line
from bot.content.marks import Marked

EXPLAINED = 60


def check_glossary(file: Marked, laws: dict[str, dict[str, Any]]) -> None:
    """Problems go into the file: form, length, facts, a name that stands for two words."""
    if not isinstance(file.data, dict):
        return
    names: dict[str, str] = {}
    for word, row in file.data.items():
        if isinstance(row, dict):
            plain = {name: value for name, value in row.items() if name != "also"}
            check_line(file, plain, (word,), laws)
            _names(file, word, row, names)
            if len(str(row.get("say", ""))) > EXPLAINED:
                file.error(f"{word}: explained in {len(str(row['say']))} characters, at most {EXPLAINED}", word, "say")
        else:
            file.error(f"{word}: needs say and laws", word)


def _names(file: Marked, word: str, row: dict[str, Any], names: dict[str, str]) -> None:
    also = row.get("also") or []
    if not isinstance(also, list):
        file.error(f"{word}: also must be a list of other names", word, "also")
        return
    for name in (word, *map(str, also)):
        if name in names:
            file.error(f"{name} is explained under {names[name]} already", word)
        names[name] = word
