"""What has had its time: called by the job worker, once an hour or so."""
from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.cases import turns
from bot.cases.models import FileLink, LookupAttempt, Outgoing, PassingSecret, Turn

OUTGOING_KEPT = timedelta(days=30)
ATTEMPTS_KEPT = timedelta(days=3)


def sweep(session: Session, now: datetime) -> dict[str, int]:
    """Delete old turns, links, secrets, counters of tries and delivered messages; how many of each."""
    past = {
        "turn": delete(Turn).where(Turn.at < now - turns.KEPT),
        "file_link": delete(FileLink).where(FileLink.until < now),
        "passing_secret": delete(PassingSecret).where(PassingSecret.until < now),
        "outgoing": delete(Outgoing).where(Outgoing.taken_at < now - OUTGOING_KEPT),
        "lookup_attempt": delete(LookupAttempt).where(
            LookupAttempt.since < now - ATTEMPTS_KEPT,
            LookupAttempt.wait_until.is_(None) | (LookupAttempt.wait_until < now - ATTEMPTS_KEPT),
        ),
    }
    run = {kind: session.execute(query.execution_options(synchronize_session=False)) for kind, query in past.items()}
    return {kind: result.rowcount for kind, result in run.items()}
