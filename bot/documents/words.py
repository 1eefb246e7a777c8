"""The words printed in papers (content/words/documents.yml)."""
from __future__ import annotations

from typing import Any

from bot.content import load


def words() -> dict[str, Any]:
    """The table."""
    table: dict[str, Any] = load().words["documents"]
    return table
