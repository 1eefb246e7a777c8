"""The roster (花名册) of the case in hand: put as it was read, agreed by a yes, replaced as a whole by the next one."""
from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.cases import people
from bot.cases.drafts import begin, case_in_hand
from bot.cases.models import Case
from bot.cases.roster_model import RosterRow
from bot.cases.sealed import new_id, seal, unseal
from bot.evidence.roster.values import Worker

__all__ = ["Worker", "agree", "choose", "drop_waiting", "of_case", "of_sender", "put", "waiting"]


def put(session: Session, sender: str, workers: Sequence[Worker], evidence_id: str | None, now: datetime) -> int:
    """Lay a roster beside the one that counts, until `agree`; one that waited is replaced. Gives its version."""
    case = case_in_hand(session, sender, lock=True) or begin(session, people.need(session, sender, now, lock=True), now)
    last = session.scalar(select(func.max(RosterRow.version)).where(RosterRow.case_id == case.id)) or 0
    _delete(session, case, agreed=False)
    for worker in workers:
        row = RosterRow(id=new_id(), case_id=case.id, version=last + 1, n=worker.n, agreed=False, evidence_id=evidence_id,
                        made_at=now)
        seal(session, row, "row_sealed", worker.to_json())
        session.add(row)
    session.flush()
    return last + 1


def agree(session: Session, sender: str, now: datetime) -> list[Worker]:
    """The roster that waited counts from now on, the one before is gone; [] when none waited. What was previewed with another
    roster must be previewed again."""
    case = case_in_hand(session, sender, lock=True)
    rows = [] if case is None else _rows(session, case.id, agreed=False)
    if case is None or not rows:
        return []
    _delete(session, case, agreed=True)
    for row in rows:
        row.agreed = True
    _changed(session, case, now)
    return [_worker(session, row) for row in rows]


def drop_waiting(session: Session, sender: str) -> bool:
    """Forget the roster that waits for a yes; False when none does. The file stays among the evidence."""
    case = case_in_hand(session, sender, lock=True)
    return case is not None and _delete(session, case, agreed=False) > 0


def waiting(session: Session, sender: str) -> list[Worker]:
    """The roster that waits for a yes, [] without one."""
    case = case_in_hand(session, sender)
    return [] if case is None else [_worker(session, row) for row in _rows(session, case.id, agreed=False)]


def of_sender(session: Session, sender: str) -> list[Worker]:
    """The roster of the case in hand that counts, [] without one."""
    case = case_in_hand(session, sender)
    return [] if case is None else of_case(session, case.id)


def of_case(session: Session, case_id: str) -> list[Worker]:
    """The roster of a case that counts, in its order; [] without one."""
    return [_worker(session, row) for row in _rows(session, case_id, agreed=True)]


def choose(session: Session, sender: str, numbers: Collection[int], now: datetime) -> list[Worker]:
    """Mark those of these numbers (`n`) as representatives and nobody else; gives them. LookupError: there is no such row.

    How many there must be is the caller's matter (bot/law/group.py).
    """
    case = case_in_hand(session, sender, lock=True)
    rows = [] if case is None else _rows(session, case.id, agreed=True)
    if case is None or not set(numbers) <= {row.n for row in rows}:
        raise LookupError("no such worker in the roster")
    chosen = []
    for row in rows:
        worker = replace(_worker(session, row), representative=row.n in numbers)
        seal(session, row, "row_sealed", worker.to_json())
        chosen += [worker] if worker.representative else []
    _changed(session, case, now)
    return chosen


def _rows(session: Session, case_id: str, *, agreed: bool) -> list[RosterRow]:
    query = select(RosterRow).where(RosterRow.case_id == case_id, RosterRow.agreed.is_(agreed))
    return list(session.scalars(query.order_by(RosterRow.n)))


def _worker(session: Session, row: RosterRow) -> Worker:
    return Worker.from_json(unseal(session, row, "row_sealed"))


def _delete(session: Session, case: Case, *, agreed: bool) -> int:
    gone = delete(RosterRow).where(RosterRow.case_id == case.id, RosterRow.agreed.is_(agreed))
    return int(session.execute(gone.execution_options(synchronize_session="fetch")).rowcount)


def _changed(session: Session, case: Case, now: datetime) -> None:
    """What was previewed is previewed again before a yes counts."""
    case.stage = "papers" if case.stage == "previewed" else case.stage
    case.updated_at = now
    session.flush()
