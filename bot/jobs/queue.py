"""Huey between the outbox and the workers: it holds numbers of orders alone, and nothing that the outbox does not have."""
from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from datetime import datetime
from typing import Any

from huey import Huey, RedisHuey, SqliteHuey
from huey.serializer import SignedSerializer
from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError

from bot.cases.store import Store
from bot.filing import outbox
from bot.filing.deliver import Find, deliver
from bot.settings import Settings

log = logging.getLogger(__name__)
NAME = "mingxin"
WORKERS = 2
#: what the queue's file or Redis and the database raise when they are locked, full or away
BROKEN = (SQLAlchemyError, sqlite3.Error, RedisError, OSError)
MOST_QUEUED = 8  # so that nothing lies in the queue longer than its lease


class Queue:
    """Orders that are due go in, two workers carry them out."""

    def __init__(self, conf: Settings, store: Store, holder: str, find: Find, clock: Callable[[], datetime]) -> None:
        self.store, self.holder, self.clock = store, holder, clock
        self.huey = make_huey(conf, store)
        self.task = self.huey.task()(_quietly(store, find, clock))

    def fill(self) -> int:
        """Claim what is due and put it in; how many. One of BROKEN when database or queue cannot be written: what was claimed is
        claimed again when its lease ends."""
        room = MOST_QUEUED - self.huey.pending_count()
        with self.store.session(read_only=True) as session:
            if room <= 0 or not outbox.is_due(session, self.clock()):
                return 0
        with self.store.session() as session:
            claimed = outbox.claim(session, self.clock(), self.holder, room)
        for order_id, ticket in claimed:
            self.task(order_id, ticket)
        return len(claimed)

    def start(self) -> Any:
        """The consumer with its workers, started; the caller stops it."""
        consumer = self.huey.create_consumer(workers=WORKERS, periodic=False, initial_delay=0.05, max_delay=0.5,
                                             check_worker_health=False, shutdown_timeout=10)
        consumer.start()
        return consumer


def make_huey(conf: Settings, store: Store) -> Huey:
    """On Redis when there is one, else in a file. What lies there is signed with the installation's key: nothing else is run."""
    signed = SignedSerializer(secret=store.cipher.tags("queue", NAME)[0], salt=NAME)
    if conf.redis_url:
        return RedisHuey(NAME, url=conf.redis_url, results=False, serializer=signed)
    return SqliteHuey(NAME, filename=str(conf.var / "jobs.db"), results=False, serializer=signed)


def _quietly(store: Store, find: Find, clock: Callable[[], datetime]) -> Callable[[str, str], None]:
    """The task. A database that is locked or full costs a line in the log; the order is claimed again when its lease ends."""

    def deliver_one(order_id: str, ticket: str) -> None:
        try:
            deliver(store, order_id, ticket, find, clock)
        except SQLAlchemyError as problem:
            log.error("a delivery could not be begun or noted: %s", type(problem).__name__)

    return deliver_one
