"""Cuts a text into what the search compares: runs of two characters, and the topics of content/search/synonyms.yml."""
from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

GAP = ".{0,6}?"
LETTERS = re.compile(r"[a-z0-9]+")
HAN = re.compile(r"[\u4e00-\u9fff]+")


class Words:
    """The synonym table, compiled. Raises KeyError when a table is missing."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._topics = {name: re.compile(_any(listed)) for name, listed in table["same"].items()}
        self._tokens = {name: f"topic{number}" for number, name in enumerate(self._topics)}
        self._special = [(tuple(f"LAW-{begin}" for begin in row["facts"]), frozenset(row["topics"])) for row in table["special"]]
        self.older = frozenset(table["older"])
        self._heard: tuple[str, frozenset[str]] = ("", frozenset())  # one question is asked for its topics twice
        self._empty = re.compile(_any(table["empty"]))
        self._plain = {str(word): plain for plain, words in table["plain"].items() for word in words}
        self._to_plain = re.compile(_any(self._plain))

    def topics(self, text: str) -> set[str]:
        """Names of the topics of which a word stands in the text, not only within a longer word of another topic."""
        if text == self._heard[0]:
            return set(self._heard[1])
        found = [(name, *match.span()) for name, pattern in self._topics.items() for match in pattern.finditer(text)]
        alone = {name for name, begin, end in found
                 if not any(b <= begin and end <= e and e - b > end - begin for other, b, e in found if other != name)}
        self._heard = (text, frozenset(alone))
        return alone

    def tokens(self, topics: Iterable[str]) -> list[str]:
        """The topics as the index writes them."""
        return [self._tokens[name] for name in topics]

    def closed(self, topics: Collection[str]) -> tuple[str, ...]:
        """Beginnings of ids of facts whose special matter none of the topics is."""
        return tuple(begin for begins, opening in self._special if not opening & set(topics) for begin in begins)

    def runs(self, text: str) -> list[str]:
        """Runs of two Chinese characters, and numbers and Latin words whole; a lone character stands for itself."""
        lower = self._to_plain.sub(lambda found: self._plain[found.group()], text.lower())
        pairs = [run[at:at + 2] for run in HAN.findall(lower) for at in range(max(1, len(run) - 1))]
        return [*pairs, *LETTERS.findall(lower)]

    def telling(self, text: str) -> str:
        """The text without the words that say nothing of law."""
        return self._empty.sub(" ", text)


def _any(words: Iterable[Any]) -> str:
    listed = sorted((str(word) for word in words), key=lambda word: (-len(word), word))
    return "|".join(GAP.join(re.escape(part) for part in word.split("…")) for word in listed)
