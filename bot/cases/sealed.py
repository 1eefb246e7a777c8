"""Sealed columns: JSON values of a row, bound to the table, the column and the row's id."""
from __future__ import annotations

from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from bot.privacy.cipher import Cipher


def new_id() -> str:
    """A random row id (32 hex digits)."""
    return uuid4().hex


def cipher_of(session: Session) -> Cipher:
    """The cipher of the store that made this session."""
    cipher: Cipher = session.info["cipher"]
    return cipher


def place(row: Any, column: str) -> str:
    """What a sealed value is bound to. Rows whose id is not known before they are written give another as `seal_id`."""
    return f"{row.__tablename__}.{column}:{getattr(row, 'seal_id', None) or row.id}"


def seal(session: Session, row: Any, column: str, value: Any) -> None:
    """Put `value` (JSON) into `row.<column>`; None empties it. The row must have its id."""
    setattr(row, column, None if value is None else cipher_of(session).seal_json(value, place(row, column)))


def unseal(session: Session, row: Any, column: str) -> Any:
    """The value in `row.<column>`; None when empty. KeyProblem with another key."""
    sealed = getattr(row, column)
    return None if sealed is None else cipher_of(session).open_json(bytes(sealed), place(row, column))
