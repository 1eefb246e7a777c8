"""Personal numbers behind tokens. The same number is the same token within a person."""
from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from bot.cases import people
from bot.cases.models import Person, PersonalValue
from bot.cases.sealed import cipher_of, new_id, seal, unseal
from bot.chinese.personal import mask
from bot.chinese.values import PersonalKind
from bot.privacy import tokens


def keep(session: Session, sender: str, kind: str, value: str) -> str:
    """The token of a number (kind id_number, bank_card or phone), stored sealed. KeyError: unknown kind."""
    tokens.make(kind, 0)
    person = people.need(session, sender, lock=True)
    tags = cipher_of(session).tags("personal", person.id, kind, value)
    of_kind = and_(PersonalValue.person_id == person.id, PersonalValue.kind == kind)
    known = session.scalars(select(PersonalValue).where(of_kind, PersonalValue.value_tag.in_(tags))).first()
    if known is not None:
        return tokens.make(kind, known.ordinal)
    last = session.scalar(select(func.max(PersonalValue.ordinal)).where(of_kind)) or 0
    row = PersonalValue(id=new_id(), person_id=person.id, kind=kind, ordinal=last + 1, value_tag=tags[0])
    seal(session, row, "value_sealed", value)
    session.add(row)
    session.flush()
    return tokens.make(kind, row.ordinal)


def reveal(session: Session, sender: str, token: str) -> str | None:
    """The number in clear (for papers alone); None if the token is not this sender's."""
    return reveal_all(session, sender, [token]).get(token)


def masked_all(session: Session, sender: str, wanted: Sequence[str]) -> dict[str, str]:
    """Masked numbers of many tokens at once, without those that are not this sender's."""
    return {token: mask(cast(PersonalKind, kind), value) for token, (kind, value) in _values(session, sender, wanted).items()}


def reveal_all(session: Session, sender: str, wanted: Sequence[str]) -> dict[str, str]:
    """Clear numbers of many tokens at once: what `documents.render` takes as `personal`."""
    return {token: value for token, (_kind, value) in _values(session, sender, wanted).items()}


def reveal_of_person(session: Session, person_id: str) -> dict[str, str]:
    """All tokens of a person with their numbers in clear, for the desk's papers."""
    rows = session.scalars(select(PersonalValue).where(PersonalValue.person_id == person_id))
    return {tokens.make(row.kind, row.ordinal): unseal(session, row, "value_sealed") for row in rows}


def _values(session: Session, sender: str, wanted: Sequence[str]) -> dict[str, tuple[str, str]]:
    pairs = [pair for pair in map(tokens.read, wanted) if pair is not None]
    if not pairs:
        return {}
    query = (
        select(PersonalValue)
        .join(Person, Person.id == PersonalValue.person_id)
        .where(
            Person.sender_tag.in_(people.sender_tags(session, sender)),
            or_(*[and_(PersonalValue.kind == kind, PersonalValue.ordinal == ordinal) for kind, ordinal in pairs]),
        )
    )
    rows = session.scalars(query)
    return {tokens.make(row.kind, row.ordinal): (row.kind, unseal(session, row, "value_sealed")) for row in rows}
