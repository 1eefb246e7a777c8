"""Counting wrong tries at a receipt, so that three words cannot be guessed."""
from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases.models import LookupAttempt
from bot.cases.people import insert, sender_tags
from bot.cases.sealed import cipher_of

TRIES = 5
FIRST_WAIT = timedelta(minutes=15)
MOST_DOUBLINGS = 6
ALL_TRIES = 60
HOUR = timedelta(hours=1)
FORGET = timedelta(hours=24)
_ALL = "*"


class Attempts:
    """The counters of one receipt: all senders together, and this one. Locked until the transaction ends."""

    def __init__(self, session: Session, sender: str, receipt: str, now: datetime) -> None:
        self._now = now
        tag = cipher_of(session).tags("receipt", receipt)[0]
        own = sender_tags(session, sender)[0]
        self._all, self._own = (_row(session, tag, whose, now) for whose in (_ALL, own))
        if now - self._all.since >= HOUR:
            self._all.since, self._all.tries = now, 0
        if self._own.wait_until is None and now - self._own.since >= FORGET:
            self._own.since, self._own.tries = now, 0
        if self._own.wait_until is not None and now >= self._own.wait_until + FORGET:
            self._own.tries, self._own.waits, self._own.wait_until, self._own.since = 0, 0, None, now

    def wait_until(self) -> datetime | None:
        """Until when no try is taken; None: a try is free."""
        waits = []
        if self._own.wait_until is not None and self._now < self._own.wait_until:
            waits.append(self._own.wait_until)
        if self._all.tries >= ALL_TRIES:
            waits.append(self._all.since + HOUR)
        return max(waits, default=None)

    def left(self) -> int:
        """How many tries this sender has before a wait."""
        return max(0, TRIES - int(self._own.tries))

    def wrong(self) -> datetime | None:
        """Count a wrong try; the end of the wait if it was one too many."""
        self._all.tries += 1
        self._own.tries += 1
        if self._own.tries < TRIES:
            return None
        self._own.wait_until = self._now + FIRST_WAIT * 2 ** min(int(self._own.waits), MOST_DOUBLINGS)
        self._own.waits += 1
        self._own.tries = 0
        end: datetime = self._own.wait_until
        return end

    def right(self) -> None:
        """Forget this sender's wrong tries."""
        self._own.tries, self._own.waits, self._own.wait_until = 0, 0, None


def _row(session: Session, receipt_tag: str, sender_tag: str, now: datetime) -> LookupAttempt:
    values = {"receipt_tag": receipt_tag, "sender_tag": sender_tag, "tries": 0, "waits": 0, "since": now}
    session.execute(insert(session, LookupAttempt).values(**values).on_conflict_do_nothing())
    query = select(LookupAttempt).where(LookupAttempt.receipt_tag == receipt_tag, LookupAttempt.sender_tag == sender_tag)
    row: LookupAttempt = session.scalars(query.with_for_update().execution_options(populate_existing=True)).one()
    return row
