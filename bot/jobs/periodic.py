"""What the job process does from time to time, each in a transaction of its own. A new thing is one line in EVERY."""
from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.cases.daybook_pay import ask_due
from bot.cases.store import Store
from bot.content import load
from bot.filing import reminders, undelivered

log = logging.getLogger(__name__)
MINUTE, HOUR = 60, 3600


@dataclass(frozen=True)
class Periodic:
    """A function of the session and the moment, called at the start and then every so many seconds."""

    name: str
    seconds: int
    run: Callable[[Session, datetime], object]


def name_undelivered(session: Session, now: datetime) -> None:
    """Remind the operator of what waits for a person."""
    count = len(undelivered.listed(session))
    if count:
        log.warning("%d deliveries wait for a person: python -m bot desk undelivered", count)


def ask_about_pay(session: Session, now: datetime) -> int:
    """Lay the monthly question ready for those who want it (这个月工资发了吗)."""
    return ask_due(session, now, load().words["daybook"]["question"], None)


EVERY: tuple[Periodic, ...] = (
    Periodic("undelivered", HOUR, name_undelivered),
    Periodic("pay", 5 * MINUTE, ask_about_pay),
    Periodic("reminders", 5 * MINUTE, reminders.lay_due),
)


class Rounds:
    """When each was done last, by a clock that cannot be set back."""

    def __init__(self, store: Store, every: Sequence[Periodic] = EVERY) -> None:
        self._store, self._every, self._done = store, every, dict.fromkeys((one.name for one in every), -float("inf"))

    def run(self, now: datetime) -> None:
        """Do what is due. What fails for the database is logged and done again at its next time; the others are done."""
        for one in self._every:
            if time.monotonic() - self._done[one.name] < one.seconds:
                continue
            self._done[one.name] = time.monotonic()
            try:
                with self._store.session() as session:
                    one.run(session, now)
            except SQLAlchemyError as problem:
                log.error("the round %s failed: %s", one.name, type(problem).__name__)
