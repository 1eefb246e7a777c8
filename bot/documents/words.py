"""The words printed in papers (content/words/documents.yml), read once a content folder."""
from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.settings import settings


@lru_cache(maxsize=4)
def read_words(path: Path) -> dict[str, Any]:
    """The table in a file. Raises OSError or yaml.YAMLError when it cannot be read."""
    with path.open(encoding="utf-8") as file:
        table: dict[str, Any] = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return table


def words() -> dict[str, Any]:
    """The table of this installation (`MINGXIN_CONTENT`)."""
    return read_words(settings().content / "words" / "documents.yml")
