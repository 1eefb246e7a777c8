"""Messages that no turn asked for: reminders, the desk's answers, late replies."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypedDict

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.cases import people
from bot.cases.models import Outgoing, Person
from bot.cases.sealed import new_id, seal, unseal


class Message(TypedDict):
    """One message, JSON as it is. `payload`: what a channel may add to the text, or None; `due_at`: ISO."""

    id: str
    key: str
    text: str
    payload: Any
    due_at: str


def put(session: Session, person: Person, text: str, payload: Any, due: datetime, key: str) -> bool:
    """Lay a message ready, from `due` on. The same key again for this person: nothing, and False."""
    row = Outgoing(id=new_id(), person_id=person.id, key=key, due_at=due)
    seal(session, row, "message_sealed", {"text": text, "payload": payload})
    values = {name: getattr(row, name) for name in ("id", "person_id", "key", "message_sealed", "due_at")}
    return bool(session.execute(people.insert(session, Outgoing).values(**values).on_conflict_do_nothing()).rowcount == 1)


def waiting(session: Session, sender: str, now: datetime, most: int = 20) -> list[Message]:
    """The messages that are due and not acknowledged, oldest first. Nothing is marked: what is lost on its way comes again."""
    query = (
        select(Outgoing)
        .where(Outgoing.person_id.in_(_person(session, sender)), Outgoing.taken_at.is_(None), Outgoing.due_at <= now)
        .order_by(Outgoing.due_at, Outgoing.id)
        .limit(most)
    )
    return [_message(session, row) for row in session.scalars(query)]


def acknowledge(session: Session, sender: str, ids: Sequence[str], now: datetime) -> int:
    """Mark messages as seen by this sender, who has their ids from `waiting`; how many were new. Others stay as they are."""
    query = (
        update(Outgoing)
        .where(Outgoing.id.in_(ids), Outgoing.person_id.in_(_person(session, sender)), Outgoing.taken_at.is_(None))
        .values(taken_at=now)
    )
    return int(session.execute(query.execution_options(synchronize_session=False)).rowcount)


def _person(session: Session, sender: str) -> Any:
    return select(Person.id).where(Person.sender_tag.in_(people.sender_tags(session, sender))).scalar_subquery()


def _message(session: Session, row: Outgoing) -> Message:
    sealed = unseal(session, row, "message_sealed")
    return Message(id=row.id, key=row.key, text=sealed["text"], payload=sealed["payload"], due_at=row.due_at.isoformat())
