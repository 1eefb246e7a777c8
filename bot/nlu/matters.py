"""Narrow matters heard by words (data/nlu/lookups/matters.yml) that the 33 needs do not answer: identity papers taken away …"""
from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.chinese.normalise import normalise
from bot.nlu.danger import DangerTable, read_dangers

LOOKUPS = Path(__file__).parents[2] / "data" / "nlu" / "lookups"


@cache
def matters(folder: Path = LOOKUPS) -> DangerTable:
    """The table of `matters.yml`, read once."""
    return read_dangers(folder, "matters.yml")


def find_matter(text: str, folder: Path = LOOKUPS) -> str | None:
    """The matter that a message as typed speaks of (a key of content/matters/matters.yml), or None."""
    return matters(folder).find(normalise(text))
