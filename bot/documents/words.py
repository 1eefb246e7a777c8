"""The words printed in papers: content/words/documents.yml, and the rooms `papers_….yml` with a table for each further paper."""
from __future__ import annotations

from functools import lru_cache
from typing import Any

from bot.content import load

ROOMS = "papers_"


def words() -> dict[str, Any]:
    """The table. Raises ValueError when two rooms name one paper alike."""
    return _together()


@lru_cache(maxsize=1)
def _together() -> dict[str, Any]:
    rooms = load().words
    table: dict[str, Any] = dict(rooms["documents"])
    for name in sorted(rooms):
        if name.startswith(ROOMS):
            if twice := table.keys() & rooms[name].keys():
                raise ValueError(f"words of papers twice: {sorted(twice)}")
            table.update(rooms[name])
    return table
