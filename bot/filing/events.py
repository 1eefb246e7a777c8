"""The history of a filing: appended, never changed."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases.models import Filing, FilingEvent
from bot.cases.sealed import seal, unseal


@dataclass(frozen=True)
class Event:
    """One event. `what`: key of words (filed, withdrawn, amended …); `by`: worker, desk or bot; `note`: the desk's words."""

    at: datetime
    what: str
    state: str | None
    by: str
    note: str


def append(session: Session, filing: Filing, what: str, by: str, now: datetime, note: str = "") -> None:
    """Add an event with the state that the filing now has."""
    row = FilingEvent(filing_id=filing.id, at=now, what=what, state=filing.state, by=by)
    seal(session, row, "note_sealed", note or None)
    session.add(row)
    session.flush()


def of_filings(session: Session, filing_ids: Sequence[str]) -> dict[str, list[Event]]:
    """The events of many filings, oldest first, in one query."""
    found: dict[str, list[Event]] = {filing_id: [] for filing_id in filing_ids}
    query = select(FilingEvent).where(FilingEvent.filing_id.in_(filing_ids)).order_by(FilingEvent.id)
    for row in session.scalars(query):
        note = unseal(session, row, "note_sealed") or ""
        found[row.filing_id].append(Event(row.at, row.what, row.state, row.by, note))
    return found


def state_began(happened: Sequence[Event], state: str, filed_at: datetime) -> datetime:
    """When the present state began: the first of the last events that bear it."""
    begun = filed_at
    for event in reversed(happened):
        if event.state != state:
            break
        begun = event.at
    return begun
