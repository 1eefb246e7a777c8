"""The replies that a message got: the same message_id gets the same replies, without acting again."""
from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.cases import people
from bot.cases.models import Person, Turn
from bot.cases.sealed import cipher_of

KEPT = timedelta(hours=24)


def recall(session: Session, sender: str, message_id: str) -> Any | None:
    """The replies (JSON, tokens not released) that this message of this sender got, None if it is new."""
    tags = _tags(session, sender, message_id)
    query = (
        select(Turn)
        .join(Person, Person.id == Turn.person_id)
        .where(Person.sender_tag.in_(people.sender_tags(session, sender)), Turn.message_tag.in_(tags))
    )
    turn = session.scalars(query).first()
    if turn is None:
        return None
    return cipher_of(session).open_json(bytes(turn.replies_sealed), _place(turn.person_id, turn.message_tag))


def remember(session: Session, sender: str, message_id: str, replies: Any, now: datetime) -> bool:
    """Keep the replies for 24 hours; False if this message has replies already (they stay). Give them before `door.release`."""
    person = people.need(session, sender, now)
    tag = _tags(session, sender, message_id)[0]
    session.execute(delete(Turn).where(Turn.person_id == person.id, Turn.at < now - KEPT))
    sealed = cipher_of(session).seal_json(replies, _place(person.id, tag))
    row = {"person_id": person.id, "message_tag": tag, "replies_sealed": sealed, "at": now}
    return bool(session.execute(people.insert(session, Turn).values(**row).on_conflict_do_nothing()).rowcount == 1)


def _tags(session: Session, sender: str, message_id: str) -> list[str]:
    return cipher_of(session).tags("turn", sender, message_id)


def _place(person_id: str, tag: str) -> str:
    return f"turn.replies_sealed:{person_id}:{tag}"
