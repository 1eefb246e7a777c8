"""Word lists that a volunteer edits (data/nlu/lookups/*.yml) as compiled tables."""
from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


def read_table(path: Path) -> dict[str, Any]:
    """A YAML file whose top is a mapping. Raises ValueError when it is not."""
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(table, dict):
        raise ValueError(f"{path.name}: a mapping is expected at the top")
    return table


def compile_words(words: list[str | int]) -> re.Pattern[str]:
    """One pattern out of words (12333 may stand bare) and small regular expressions; longest first. Raises re.error."""
    return re.compile("|".join(f"(?:{word})" for word in sorted(map(str, words), key=len, reverse=True)))


@dataclass
class Concepts:
    """Concept names with the pattern that finds each."""

    patterns: dict[str, re.Pattern[str]]

    def find(self, text: str) -> set[str]:
        """Names of the concepts that a normalised text speaks of."""
        return {name for name, pattern in self.patterns.items() if pattern.search(text)}


def read_concepts(folder: Path) -> Concepts:
    """The concepts of `concepts.yml` in the lookups folder."""
    return Concepts({name: compile_words(words) for name, words in read_table(folder / "concepts.yml").items()})
