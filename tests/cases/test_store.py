"""The end of a transaction: what happens outside the database then, and only then."""
from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.cases import after
from bot.cases.store import Store


def test_a_step_waits_for_the_commit_and_not_for_a_savepoint(store: Store) -> None:
    done: list[str] = []
    with store.session() as session:
        after.on_commit(session, lambda: done.append("committed"))
        with session.begin_nested():
            after.on_rollback(session, lambda: done.append("rolled back"))
        assert done == []
        with pytest.raises(RuntimeError), session.begin_nested():
            raise RuntimeError
        assert done == []
    assert done == ["committed"]


def test_a_rollback_runs_its_own_steps_alone(store: Store) -> None:
    done: list[str] = []
    with pytest.raises(RuntimeError), store.session() as session:
        after.on_commit(session, lambda: done.append("committed"))
        after.on_rollback(session, lambda: done.append("rolled back"))
        raise RuntimeError
    assert done == ["rolled back"]


def test_a_failed_commit_is_a_rollback(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def fail() -> None:
        raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"), store.session() as session:
        after.on_commit(session, lambda: done.append("committed"))
        after.on_rollback(session, lambda: done.append("rolled back"))
        monkeypatch.setattr(session, "commit", fail)
    assert done == ["rolled back"]


def test_what_was_only_read_commits_nothing(store: Store) -> None:
    done: list[str] = []
    with store.session(read_only=True) as session:
        after.on_commit(session, lambda: done.append("committed"))
    assert done == []


def test_a_step_that_the_disk_refuses_stops_neither_the_next_one_nor_the_caller(store: Store) -> None:
    done: list[str] = []

    def refuse() -> None:
        raise PermissionError("read-only file system")

    with store.session() as session:
        after.on_commit(session, refuse)
        after.on_commit(session, lambda: done.append("next"))
    assert done == ["next"]


@pytest.mark.parametrize("error", [sqlite3.OperationalError("database is locked"), PoolTimeout("no connection")])
def test_a_log_that_cannot_be_emptied_is_no_failure_of_the_erasure(
    store: Store, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse() -> None:
        raise error

    monkeypatch.setattr(store.engine, "raw_connection", refuse)
    assert store.scrub() is (not store.url.startswith("sqlite"))
