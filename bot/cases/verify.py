"""Every original read back against its hash and its size; each that fails is named by the id of its evidence."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.cases.models import Evidence
from bot.cases.store import Store
from bot.privacy.cipher import KeyProblem, WrongKey


@dataclass(frozen=True)
class Fault:
    """`what`: missing, wrong_key, damaged (it does not open, or is not what was received), unreadable (the disk refuses)."""

    evidence: str
    what: str


@dataclass(frozen=True)
class Verified:
    """How many originals and bytes were read, what is wrong, and files that no row names (SHA-256; the sweep removes them)."""

    files: int = 0
    size: int = 0
    faults: list[Fault] = field(default_factory=list)
    without_row: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Row:
    id: str
    case_id: str
    sha256: str
    size: int


def verify(store: Store, now: datetime) -> Verified:
    """Read the whole vault, one piece of a file in memory at a time; no transaction is open meanwhile. What is erased while
    this runs is no fault."""
    rows = list(_rows(store))
    faults = [Fault(row.id, what) for row in rows if (what := _fault(store, row)) and _is_still_there(store, row)]
    places = set(store.vault.older(now + timedelta(days=1)))
    lost = places - {(row.case_id, row.sha256) for row in _rows(store)} if places else set()
    return Verified(len(rows), sum(row.size for row in rows), faults, sorted(sha256 for _, sha256 in lost))


def _rows(store: Store) -> Iterator[_Row]:
    columns = select(Evidence.id, Evidence.case_id, Evidence.sha256, Evidence.size).order_by(Evidence.taken_at, Evidence.id)
    with store.session(read_only=True) as session:
        found = session.execute(columns).all()
    return (_Row(*row) for row in found)


def _fault(store: Store, row: _Row) -> str:
    """What is wrong with a file, "" when it is as it was received."""
    try:
        found = store.vault.measure(row.case_id, row.sha256)
    except FileNotFoundError:
        return "missing"
    except WrongKey:
        return "wrong_key"
    except KeyProblem:
        return "damaged"
    except OSError:
        return "unreadable"
    return "" if found == (row.sha256, row.size) else "damaged"


def _is_still_there(store: Store, row: _Row) -> bool:
    with store.session(read_only=True) as session:
        return session.get(Evidence, row.id) is not None
