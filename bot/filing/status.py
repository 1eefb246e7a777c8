"""How a filing stands: for whoever knows the receipt and its three words, and for the one who filed it."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases.models import Case, Filing, Person, ReceiptSecret
from bot.cases.people import sender_tags
from bot.cases.secrets_out import take
from bot.clock import CHINA
from bot.filing import events
from bot.filing.attempts import Attempts
from bot.filing.outbox import DESK
from bot.filing.secrets import matches, read_receipt, split_words
from bot.filing.service import DEMO
from bot.filing.states import NextStep, states
from bot.privacy import tokens

WORDS = 3

@dataclass(frozen=True)
class Status:
    """A filing as the worker may see it. `state`, `outcome`, `events[].what`, `next[].step`: keys of content/words/filing.yml."""

    receipt: str
    state: str
    outcome: str | None
    filed_with: str
    filed_at: datetime
    events: tuple[events.Event, ...]
    next: tuple[NextStep, ...]
    gateway: str = DESK

    @property
    def demo(self) -> bool:
        """Whether it only lies here, for a trial."""
        return self.filed_with == DEMO


@dataclass(frozen=True)
class Refusal:
    """No status. unknown: no such receipt (or no number in what was typed); no_words: three words are wanted, nothing was
    counted; wrong: not its words; wait: too many tries."""

    kind: Literal["unknown", "no_words", "wrong", "wait"]
    tries_left: int = 0
    until: datetime | None = None


def look_up(session: Session, sender: str, receipt: str, words: str | Sequence[str], now: datetime) -> Status | Refusal:
    """The status for a receipt and its words, from any device; the caller commits. Both may be the whole message, the words
    also a list or the door's token in it.

    Five wrong tries for a sender and receipt, then a wait of 15 minutes, doubling. Numbers are sequential: that one is
    unknown is no secret and is said, but with words it counts as a try. A sender's own filing needs no words.
    """
    number = read_receipt(receipt)
    if number is None:
        return Refusal("unknown")
    own = [status for status in own_status(session, sender) if status.receipt == number]
    if own:
        return own[0]
    attempts = Attempts(session, sender, number, now)
    until = attempts.wait_until()
    if until is not None:
        return Refusal("wait", until=until)
    said, row = _words(session, sender, words, now), session.get(ReceiptSecret, number)
    if len(said) != WORDS:
        return Refusal("no_words" if row is not None else "unknown", tries_left=attempts.left())
    if row is not None and matches(row.words_hash, said):
        attempts.right()
        return _of_case(session, row.case_id)
    return _refuse(attempts, known=row is not None)


def _refuse(attempts: Attempts, known: bool) -> Refusal:
    until = attempts.wrong()
    if until is not None:
        return Refusal("wait", until=until)
    return Refusal("wrong" if known else "unknown", tries_left=attempts.left())


def own_status(session: Session, sender: str) -> list[Status]:
    """Every filing of this sender, the newest case first; no words are asked."""
    query = (
        select(Filing)
        .join(Case, Case.id == Filing.case_id)
        .join(Person, Person.id == Case.person_id)
        .where(Person.sender_tag.in_(sender_tags(session, sender)))
        .order_by(Case.made_at.desc(), Filing.version)
    )
    return _statuses(session, session.scalars(query).all())


def _of_case(session: Session, case_id: str) -> Status:
    rows = session.scalars(select(Filing).where(Filing.case_id == case_id).order_by(Filing.version)).all()
    return _statuses(session, rows)[0]


def _statuses(session: Session, filings: Sequence[Filing]) -> list[Status]:
    """One status for each case: its last version, with the events of all."""
    history = events.of_filings(session, [filing.id for filing in filings])
    cases: dict[str, list[Filing]] = {}
    for filing in filings:
        cases.setdefault(filing.case_id, []).append(filing)
    return [_status(versions, history) for versions in cases.values()]


def _status(versions: list[Filing], history: dict[str, list[events.Event]]) -> Status:
    last = versions[-1]
    happened = tuple(event for filing in versions for event in history[filing.id])
    begun = events.state_began(history[last.id], last.state, last.filed_at)
    steps = states().next_steps(last.state, last.outcome, begun.astimezone(CHINA).date())
    return Status(last.receipt, last.state, last.outcome, last.filed_with, last.filed_at, happened, steps, last.gateway or DESK)


def _words(session: Session, sender: str, words: str | Sequence[str], now: datetime) -> list[str]:
    if not isinstance(words, str):
        return list(words)
    found = tokens.of_kind(words, "secret")
    if found:
        return take(session, sender, found, now).get(found[-1], [])
    return split_words(words)
