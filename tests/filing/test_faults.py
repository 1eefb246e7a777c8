"""Disk full and database locked while a filing is filed and delivered: a clear state, nothing lost, nothing half."""
from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.filing import deliver, outbox
from bot.filing.status import own_status
from tests.support.sending import HOLDER, Receiver, file_away, orders, run_due
from tests.support.stores import NOW, later, open_at

LONG = Fact("known", "他说下个月给，又说没钱。" * 2000)  # what no half-empty page holds


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """On SQLite, which waits for a lock only a moment here."""
    made = open_at(f"sqlite:///{tmp_path / 'cases.db'}", tmp_path)
    made.upgrade()
    made.close()
    event.listen(made.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=50"))
    yield made
    made.close()


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Another program holds the database for itself."""
    base = sqlite3.connect(str(store.engine.url.database), isolation_level=None)
    base.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        base.execute("ROLLBACK")
        base.close()


@contextmanager
def full(store: Store) -> Iterator[None]:
    """The database cannot grow by a page, as on a full disk (SQLITE_FULL)."""

    def limit(connection: Any) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    event.listen(store.engine, "begin", limit)
    try:
        yield
    finally:
        event.remove(store.engine, "begin", limit)
        with store.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1073741823")


@pytest.mark.parametrize("fault", [locked, full])
def test_a_filing_on_a_faulty_database_is_none_and_comes_later(store: Store, fault: Any) -> None:
    with fault(store), pytest.raises(OperationalError):
        file_away(store, claim_words=LONG)
    with store.session(read_only=True) as session:
        assert own_status(session, "甲") == []
    assert orders(store) == []
    file_away(store, claim_words=LONG)
    assert len(orders(store)) == 1


class Breaks(Receiver):
    """A receiver that takes the parcel, and meanwhile the database breaks."""

    def __init__(self, store: Store, fault: Any) -> None:
        super().__init__()
        self.broken = fault(store)

    def send(self, *told: Any, **more: Any) -> Any:
        """Take it; from now on nothing can be written."""
        taken = super().send(*told, **more)
        self.broken.__enter__()
        return taken


def test_what_arrived_and_could_not_be_noted_goes_again_under_its_key_and_counts_once(store: Store) -> None:
    file_away(store)
    receiver = Breaks(store, locked)
    with pytest.raises(OperationalError):
        run_due(store, receiver, NOW)
    receiver.broken.__exit__(None, None, None)
    assert orders(store)[0].state == "sending"
    sound = Receiver()
    assert run_due(store, sound, later(seconds=outbox.rules().lease)) == ["delivered"]
    assert sound.keys() == receiver.keys() and orders(store)[0].state == "delivered"


def test_on_a_locked_database_nothing_is_sent(store: Store) -> None:
    file_away(store)
    with store.session() as session:
        (order, ticket), = outbox.claim(session, NOW, HOLDER)
    receiver = Receiver()
    with locked(store), pytest.raises(OperationalError):
        deliver.deliver(store, order, ticket, lambda _: receiver, lambda: NOW)
    assert receiver.seen == []
    assert deliver.deliver(store, order, ticket, lambda _: receiver, lambda: NOW) == "delivered"
