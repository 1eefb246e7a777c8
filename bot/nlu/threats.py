"""Whether the one who writes threatens somebody himself (data/nlu/lookups/threats.yml): 我今晚就去砍他."""
from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.chinese.normalise import normalise
from bot.nlu.danger import DangerTable, read_dangers
from bot.nlu.matters import LOOKUPS


@cache
def _threats(folder: Path = LOOKUPS) -> DangerTable:
    """The table, read once."""
    return read_dangers(folder, "threats.yml")


def threatens(text: str) -> bool:
    """Whether a message as typed says that its writer will do somebody harm."""
    return _threats().find(normalise(text)) is not None
