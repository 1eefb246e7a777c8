"""Evidence of the case in hand: rows here, originals in the vault."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import uuid4

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.cases import after, people
from bot.cases.drafts import begin, case_in_hand
from bot.cases.models import Case, Evidence, Person
from bot.cases.sealed import seal, unseal
from bot.evidence.file_reading import to_keep
from bot.evidence.inspection import inspect
from bot.evidence.made import made_at
from bot.evidence.vault import MOST_FILES, Draft, EvidenceRefused, Vault

__all__ = [
    "Draft", "EvidenceItem", "EvidenceRefused", "add", "add_draft", "as_json", "keep_reading", "list_all", "of_case", "read",
    "reading_of", "remove", "set_kinds", "set_note",
]


@dataclass(frozen=True)
class EvidenceItem:
    """A file of a case. `size` in bytes; `kind`: an EvidenceKind or None; `taken_at`: when it was taken in; `made_at`: the
    time that its camera wrote into it; `channel`: chat, rest or wx; `page`: its place in a paper of several photos;
    `replaces`: the id of the item of which this is a new version. The last four are None when not known."""

    id: str
    sha256: str
    size: int
    mime: str
    kind: str | None
    filename: str
    note: str
    taken_at: datetime
    made_at: datetime | None = None
    channel: str | None = None
    page: int | None = None
    replaces: str | None = None


def add(session: Session, sender: str, *, data: bytes, now: datetime, filename: str, **about: Any) -> EvidenceItem:
    """Take a file in that is in memory; everything else as `add_draft`."""
    with vault_of(session).draft() as draft:
        draft.write(data)
        return add_draft(session, sender, draft=draft, filename=filename, now=now, **about)


def add_draft(
    session: Session,
    sender: str,
    *,
    draft: Draft,
    filename: str,
    kind: str | None = None,
    note: str = "",
    channel: str | None = None,
    page: int | None = None,
    replaces: str | None = None,
    now: datetime,
) -> EvidenceItem:
    """Take in a file that was written into a draft of the vault; the same bytes again give the same item.

    A Word file is read, and one that cannot be opened is marked so (`reading_of`): it is kept all the same.
    EvidenceRefused(reason): type, size, number of files, a trap in it. ValueError: `replaces` is no item of the case in hand.
    """
    sha256, mime, made, reading = _look_into(draft)
    case = case_in_hand(session, sender, lock=True) or begin(session, people.need(session, sender, now, lock=True), now)
    known = session.scalars(select(Evidence).where(Evidence.case_id == case.id, Evidence.sha256 == sha256)).first()
    if known is None:
        _check_place(session, case, replaces)
    vault = vault_of(session)
    if vault.keep(draft, case.id)[1]:
        after.on_rollback(session, partial(vault.remove_stamped, case.id, sha256, vault.stamp(case.id, sha256)))
    if known is not None:
        return _item(session, known)
    row = Evidence(id=f"EV-{uuid4().hex}", case_id=case.id, sha256=sha256, size=draft.size, mime=mime, kind=kind, taken_at=now,
                   made_at=made, channel=channel, page=page, replaces=replaces)
    seal(session, row, "label_sealed", {"filename": filename[:200], "note": note[:1000]})
    seal(session, row, "reading_sealed", reading)
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
    query = update(Evidence).where(Evidence.id.in_(item_ids), Evidence.case_id.in_(_own_cases(session, sender))).values(kind=kind)
    return int(session.execute(query.execution_options(synchronize_session="fetch")).rowcount)


def set_note(session: Session, sender: str, item_id: str, note: str) -> bool:
    """Write what stands on a piece beside it (at most 1,000 characters, sealed); False when it is not this sender's."""
    row = _own(session, sender, item_id)
    if row is None:
        return False
    seal(session, row, "label_sealed", {**unseal(session, row, "label_sealed"), "note": note[:1000]})
    session.flush()
    return True


def remove(session: Session, sender: str, item_id: str) -> bool:
    """Remove a file, original and all; False when there is none of this sender's. What was filed stays: the caller has asked
    `bot.filing.own.filed_items`. The original stays too when the same bytes are sent again before it is gone."""
    row = _own(session, sender, item_id)
    if row is None:
        return False
    vault = vault_of(session)
    stamp = vault.stamp(row.case_id, row.sha256)
    after.on_commit(session, partial(vault.remove_stamped, row.case_id, row.sha256, stamp))
    session.delete(row)
    session.flush()
    return True


def keep_reading(session: Session, sender: str, item_id: str, reading: dict[str, Any]) -> bool:
    """Keep what was read in a file (JSON, sealed), in the place of an earlier reading; False when it is not this sender's."""
    row = _own(session, sender, item_id)
    if row is None:
        return False
    seal(session, row, "reading_sealed", reading)
    session.flush()
    return True


def reading_of(session: Session, item_id: str) -> dict[str, Any] | None:
    """What was read in a file; None when nothing was, or there is no such item. The caller has checked whose it is."""
    row = session.get(Evidence, item_id)
    reading: dict[str, Any] | None = None if row is None else unseal(session, row, "reading_sealed")
    return reading


def read(session: Session, item_id: str) -> bytes:
    """The original, byte for byte. KeyError: no such item. The caller has checked whose it is."""
    row = session.get(Evidence, item_id)
    if row is None:
        raise KeyError(item_id)
    return vault_of(session).read(row.case_id, row.sha256)


def as_json(item: EvidenceItem) -> dict[str, Any]:
    """An item as JSON, times in ISO. What is not known of it is left out, so that what was filed before still is the same."""
    known = {name: value for name, value in asdict(item).items() if value is not None or name == "kind"}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in known.items()}


def vault_of(session: Session) -> Vault:
    """The vault of the store that made this session."""
    vault: Vault = session.info["vault"]
    return vault


def _look_into(draft: Draft) -> tuple[str, str, datetime | None, dict[str, Any] | None]:
    """SHA-256, MIME type, time and reading of a draft that may be taken; EvidenceRefused otherwise."""
    sha256 = draft.finish()
    with draft.open() as file:
        mime = inspect(file, draft.size)
        return sha256, mime, made_at(file, mime), to_keep(file, mime, draft.size)


def _check_place(session: Session, case: Case, replaces: str | None) -> None:
    """Whether a further file may come into a case."""
    count = session.scalar(select(func.count()).select_from(Evidence).where(Evidence.case_id == case.id)) or 0
    if count >= MOST_FILES:
        raise EvidenceRefused("too_many")
    if replaces is not None:
        former = session.get(Evidence, replaces)
        if former is None or former.case_id != case.id:
            raise ValueError("a new version of a file that is not in this case")


def _own(session: Session, sender: str, item_id: str) -> Evidence | None:
    """The row of a file of this sender."""
    query = select(Evidence).where(Evidence.id == item_id, Evidence.case_id.in_(_own_cases(session, sender)))
    row: Evidence | None = session.scalars(query).first()
    return row


def _own_cases(session: Session, sender: str) -> Any:
    tags = people.sender_tags(session, sender)
    return select(Case.id).join(Person, Person.id == Case.person_id).where(Person.sender_tag.in_(tags)).scalar_subquery()


def _item(session: Session, row: Evidence) -> EvidenceItem:
    label = unseal(session, row, "label_sealed")
    return EvidenceItem(row.id, row.sha256, row.size, row.mime, row.kind, label["filename"], label["note"], row.taken_at,
                        row.made_at, row.channel, row.page, row.replaces)
