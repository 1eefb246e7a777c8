"""The needs that a message carries beside its first one, found by clear words (lookups/second_needs.yml)."""
from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from bot.nlu.lexicon import compile_words, read_table

MOST = 2
LIKELY = 0.2


@dataclass
class SecondNeeds:
    """For each need the pattern that says it in any message."""

    patterns: dict[str, re.Pattern[str]]

    def find(self, text: str, ranking: list[tuple[str, float]]) -> list[str]:
        """At most two needs beside the first of `ranking`: said in clear words, or nearly as likely; likelier first."""
        first = ranking[0][0]
        chance = dict(ranking)
        found = [need for need, pattern in self.patterns.items() if need != first and pattern.search(text)]
        found += [need for need, value in ranking[1:3] if value >= LIKELY and need not in found and need != "out_of_scope"]
        return sorted(found, key=lambda need: -chance.get(need, 0.0))[:MOST]


def read_second_needs(folder: Path) -> SecondNeeds:
    """The table of `second_needs.yml`: need to words."""
    return SecondNeeds({need: compile_words(words) for need, words in read_table(folder / "second_needs.yml").items()})
