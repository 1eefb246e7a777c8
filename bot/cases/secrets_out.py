"""Secret words on their way in or out: sealed behind 〔口令#1〕 for a quarter of an hour, for one sender."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.cases import people
from bot.cases.models import PassingSecret, Person
from bot.cases.sealed import new_id, seal, unseal
from bot.privacy import tokens

GOOD_FOR = timedelta(minutes=15)


def put(session: Session, sender: str, words: Sequence[str], now: datetime) -> str:
    """Keep `words` and give the token for them. An action puts it into its reply, the channel releases it (privacy.door)."""
    person = people.need(session, sender, now, lock=True)
    session.execute(delete(PassingSecret).where(PassingSecret.person_id == person.id, PassingSecret.until < now))
    person.secrets_made += 1
    row = PassingSecret(id=new_id(), person_id=person.id, ordinal=person.secrets_made, until=now + GOOD_FOR)
    seal(session, row, "words_sealed", list(words))
    session.add(row)
    session.flush()
    return tokens.make("secret", row.ordinal)


def take(session: Session, sender: str, wanted: Sequence[str], now: datetime) -> dict[str, list[str]]:
    """The words behind those tokens that are this sender's and still good (as often as asked: re-delivery)."""
    ordinals = [pair[1] for pair in map(tokens.read, wanted) if pair is not None and pair[0] == "secret"]
    query = (
        select(PassingSecret)
        .join(Person, Person.id == PassingSecret.person_id)
        .where(
            Person.sender_tag.in_(people.sender_tags(session, sender)),
            PassingSecret.ordinal.in_(ordinals),
            PassingSecret.until >= now,
        )
    )
    return {tokens.make("secret", row.ordinal): unseal(session, row, "words_sealed") for row in session.scalars(query)}
