"""The monthly question (这个月工资发了吗): the switch, when it is due, and the answers."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases import outgoing, people
from bot.cases.models import DaybookPay, DaybookSwitch, Person
from bot.chinese.daybook_pay import LAST, USUAL
from bot.chinese.spans import ONE_DAY, add_months, month_of
from bot.clock import CHINA

LATE = 10  # days after the chosen day on which the question is still put (the bot was not running)
OPEN = timedelta(days=28)


@dataclass(frozen=True)
class Answered:
    """A kept answer: the month, whether it was paid, how many months in a row up to it were not."""

    month: date
    paid: bool
    unpaid_in_a_row: int


def switch(session: Session, sender: str, now: datetime, *, on: bool, day: int | None = None) -> tuple[date | None, bool]:
    """Switch the monthly question on (for a day of the month, 1 to 28; without one the day chosen before, else the 5th) or off.

    Gives (the day of the first question, None when off; whether it was on before). ValueError: a day that not every month has.
    """
    if day is not None and not 1 <= day <= LAST:
        raise ValueError(f"no day of every month: {day}")
    if not on and people.find(session, sender) is None:
        return None, False
    person = people.need(session, sender, now, lock=True)
    row = session.get(DaybookSwitch, person.id)
    was_on = bool(row and row.is_on)
    if row is None:
        row = DaybookSwitch(person_id=person.id, ask_day=USUAL)
        session.add(row)
    row.is_on, row.ask_day, row.changed_at = on, day or row.ask_day, now
    session.flush()
    return (_next(session, row, now.astimezone(CHINA).date()) if on else None), was_on


def ask_due(session: Session, now: datetime, text: str, payload: Any) -> int:
    """Lay the question ready in `outgoing` for all who want it and have not had it this month; `text` with `{month}`, `payload`
    as a channel may show it. Gives how many. Safe to call every hour."""
    today = now.astimezone(CHINA).date()
    month = today.replace(day=1)
    query = (
        select(Person, DaybookSwitch)
        .join(DaybookSwitch, DaybookSwitch.person_id == Person.id)
        .where(DaybookSwitch.is_on.is_(True), DaybookSwitch.ask_day <= today.day, DaybookSwitch.ask_day >= today.day - LATE)
    )
    asked = 0
    for person, row in session.execute(query).all():
        due = month.replace(day=row.ask_day)
        if row.changed_at.astimezone(CHINA).date() >= due or session.get(DaybookPay, (person.id, month)) is not None:
            continue
        session.add(DaybookPay(person_id=person.id, month=month, asked_at=now))
        outgoing.put(session, person, text.format(month=month.month), payload, now, f"daybook-pay-{month:%Y-%m}")
        asked += 1
    session.flush()
    return asked


def is_on(session: Session, sender: str) -> bool:
    """Whether he wants the monthly question."""
    person = people.find(session, sender)
    row = session.get(DaybookSwitch, person.id) if person is not None else None
    return bool(row is not None and row.is_on)


def is_open(session: Session, sender: str, now: datetime) -> bool:
    """Whether a question of the last four weeks still waits for its answer."""
    return _open(session, sender, now) is not None


def answer(session: Session, sender: str, paid: bool, now: datetime, *, asked: bool = True) -> Answered | None:
    """Keep the answer to the open question; None when none is open. `asked` False: he says it by himself, of this month."""
    row = _open(session, sender, now)
    if row is None and not asked:
        row = _of_this_month(session, sender, now)
    if row is None:
        return None
    row.paid, row.answered_at = paid, now
    session.flush()
    return Answered(row.month, paid, 0 if paid else _in_a_row(session, row))


def _open(session: Session, sender: str, now: datetime) -> DaybookPay | None:
    person = people.find(session, sender)
    if person is None:
        return None
    query = (
        select(DaybookPay)
        .where(DaybookPay.person_id == person.id, DaybookPay.paid.is_(None), DaybookPay.asked_at > now - OPEN)
        .order_by(DaybookPay.month.desc())
    )
    found: DaybookPay | None = session.scalars(query).first()
    return found


def _of_this_month(session: Session, sender: str, now: datetime) -> DaybookPay:
    """The row of this month, made when nothing was asked."""
    person = people.need(session, sender, now, lock=True)
    month = now.astimezone(CHINA).date().replace(day=1)
    row: DaybookPay | None = session.get(DaybookPay, (person.id, month))
    if row is None:
        row = DaybookPay(person_id=person.id, month=month, asked_at=now)
        session.add(row)
    return row


def _in_a_row(session: Session, row: DaybookPay) -> int:
    """The months up to this one that were answered as unpaid, without a gap."""
    query = select(DaybookPay.month).where(DaybookPay.person_id == row.person_id, DaybookPay.paid.is_(False))
    unpaid, month, count = set(session.scalars(query)), row.month, 0
    while month in unpaid:
        count, month = count + 1, month_of(month.year, month.month - 1)[0]
    return count


def _next(session: Session, row: DaybookSwitch, today: date) -> date:
    """The day on which it is asked next: after today, in a month that was neither asked nor answered yet."""
    month = today.replace(day=1)
    here = today.replace(day=row.ask_day)
    had = session.get(DaybookPay, (row.person_id, month)) is not None
    return here if here >= today + ONE_DAY and not had else add_months(month, 1).replace(day=row.ask_day)
