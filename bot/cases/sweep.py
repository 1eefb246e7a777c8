"""What has had its time: called once an hour or so (bot/channels/housekeeping.py)."""
from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.cases import after, turns
from bot.cases.evidence import vault_of
from bot.cases.models import Evidence, FileLink, LookupAttempt, Outgoing, PassingSecret, Turn

OUTGOING_KEPT = timedelta(days=30)
ATTEMPTS_KEPT = timedelta(days=3)
UPLOAD_TAKES = timedelta(hours=1)


def sweep(session: Session, now: datetime) -> dict[str, int]:
    """Delete old turns, links, secrets, counters of tries, delivered messages, files without a row; how many of each."""
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
    return {kind: result.rowcount for kind, result in run.items()} | {
        "vault_file": _lost_files(session, now) + vault_of(session).remove_drafts(now - UPLOAD_TAKES)
    }


def _lost_files(session: Session, now: datetime) -> int:
    """Vault files that no row names: an erasure or an upload was cut short. A young one may belong to an upload under way."""
    vault, moment = vault_of(session), now - UPLOAD_TAKES
    known = {(row.case_id, row.sha256) for row in session.execute(select(Evidence.case_id, Evidence.sha256))}
    lost = [place for place in vault.older(moment) if place not in known]
    for case_id, sha256 in lost:
        after.on_commit(session, partial(vault.remove_older, case_id, sha256, moment))
    return len(lost)
