"""Rows of persons: found by a keyed hash of the sender, made at first need, locked for what must not run twice."""
from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.sql import ColumnElement, Select

from bot.cases.models import Person
from bot.cases.sealed import cipher_of, new_id, seal, unseal

TAGS = "sender_tags"


def insert(session: Session, model: Any) -> Any:
    """An INSERT of the dialect in use, the one that knows ON CONFLICT."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    return dialect.insert(model.__table__)


def sender_tags(session: Session, sender: str) -> list[str]:
    """Keyed hashes of a sender, one for each key of the installation, the current one first."""
    if not sender:
        raise ValueError("no sender")
    return cipher_of(session).tags("sender", sender)


def find(session: Session, sender: str, *, lock: bool = False) -> Person | None:
    """The person of a sender, or None. `lock`: until the transaction ends no other may lock it (PostgreSQL).

    Rows that point to the person may still be written: PostgreSQL looks at their key at a second save of one transaction,
    and who has the person's case by then would wait for ever for who has the person and wants the case.
    """
    found: Person | None = session.scalars(_by_tags(lock), {TAGS: sender_tags(session, sender)}).first()
    return found


@cache
def _by_tags(lock: bool) -> Select:
    """Built once: SQLAlchemy takes longer to build and to recognise a query than SQLite to answer it."""
    query = select(Person).where(of_sender())
    return query.with_for_update(key_share=True) if lock else query


def of_sender() -> ColumnElement:
    """The condition on a person that takes `sender_tags` as the parameter `TAGS`, for queries that are built once."""
    return Person.sender_tag.in_(bindparam(TAGS, expanding=True))


def need(session: Session, sender: str, now: datetime | None = None, *, lock: bool = False) -> Person:
    """The person of a sender, made if new; safe when two processes meet."""
    person = find(session, sender, lock=lock)
    if person is not None:
        return person
    fresh = Person(id=new_id(), sender_tag=sender_tags(session, sender)[0], secrets_made=0, made_at=now)
    seal(session, fresh, "sender_sealed", sender)
    row = {name: getattr(fresh, name) for name in ("id", "sender_tag", "sender_sealed", "secrets_made", "made_at")}
    session.execute(insert(session, Person).values(**row).on_conflict_do_nothing())
    person = find(session, sender, lock=lock)
    if person is None:
        raise RuntimeError("a person row vanished while it was made")
    return person


def sender_of(session: Session, person: Person) -> str | None:
    """The sender in clear, None after an erasure."""
    sender: str | None = unseal(session, person, "sender_sealed")
    return sender
