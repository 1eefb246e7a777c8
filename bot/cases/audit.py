"""That something was done, without personal data."""
from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.cases.models import Audit


def note(session: Session, what: str, now: datetime, count: int = 0) -> None:
    """Add a row: what was done (a key), and to how many rows."""
    session.add(Audit(at=now, what=what, count=count))
    session.flush()
