"""Where evidence bundles are made: folders with clear copies, one for a making, gone with it, with its case, or after an hour."""
from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bot.settings import settings

LEFT_AFTER = 3600  # seconds: whoever made it was killed


def place() -> Path:
    """`bundles` in MINGXIN_VAR, for the bot's own user alone."""
    folder = settings().var / "bundles"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


@contextmanager
def making(case_id: str) -> Iterator[Path]:
    """An empty folder for the clear copies of one case; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=f"{case_id}-", dir=place(), ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def tidy() -> None:
    """Remove what a killed process left behind more than LEFT_AFTER ago."""
    for path in _there():
        try:
            left = path.stat().st_mtime < time.time() - LEFT_AFTER
        except FileNotFoundError:  # its making has just ended
            continue
        if left:
            _remove(path)


def forget(cases: Sequence[str]) -> None:
    """Remove the copies of these cases at once: those left behind, and those of a bundle under way, which then is not made."""
    for path in _there():
        if any(path.name.startswith(f"{case_id}-") for case_id in cases):
            _remove(path)


def _there() -> list[Path]:
    """What lies there; nothing is made for it."""
    try:
        return list((settings().var / "bundles").iterdir())
    except OSError:
        return []


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
