"""The job process in its parts: one alone, a queue that holds nothing of its own, rounds by the clock."""
from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.cases.store import Store
from bot.filing import outbox
from bot.filing.gateways.base import NotSent
from bot.jobs.__main__ import _look
from bot.jobs.alone import LOCK, Taken, alone
from bot.jobs.periodic import Periodic, Rounds
from bot.jobs.queue import MOST_QUEUED, Queue, make_huey
from bot.settings import ROOT, Settings, read_settings
from tests.support.sending import HOLDER, Receiver, file_away, orders
from tests.support.stores import NOW, later, open_at


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_at(f"sqlite:///{tmp_path / 'cases.db'}", tmp_path)
    made.upgrade()
    yield made
    made.close()


@pytest.fixture
def conf(tmp_path: Path) -> Settings:
    return read_settings({"MINGXIN_VAR": str(tmp_path)})


def until(holds: Callable[[], bool], seconds: float = 20) -> bool:
    """Wait until it holds."""
    end = time.monotonic() + seconds
    while not (held := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return held


def test_a_second_process_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    with alone(tmp_path):
        assert (tmp_path / LOCK).read_text() == str(os.getpid())
        with pytest.raises(Taken), alone(tmp_path):
            pass
    with alone(tmp_path):
        pass


def test_the_queue_delivers_what_is_due_and_no_more_than_it_can_hold_waits_in_it(store: Store, conf: Settings) -> None:
    for number in range(MOST_QUEUED + 2):
        file_away(store, f"w-{number}")
    receiver = Receiver()
    queue = Queue(conf, store, HOLDER, lambda _: receiver, lambda: NOW)
    assert (queue.fill(), queue.fill()) == (MOST_QUEUED, 0)
    consumer = queue.start()
    try:
        assert until(lambda: queue.fill() == 0 and {order.state for order in orders(store)} == {"delivered"})
    finally:
        consumer.stop(graceful=True)
    assert len(receiver.seen) == len(receiver.keys()) == MOST_QUEUED + 2


def test_a_queue_that_was_lost_costs_nothing(store: Store, conf: Settings) -> None:
    file_away(store)
    assert Queue(conf, store, HOLDER, lambda _: Receiver(), lambda: NOW).fill() == 1
    for path in conf.var.glob("jobs.db*"):
        path.unlink()
    with store.session() as session:
        outbox.release(session, HOLDER, NOW)
    assert Queue(conf, store, HOLDER, lambda _: Receiver(), lambda: NOW).fill() == 1


def test_a_queue_that_cannot_be_written_is_met_again(store: Store, conf: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    file_away(store)
    queue, rounds = Queue(conf, store, HOLDER, lambda _: Receiver(), lambda: NOW), Rounds(store, [])

    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(queue.huey.storage, "enqueue", full)
        _look(queue, rounds)
    assert orders(store)[0].state == "waiting"
    queue.clock = lambda: later(seconds=outbox.rules().lease)
    _look(queue, rounds)
    assert queue.huey.pending_count() == 1


def test_what_another_writes_into_the_queue_is_not_run(store: Store, conf: Settings, tmp_path: Path) -> None:
    other = open_at(f"sqlite:///{tmp_path / 'other.db'}", tmp_path, key=bytes(reversed(range(32))))
    foreign = make_huey(conf, other)
    foreign.task(name="deliver_one")(lambda *_: None)("order", "ticket")
    ours = make_huey(conf, store)
    assert ours.pending_count() == 1
    with pytest.raises(ValueError, match="ignature"):
        ours.dequeue()


def test_rounds_are_done_at_once_and_then_when_their_time_has_come_and_a_failed_one_stops_no_other(store: Store) -> None:
    done: list[str] = []

    def note(name: str) -> Callable[[Session, datetime], object]:
        return lambda session, now: done.append(name)

    def fails(session: Session, now: datetime) -> object:
        raise OperationalError("select", {}, Exception("locked"))

    rounds = Rounds(store, [Periodic("bad", 3600, fails), Periodic("hourly", 3600, note("hourly")),
                            Periodic("always", 0, note("always"))])
    for _ in range(2):
        rounds.run(NOW)
    assert done == ["hourly", "always", "always"]


def test_the_process_says_what_is_missing_and_does_not_start(tmp_path: Path) -> None:
    environ = {**os.environ, "MINGXIN_VAR": str(tmp_path), "MINGXIN_GATEWAY": "email", "MINGXIN_STATION": ""}
    done = subprocess.run([sys.executable, "-m", "bot.jobs"], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and "MINGXIN_STATION" in done.stdout and "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_order_whose_way_is_no_longer_set_up_waits(store: Store, conf: Settings) -> None:
    from functools import partial

    from bot.filing.gateways import choosing

    file_away(store)
    queue = Queue(replace(conf, gateway="desk"), store, HOLDER, partial(choosing.find, conf), lambda: NOW)
    queue.fill()
    task = queue.huey.dequeue()
    assert task is not None
    queue.huey.execute(task)
    assert (orders(store)[0].state, orders(store)[0].reason) == ("waiting", "not_set_up")
    with pytest.raises(NotSent):
        choosing.find(conf, "email")
