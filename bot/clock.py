"""The only clock: everything else gets today and now as parameters."""
from __future__ import annotations

import os
import time
from datetime import date, datetime, timedelta, timezone

from bot.settings import settings

CHINA = timezone(timedelta(hours=8))


def now() -> datetime:
    """The moment, in China's time zone.

    `MINGXIN_TODAY` moves it for tests and trials: an ISO day or moment stands still; `file:PATH` holds a moment that
    was true when the file was written and goes on from there, so that it can be moved while the servers run.
    """
    moved = settings().today
    if not moved:
        return datetime.now(CHINA)
    if not moved.startswith("file:"):
        return _china(moved)
    path = moved.removeprefix("file:")
    with open(path, encoding="utf-8") as file:
        return _china(file.read().strip()) + timedelta(seconds=time.time() - os.path.getmtime(path))


def _china(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=CHINA)


def today() -> date:
    """The day in China."""
    return now().date()
