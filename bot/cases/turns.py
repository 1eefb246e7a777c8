"""The replies that a message got: the same message_id gets the same replies, without acting again."""
from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session
from sqlalchemy.sql import Select

from bot.cases import people
from bot.cases.models import Person, Turn
from bot.cases.sealed import cipher_of, seal, unseal

KEPT = timedelta(hours=24)


def recall(session: Session, sender: str, message_id: str) -> Any | None:
    """The replies (JSON, tokens not released) that this message of this sender got, None if it is new."""
    asked = {people.TAGS: people.sender_tags(session, sender), "message_tags": _tags(session, sender, message_id)}
    turn = session.scalars(_answered(), asked).first()
    if turn is None:
        return None
    return unseal(session, turn, "replies_sealed")


@cache
def _answered() -> Select:
    of_message = Turn.message_tag.in_(bindparam("message_tags", expanding=True))
    return select(Turn).join(Person, Person.id == Turn.person_id).where(people.of_sender(), of_message)


def remember(session: Session, sender: str, message_id: str, replies: Any, now: datetime) -> bool:
    """Keep the replies; False if this message has replies already (they stay). Give them before `door.release`.

    The sweep deletes them after `KEPT`: the fewer statements here, the shorter the lock that actions wait for.
    """
    person = people.need(session, sender, now)
    tag = _tags(session, sender, message_id)[0]
    row = Turn(person_id=person.id, message_tag=tag, at=now)
    seal(session, row, "replies_sealed", replies)
    values = {name: getattr(row, name) for name in ("person_id", "message_tag", "replies_sealed", "at")}
    return bool(session.execute(people.insert(session, Turn).values(**values).on_conflict_do_nothing()).rowcount == 1)


def _tags(session: Session, sender: str, message_id: str) -> list[str]:
    return cipher_of(session).tags("turn", sender, message_id)
