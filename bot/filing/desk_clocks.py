"""The clocks of a receiving desk (content/filing/desk_clocks.yml): for each open filing which step is due when, or overdue."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases.models import Filing
from bot.content import load
from bot.filing import events
from bot.filing.service import DEMO
from bot.filing.states import states

NOT_YET = ("draft", "confirmed", "queued")  # no desk has it


@dataclass(frozen=True)
class Clock:
    """A promise. `step`: key of content/words/desk.yml; it runs from the first of `begins` in the filing's present version."""

    step: str
    span: timedelta
    begins: tuple[str, ...]
    until_events: tuple[str, ...]
    until_states: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A step of one filing. `overdue`: it was not done by `due`."""

    number: str
    step: str
    due: datetime
    overdue: bool


@lru_cache(maxsize=1)
def clocks() -> tuple[Clock, ...]:
    """The clocks of content/filing/desk_clocks.yml."""
    table = load().folder("filing")["desk_clocks"]["clocks"]
    return tuple(
        Clock(name, timedelta(hours=one["hours"]), tuple(one["from"]), tuple(one["until_events"]), tuple(one["until_states"]))
        for name, one in table.items()
    )


def open_steps(session: Session, now: datetime, most: int = 500) -> list[Step]:
    """The steps that are still to be done with the filings that this desk has, the longest due first."""
    closed = [name for name in states().table if not states().is_open(name)]
    query = select(Filing).where(Filing.active.is_(True), Filing.state.not_in([*closed, *NOT_YET]), Filing.filed_with != DEMO)
    filings = session.scalars(query.order_by(Filing.filed_at).limit(most)).all()
    history = events.of_filings(session, [filing.id for filing in filings])
    found = [step for filing in filings for step in steps_of(filing.receipt, filing.state, history[filing.id], now)]
    return sorted(found, key=lambda step: (step.due, step.number))


def steps_of(number: str, state: str, happened: Sequence[events.Event], now: datetime) -> list[Step]:
    """The steps of one filing that are not done, with their moments."""
    return [Step(number, clock.step, due, now > due) for clock in clocks() if (due := _due(clock, state, happened))]


def _due(clock: Clock, state: str, happened: Sequence[events.Event]) -> datetime | None:
    """When the step must be done; None when it is done or the desk has nothing yet."""
    begun = _begun(clock, happened)
    if begun is None or state in clock.until_states:
        return None
    done = any(event.what in clock.until_events and event.at >= begun for event in happened)
    return None if done else begun + clock.span


def _begun(clock: Clock, happened: Sequence[events.Event]) -> datetime | None:
    """The last event that begins it while the desk has the filing: of one that goes elsewhere it is the delivery."""
    moments = [event.at for event in happened if event.what in clock.begins and event.state not in NOT_YET]
    return max(moments, default=None)
