"""Dangers found by words: rather once too often than once too little; near dangers are taken out by the same table."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.nlu.lexicon import compile_words, read_table


@dataclass
class DangerTable:
    """For each danger, in the order of urgency: what says so, and what does not mean it. `shows`: the words of which one
    must stand in a message before a danger is believed without the table's own words; `hints`: before it is even doubted
    aloud (a sister at work may be forty)."""

    rules: dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]
    shows: dict[str, re.Pattern[str]]
    hints: dict[str, re.Pattern[str]] = field(default_factory=dict)

    def find(self, text: str) -> str | None:
        """The most urgent danger that a normalised text speaks of, or None."""
        for name, (says, spares) in self.rules.items():
            if says.search(spares.sub("", text) if spares else text):
                return name
        return None

    def spared(self, text: str) -> set[str]:
        """The dangers that a normalised text only seems to speak of: its words are among those taken out."""
        return {name for name, (_, spares) in self.rules.items() if spares and spares.search(text)}

    def may_be(self, name: str, text: str) -> bool:
        """Whether a normalised text shows what this danger cannot do without (a child at work: a child)."""
        return name not in self.shows or bool(self.shows[name].search(text))

    def is_hinted(self, name: str, text: str) -> bool:
        """Whether a normalised text shows what this danger cannot be doubted aloud without."""
        return self.may_be(name, text) and (name not in self.hints or bool(self.hints[name].search(text)))


def read_dangers(folder: Path, file: str = "danger.yml") -> DangerTable:
    """The table of a file: `name: {says: [...], spares: [...], shows: [...], hints: [...]}`; `spares` is taken out first."""
    table: dict[str, dict[str, Any]] = read_table(folder / file)
    return DangerTable({
        name: (compile_words(rule["says"]), compile_words(rule["spares"]) if rule.get("spares") else None)
        for name, rule in table.items()
    }, *({name: compile_words(rule[key]) for name, rule in table.items() if rule.get(key)} for key in ("shows", "hints")))
