"""`python -m bot.jobs`: brings filings to other houses and does what is due by the clock. `make run` starts and stops it."""
from __future__ import annotations

import logging
import signal
import socket
import sys
from functools import partial
from threading import Event

from bot import clock
from bot.cases.store import Store, open_store
from bot.content import load
from bot.filing import outbox
from bot.filing.gateways import choosing
from bot.filing.gateways.base import Unset
from bot.jobs.alone import Taken, alone
from bot.jobs.periodic import Rounds
from bot.jobs.queue import BROKEN, Queue
from bot.settings import Settings, settings

log = logging.getLogger("bot.jobs")
TICK = 0.5  # seconds between two looks into the outbox


def main() -> int:
    """Run until a signal ends it; 1 and a sentence when it must not start."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    conf = settings()
    try:
        choosing.check(conf)
        with alone(conf.var):
            run(conf, open_store(), Event())
    except Unset as problem:
        return _refuse(problem.reason, names=" ".join(problem.names))
    except Taken:
        return _refuse("jobs_taken")
    return 0


def run(conf: Settings, store: Store, ended: Event) -> None:
    """Free what an earlier process had in its hands, then look into the outbox until `ended`."""
    store.upgrade()
    holder = socket.gethostname()[:40]
    with store.session() as session:
        freed = outbox.release(session, holder, clock.now())
    if freed:
        log.warning("%d deliveries were under way when the last process ended: they are tried again", freed)
    queue, rounds = Queue(conf, store, holder, partial(choosing.find, conf), clock.now), Rounds(store)
    consumer = queue.start()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: ended.set())
    _say("jobs_ready")
    while not ended.wait(TICK):
        _look(queue, rounds)
    consumer.stop(graceful=True)
    store.close()


def _look(queue: Queue, rounds: Rounds) -> None:
    """One look; a database or queue that is locked, full or away is met again at the next."""
    try:
        queue.fill()
    except BROKEN as problem:
        log.error("the outbox could not be read: %s", type(problem).__name__)
    rounds.run(clock.now())


def _say(name: str, **values: str) -> None:
    print(f"明薪 · {load().words['run'][name].format(**values)}", flush=True)


def _refuse(name: str, **values: str) -> int:
    _say(name, **values)
    return 1


if __name__ == "__main__":
    sys.exit(main())
