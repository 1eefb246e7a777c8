"""content/words: no key stands there that nothing says."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.content import load
from tests.support import uses

WORDS = load().words
LISTS = {"glossary", "everyday_words"}  # read as a whole
BEGUN = ("refused_",)  # put together with a reason in bot/channels/chat.py


def keys(table: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every key of a table."""
    if isinstance(table, dict):
        for key, value in table.items():
            yield (*path, str(key))
            yield from keys(value, (*path, str(key)))


def short_texts(table: Any) -> set[str]:
    """Every short text of a table: names by which data points at words are among them."""
    if isinstance(table, dict):
        return {word for value in table.values() for word in short_texts(value)}
    if isinstance(table, (list, tuple)):
        return {word for value in table for word in short_texts(value)}
    return {table} if isinstance(table, str) and len(table) < 40 else set()


@pytest.mark.parametrize("name", sorted(set(WORDS) - LISTS))
def test_every_key_is_named_in_the_code_or_by_other_content(name: str) -> None:
    filing = load().folder("filing")
    states, clocks = filing["states"], set(filing["desk_clocks"]["clocks"])
    named = uses.strings() | short_texts(states) | set(states["states"]) | clocks | short_texts(WORDS["documents"])
    unused = [".".join(path) for path in keys(WORDS[name])
              if path[-1] not in named and not any(path[-1] == begin + rest for begin in BEGUN for rest in named)]
    assert unused == []
