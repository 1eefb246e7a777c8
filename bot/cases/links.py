"""Links to papers: 24 hours, bound to a case; only the hash of the token is stored."""
from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.cases.drafts import case_in_hand
from bot.cases.models import FileLink

GOOD_FOR = timedelta(hours=24)


def make(session: Session, sender: str, document: str, format: str, now: datetime) -> str:
    """A token for a paper of the case in hand. LookupError when there is no case."""
    case = case_in_hand(session, sender)
    if case is None:
        raise LookupError("no case in hand")
    token = secrets.token_urlsafe(24)
    session.execute(delete(FileLink).where(FileLink.case_id == case.id, FileLink.until < now))
    session.add(FileLink(token_hash=_hash(token), case_id=case.id, document=document, format=format, until=now + GOOD_FOR))
    session.flush()
    return token


def open_link(session: Session, token: str, now: datetime) -> tuple[str, str, str] | None:
    """(case_id, document, format), or None when unknown or past its time. It may be opened again within the time."""
    query = select(FileLink).where(FileLink.token_hash == _hash(token), FileLink.until >= now)
    link = session.scalars(query).first()
    return None if link is None else (link.case_id, link.document, link.format)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
