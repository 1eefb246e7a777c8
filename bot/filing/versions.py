"""Which law and which questions a filing was made with: `2026-11-22.1a2b3c4d5e6f`, the newest reading of a fact and a digest."""
from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from bot.content import load
from bot.settings import ROOT

_SHOWN = 12  # digits of the digest


@lru_cache(maxsize=1)
def law_version() -> str:
    """Of content/law."""
    newest = max(law.checked for law in load().laws.values())
    return f"{newest.isoformat()}.{_digest(ROOT / 'content' / 'law')}"


@lru_cache(maxsize=1)
def form_version() -> str:
    """Of content/interview, the questions."""
    return _digest(ROOT / "content" / "interview")


def _digest(folder: Path) -> str:
    """Over names and contents of the folder's files."""
    total = hashlib.sha256()
    for path in sorted(folder.glob("*.yml")):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:_SHOWN]
