"""Messages that no turn asked for: reminders, the desk's answers, late replies."""
from __future__ import annotations

from datetime import datetime
from typing import Any, TypedDict

from sqlalchemy import select
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


def put(session: Session, sender: str, text: str, payload: Any, now: datetime, key: str, due: datetime | None = None) -> bool:
    """Lay a message ready, from `due` on (default now). The same key again for this sender: nothing, and False."""
    return put_for(session, people.need(session, sender, now), text, payload, due or now, key)


def put_for(session: Session, person: Person, text: str, payload: Any, due: datetime, key: str) -> bool:
    """As `put`, for a person row."""
    row = Outgoing(id=new_id(), person_id=person.id, key=key, due_at=due)
    seal(session, row, "message_sealed", {"text": text, "payload": payload})
    values = {name: getattr(row, name) for name in ("id", "person_id", "key", "message_sealed", "due_at")}
    return bool(session.execute(people.insert(session, Outgoing).values(**values).on_conflict_do_nothing()).rowcount == 1)


def take(session: Session, sender: str, now: datetime) -> list[Message]:
    """The messages that are due, oldest first, marked as delivered.

    Send them before the transaction ends: an error that rolls it back leaves them ready for the next time.
    """
    query = (
        select(Outgoing)
        .join(Person, Person.id == Outgoing.person_id)
        .where(Person.sender_tag.in_(people.sender_tags(session, sender)), Outgoing.taken_at.is_(None), Outgoing.due_at <= now)
        .order_by(Outgoing.due_at, Outgoing.id)
        .limit(20)
        .with_for_update(of=Outgoing, skip_locked=True)
    )
    rows = session.scalars(query).all()
    for row in rows:
        row.taken_at = now
    session.flush()
    return [_message(session, row) for row in rows]


def waiting_senders(session: Session, now: datetime, most: int = 200) -> list[str]:
    """Senders who have a message due: for channels that push. The longest waiting first."""
    query = (
        select(Person)
        .join(Outgoing, Person.id == Outgoing.person_id)
        .where(Outgoing.taken_at.is_(None), Outgoing.due_at <= now)
        .order_by(Outgoing.due_at)
        .limit(most)
    )
    found = [people.sender_of(session, person) for person in session.scalars(query)]
    return list(dict.fromkeys(sender for sender in found if sender))


def _message(session: Session, row: Outgoing) -> Message:
    sealed = unseal(session, row, "message_sealed")
    return Message(id=row.id, key=row.key, text=sealed["text"], payload=sealed["payload"], due_at=row.due_at.isoformat())
