"""Which filings have been with the desk long enough."""
from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.cases.models import Filing, FilingEvent


def past_keeping(session: Session, now: datetime, keep_days: int) -> list[str]:
    """Ids of cases whose filing that counts is closed, with nothing happening to it since `keep_days` days."""
    last = func.max(FilingEvent.at)
    query = (
        select(Filing.case_id)
        .join(FilingEvent, FilingEvent.filing_id == Filing.id)
        .where(Filing.active.is_(True), Filing.state == "closed")
        .group_by(Filing.case_id)
        .having(last < now - timedelta(days=keep_days))
    )
    return list(session.scalars(query))
