"""Column types that mean the same on SQLite and PostgreSQL."""
from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from sqlalchemy import String
from sqlalchemy.types import TypeDecorator


class UtcTime(TypeDecorator):  # type: ignore[misc]
    """A moment as ISO text in UTC, to the microsecond: it sorts as text. Aware datetimes in and out."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:
        """Aware datetime to text; ValueError for one without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(timezone.utc).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Any) -> datetime | None:
        """Text to an aware datetime in UTC."""
        return None if value is None else datetime.fromisoformat(value)
