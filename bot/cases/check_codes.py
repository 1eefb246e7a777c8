"""Codes on the covers of evidence bundles: bound to the pieces of one making, random, only their hash is kept, gone with an
erasure.

They lie among the links (table file_link), so that whatever ends the links of a case ends them too.
"""
from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases.evidence import EvidenceItem, of_case
from bot.cases.models import FileLink
from bot.evidence.sniff import LARGEST_RECORDING

__all__ = ["DOCUMENT", "GOOD_FOR", "LARGEST_RECORDING", "Listed", "look_up", "make", "read"]

DOCUMENT = "bundle_check"
GOOD_FOR = timedelta(days=3650)
MADE = "made:"  # begins the name of a piece that was made for the bundle
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that is read as another letter
LENGTH = 12
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


@dataclass(frozen=True)
class Listed:
    """The pieces of a bundle that are still there, each with the number that was printed on it; None: not known any more."""

    items: list[tuple[int | None, EvidenceItem]]


def make(session: Session, case_id: str, items: Sequence[EvidenceItem], now: datetime) -> str:
    """A new code for a bundle that is made from these pieces in this order. Another making gets another code, and this one
    goes on standing for what was printed with it."""
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    session.add(FileLink(token_hash=_hash(code), case_id=case_id, document=DOCUMENT, format=str(len(items)),
                         until=now + GOOD_FOR, pieces=" ".join(item.id for item in items)))
    session.flush()
    return code


def look_up(session: Session, code: str, now: datetime) -> Listed | None:
    """The pieces of the bundle with this code as it was typed; None when there is no such code."""
    query = select(FileLink).where(FileLink.token_hash == _hash(read(code)), FileLink.document == DOCUMENT, FileLink.until >= now)
    row = session.scalars(query).first()
    if row is None:
        return None
    there = of_case(session, row.case_id)
    if row.pieces is None:  # from before the fourth migration: its order was not kept
        return Listed([(None, item) for item in there if item.taken_at <= row.until - GOOD_FOR])
    by_id = {item.id: item for item in there}
    by_id |= {name: _made(name, row.until - GOOD_FOR) for name in row.pieces.split() if name.startswith(MADE)}
    return Listed([(number, by_id[name]) for number, name in enumerate(row.pieces.split(), 1) if name in by_id])


def read(typed: str) -> str:
    """A code as it was typed: small letters, blanks, dashes, and letters that look like others are no mistake."""
    plain = "".join(letter for letter in typed[:60].upper() if letter.isascii() and letter.isalnum())
    return plain.translate(_READ_AS)


def made_id(item: EvidenceItem) -> str:
    """The name of a piece that was made for the bundle and is kept nowhere: its kind and digest, so that its file is known."""
    return f"{MADE}{item.kind}:{item.sha256}"


def _made(name: str, moment: datetime) -> EvidenceItem:
    kind, _, digest = name.removeprefix(MADE).partition(":")
    return EvidenceItem(name, digest, 0, "application/pdf", kind, "", "", moment)


def _hash(code: str) -> str:
    return hashlib.sha256(f"{DOCUMENT} {code}".encode("utf-8", "replace")).hexdigest()
