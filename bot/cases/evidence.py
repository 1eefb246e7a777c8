"""Evidence of the case in hand: rows here, originals in the vault."""
from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import uuid4

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.cases import after, people
from bot.cases.drafts import begin, case_in_hand
from bot.cases.models import Case, Evidence, Person
from bot.cases.sealed import seal, unseal
from bot.evidence.vault import MOST_FILES, EvidenceRefused, Vault

__all__ = ["EvidenceItem", "EvidenceRefused", "add", "list_all", "of_case", "read", "set_kinds"]


@dataclass(frozen=True)
class EvidenceItem:
    """A file of a case. `size` in bytes; `taken_at`: when it was taken in; `kind`: an EvidenceKind or None."""

    id: str
    sha256: str
    size: int
    mime: str
    kind: str | None
    filename: str
    note: str
    taken_at: datetime


def add(
    session: Session, sender: str, *, data: bytes, filename: str, kind: str | None = None, note: str = "", now: datetime
) -> EvidenceItem:
    """Take a file in; the same bytes again give the same item. EvidenceRefused(reason): type, size or number of files."""
    vault = vault_of(session)
    mime = vault.check(data)
    case = case_in_hand(session, sender, lock=True) or begin(session, people.need(session, sender, now, lock=True), now)
    known = session.scalars(
        select(Evidence).where(Evidence.case_id == case.id, Evidence.sha256 == hashlib.sha256(data).hexdigest())
    ).first()
    count = session.scalar(select(func.count()).select_from(Evidence).where(Evidence.case_id == case.id)) or 0
    if known is None and count >= MOST_FILES:
        raise EvidenceRefused("too_many")
    sha256, fresh = vault.put(case.id, data)
    if fresh:
        after.on_rollback(session, partial(vault.remove, case.id, sha256))
    if known is not None:
        return _item(session, known)
    row = Evidence(
        id=f"EV-{uuid4().hex}", case_id=case.id, sha256=sha256, size=len(data), mime=mime, kind=kind, taken_at=now
    )
    seal(session, row, "label_sealed", {"filename": filename[:200], "note": note[:1000]})
    session.add(row)
    session.flush()
    return _item(session, row)


def list_all(session: Session, sender: str) -> list[EvidenceItem]:
    """The files of the case in hand, in the order in which they came."""
    case = case_in_hand(session, sender)
    return [] if case is None else of_case(session, case.id)


def of_case(session: Session, case_id: str) -> list[EvidenceItem]:
    """The files of a case, in the order in which they came."""
    rows = session.scalars(select(Evidence).where(Evidence.case_id == case_id).order_by(Evidence.taken_at, Evidence.id))
    return [_item(session, row) for row in rows]


def set_kinds(session: Session, sender: str, item_ids: Sequence[str], kind: str | None) -> int:
    """Say what files are; how many were named. Those that are not this sender's stay as they are."""
    own = (
        select(Case.id)
        .join(Person, Person.id == Case.person_id)
        .where(Person.sender_tag.in_(people.sender_tags(session, sender)))
        .scalar_subquery()
    )
    query = update(Evidence).where(Evidence.id.in_(item_ids), Evidence.case_id.in_(own)).values(kind=kind)
    return int(session.execute(query.execution_options(synchronize_session="fetch")).rowcount)


def read(session: Session, item_id: str) -> bytes:
    """The original, byte for byte. KeyError: no such item. The caller has checked whose it is."""
    row = session.get(Evidence, item_id)
    if row is None:
        raise KeyError(item_id)
    return vault_of(session).read(row.case_id, row.sha256)


def vault_of(session: Session) -> Vault:
    """The vault of the store that made this session."""
    vault: Vault = session.info["vault"]
    return vault


def _item(session: Session, row: Evidence) -> EvidenceItem:
    label = unseal(session, row, "label_sealed")
    return EvidenceItem(row.id, row.sha256, row.size, row.mime, row.kind, label["filename"], label["note"], row.taken_at)
