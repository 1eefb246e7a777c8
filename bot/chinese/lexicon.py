"""The word lists under data/nlu/lookups: read once, at first use, and searched for in a text."""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

LOOKUPS = Path(__file__).resolve().parents[2] / "data" / "nlu" / "lookups"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Hit:
    """A listed word found in a text: character offsets, the word and its value (the key of the list)."""

    start: int
    end: int
    word: str
    value: str


@lru_cache(maxsize=32)
def _file(name: str) -> Any:
    return yaml.load((LOOKUPS / f"{name}.yml").read_text(encoding="utf-8"), Loader=_LOADER)


@lru_cache(maxsize=32)
def table(name: str) -> dict[str, tuple[str, ...]]:
    """Value -> words of `data/nlu/lookups/<name>.yml`. Raises FileNotFoundError, or ValueError for a wrong form."""
    data = _file(name)
    words = data.get("words") if isinstance(data, dict) else None
    if not isinstance(words, dict):
        raise ValueError(f"{name}.yml: no mapping 'words'")
    return {str(value): tuple(str(word) for word in listed) for value, listed in words.items()}


@lru_cache(maxsize=32)
def extra(name: str, key: str) -> frozenset[str]:
    """The words under a top-level key beside `words` (as `workplace` in trades.yml); empty when there is none."""
    return frozenset(str(word) for word in _file(name).get(key, ()))


@lru_cache(maxsize=64)
def every_word(name: str) -> frozenset[str]:
    """The words of all values of a list."""
    return frozenset(word for listed in table(name).values() for word in listed)


@lru_cache(maxsize=64)
def words(name: str, value: str) -> frozenset[str]:
    """The words of one value."""
    return frozenset(table(name).get(value, ()))


@lru_cache(maxsize=64)
def alternation(name: str, values: tuple[str, ...] = ()) -> str:
    """A regular expression for any word of the list (of these values only), longest first."""
    chosen = {word for value, listed in table(name).items() if not values or value in values for word in listed}
    return "|".join(re.escape(word) for word in sorted(chosen, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=64)
def _search(name: str, values: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    owner: dict[str, str] = {}
    for value, listed in table(name).items():
        if not values or value in values:
            for word in listed:
                owner.setdefault(word, value)
    return re.compile(alternation(name, values)), owner


def find(name: str, text: str, values: tuple[str, ...] = ()) -> list[Hit]:
    """Every listed word in the text, left to right, longest first, without overlaps."""
    pattern, owner = _search(name, values)
    return [Hit(m.start(), m.end(), m.group(), owner[m.group()]) for m in pattern.finditer(text)]


def any_of(listed: str) -> str:
    """A regular expression for any of the words (parted by spaces or line ends), longest first; words may hold patterns."""
    return "|".join(sorted(listed.split(), key=lambda word: (-len(word), word)))
