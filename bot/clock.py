"""The only clock: everything else gets today and now as parameters."""
from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from bot.settings import settings

CHINA = timezone(timedelta(hours=8))


def now() -> datetime:
    """The moment, in China's time zone; `MINGXIN_TODAY` (ISO date or date-time) moves it for tests."""
    moved = settings().today
    if not moved:
        return datetime.now(CHINA)
    moment = datetime.fromisoformat(moved)
    return moment if moment.tzinfo else moment.replace(tzinfo=CHINA)


def today() -> date:
    """The day in China."""
    return now().date()
