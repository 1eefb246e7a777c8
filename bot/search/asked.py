"""What a question asks for: a number of days, months, money …, and whether it is about work (content/search/synonyms.yml)."""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from bot.content.numbers import find_quantities


class Asked:
    """The tables `asks`, `foreign`, `work` and `unheld`, compiled. Raises KeyError when one is missing."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._asks = [(_any(row["words"]), frozenset(row["units"])) for row in table["asks"]]
        self._foreign, self._work, self._unheld = _any(table["foreign"]), _any(table["work"]), _any(table["unheld"])

    def units(self, text: str) -> frozenset[str]:
        """The units of which the text asks a number; none when it asks none."""
        return frozenset(unit for words, units in self._asks if words.search(text) for unit in units)

    def foreign(self, text: str) -> bool:
        """Whether the text speaks of another matter (a divorce, a rent) and of nothing at work, or of one that the store does not
        hold (the days of a father's leave)."""
        return bool(self._unheld.search(text)) or (bool(self._foreign.search(text)) and not self._work.search(text))


@lru_cache(maxsize=4096)
def units_of(rule: str) -> frozenset[str]:
    """The units of the numbers that a rule holds."""
    return frozenset(quantity.unit for quantity in find_quantities(rule))


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(str(word)) for word in sorted(words, key=lambda word: -len(str(word)))))
