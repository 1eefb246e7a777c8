"""Engines: SQLite as a careful file, PostgreSQL with a small pool."""
from __future__ import annotations

import logging
import os
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

log = logging.getLogger(__name__)
READ_ONLY = "mingxin_read_only"
WAIT = 5.0  # seconds for a lock


def make_engine(url: str) -> Engine:
    """An engine for `url`; nothing is opened yet, but the folder of an SQLite file is made."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(url, parsed.database)
    pool = {"pool_size": 5, "max_overflow": 5, "pool_timeout": 10, "pool_recycle": 1800, "pool_pre_ping": True}
    return create_engine(url, future=True, hide_parameters=True, **pool)


def _sqlite(url: str, database: str | None) -> Engine:
    if not database or database == ":memory:":
        raise ValueError("the case store needs a file, not a database in memory")
    Path(database).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_engine(
        url,
        future=True,
        poolclass=QueuePool,
        pool_size=5,
        max_overflow=10,
        connect_args={"check_same_thread": False, "timeout": WAIT},
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    """Our own transactions (the driver starts none), WAL, foreign keys, deleted bytes overwritten."""
    connection.isolation_level = None
    prepare_file(connection)
    connection.execute("PRAGMA foreign_keys=ON")


def prepare_file(connection: Any) -> None:
    """What both SQLite files have in common. The very first switch to WAL meets "locked" without waiting: it is tried again."""
    connection.execute(f"PRAGMA busy_timeout={int(WAIT * 1000)}")
    until = time.monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            break
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA secure_delete=ON")


def _begin(connection: Connection) -> None:
    """Writers take the lock at once: no upgrade in mid-transaction, so no "database is locked" without waiting."""
    read_only = connection.get_execution_options().get(READ_ONLY)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def scrub_log(engine: Engine) -> bool:
    """Empty SQLite's write-ahead log, so that erased rows are gone to the byte; True where there is none.

    False if a reader or a locked file stood in the way: the rows are gone all the same, and housekeeping tries again.
    """
    if engine.dialect.name != "sqlite":
        return True
    try:
        raw = engine.raw_connection()
        try:
            return bool(raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
        finally:
            raw.close()
    except (sqlite3.Error, SQLAlchemyError):
        log.exception("the write-ahead log was not emptied")
        return False


def tracker_url(database_url: str) -> str:
    """The conversations' database: a file of its own beside the cases in SQLite, the same server in PostgreSQL."""
    if not database_url.startswith("sqlite"):
        return database_url
    path = database_url.split("///", 1)[1]
    folder = os.path.dirname(path)
    os.makedirs(folder or ".", exist_ok=True)
    return f"sqlite:///{os.path.join(folder, 'conversations.db')}"
