"""Reminders: what is due is laid ready in `outgoing`, each once, at most one a day for a worker, and none for who wants none."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.cases import outgoing, people, road_steps
from bot.cases.drafts import case_in_hand, facts_of
from bot.cases.models import Case, Filing, Person
from bot.cases.models_after import Reminder, ReminderSwitch
from bot.cases.road_steps import Step
from bot.cases.sealed import new_id
from bot.clock import CHINA
from bot.content import load
from bot.filing.deadlines import china_day, of_facts
from bot.filing.due import Due, due

AWAKE = (time(8), time(21))
"""Nobody is woken: what falls due at night waits for the morning."""
AT_ONCE = 200
"""Cases looked at in one go."""
ASKED = timedelta(days=14)
"""So long 钱到了吗 waits for its answer."""
LATEST = timedelta(days=3 * 365)
"""A case that nobody has touched for so long is left alone."""


@dataclass(frozen=True)
class Watched:
    """A case with what its reminders rest on."""

    case: Case
    person: Person
    steps: Sequence[Step]
    filings: Sequence[Filing]


def lay_due(session: Session, now: datetime) -> int:
    """Lay ready what is due now; how many. Safe to call every hour and in two processes at once: a second one finds the rows
    of the first (unique case and key, unique worker and day). At night nothing is laid. The caller commits."""
    today = china_day(now)
    if not AWAKE[0] <= now.astimezone(CHINA).time() < AWAKE[1]:
        return 0
    laid = 0
    for watched in _watched(session, now):
        had = _had(session, [one.case.id for one in watched])
        for mine in _of_persons(session, watched, had, today):
            laid += any(_lay(session, one, thing, today, now) for one, thing in mine)
    return laid


def switch(session: Session, sender: str, now: datetime, *, on: bool) -> bool:
    """Switch a worker's reminders on or off; whether that changed anything. Without a row they are on."""
    person = people.need(session, sender, now, lock=True)
    row = session.get(ReminderSwitch, person.id)
    was = row is None or bool(row.is_on)
    if row is None:
        row = ReminderSwitch(person_id=person.id, is_on=on, changed_at=now)
        session.add(row)
    row.is_on, row.changed_at = on, now
    session.flush()
    return was != on


def is_on(session: Session, sender: str) -> bool:
    """Whether a worker is reminded."""
    person = people.find(session, sender)
    row = session.get(ReminderSwitch, person.id) if person else None
    return row is None or bool(row.is_on)


def money_is_asked(session: Session, sender: str, now: datetime) -> bool:
    """Whether 钱到了吗 of the last days waits for its answer from this worker."""
    case = case_in_hand(session, sender)
    if case is None:
        return False
    query = select(Reminder.id).where(
        Reminder.case_id == case.id, Reminder.key.like("money:%"), Reminder.answered_at.is_(None), Reminder.laid_at > now - ASKED)
    return session.scalar(query.limit(1)) is not None


def money_answered(session: Session, case_id: str, now: datetime) -> None:
    """The question was answered: no later word is taken for its answer."""
    query = update(Reminder).where(Reminder.case_id == case_id, Reminder.answered_at.is_(None)).values(answered_at=now)
    session.execute(query.execution_options(synchronize_session=False))


def is_over(steps: Sequence[Step], filings: Sequence[Filing]) -> bool:
    """Whether nothing is to be reminded of any more: the money came, or all that was set going is closed."""
    if any(step.what == "paid" for step in steps[-1:]) or any(one.outcome == "paid" for one in filings if one.active):
        return True
    return bool(filings) and not steps and all(one.state == "closed" or one.outcome == "superseded" for one in filings)


def _watched(session: Session, now: datetime) -> Iterator[list[Watched]]:
    """The cases of all who want reminders, some at a time, in the order of their persons."""
    off = select(ReminderSwitch.person_id).where(ReminderSwitch.is_on.is_(False))
    query = (
        select(Case, Person).join(Person, Person.id == Case.person_id)
        .where(Case.stage != "claim", Person.sender_sealed.is_not(None), Person.id.not_in(off), Case.updated_at > now - LATEST)
        .order_by(Case.person_id, Case.made_at)
    )
    rows = session.execute(query).all()
    for start in range(0, len(rows), AT_ONCE):
        yield _with_steps(session, [(case, person) for case, person in rows[start:start + AT_ONCE]])


def _with_steps(session: Session, rows: list[tuple[Case, Person]]) -> list[Watched]:
    ids = [case.id for case, _ in rows]
    steps = road_steps.of_cases(session, ids)
    filings: dict[str, list[Filing]] = {case_id: [] for case_id in ids}
    for filing in session.scalars(select(Filing).where(Filing.case_id.in_(ids)).order_by(Filing.version)):
        filings[filing.case_id].append(filing)
    return [Watched(case, person, steps[case.id], filings[case.id]) for case, person in rows
            if not is_over(steps[case.id], filings[case.id])]


def _had(session: Session, ids: Sequence[str]) -> set[tuple[str, str]]:
    query = select(Reminder.case_id, Reminder.key).where(Reminder.case_id.in_(list(ids)))
    return {(case_id, key) for case_id, key in session.execute(query)}


def _of_persons(session: Session, watched: Sequence[Watched], had: set[tuple[str, str]], today: date,
                ) -> list[list[tuple[Watched, Due]]]:
    """What is due and was not said, the most pressing first, for each worker, in the order of their ids: two processes that lay
    at once then wait for each other and never both ways."""
    found: dict[str, list[tuple[Watched, Due]]] = {}
    for one in watched:
        new = [(one, thing) for thing in _things(session, one, today) if (one.case.id, thing.key) not in had]
        found[one.person.id] = sorted([*found.get(one.person.id, []), *new], key=lambda pair: pair[1].order)
    return [found[person] for person in sorted(found)]


def _things(session: Session, one: Watched, today: date) -> list[Due]:
    filed = china_day(one.filings[0].filed_at) if one.filings else None
    days = of_facts(facts_of(session, one.case), one.steps, filed, today)
    return due(days, one.steps, filed, today)


def _lay(session: Session, one: Watched, thing: Due, today: date, now: datetime) -> bool:
    """Write the row, and with it the message; False when another process or another reminder of this day was first."""
    values = {"id": new_id(), "person_id": one.person.id, "case_id": one.case.id, "key": thing.key, "day": today, "laid_at": now}
    row = people.insert(session, Reminder).values(**values).on_conflict_do_nothing()
    if session.execute(row).rowcount != 1:
        return False
    text, payload = _message(thing, stop=not one.steps)
    return outgoing.put(session, one.person, text, payload, now, f"reminder:{one.case.id}:{thing.key}")


def _message(thing: Due, stop: bool) -> tuple[str, Mapping[str, Any]]:
    """The words and buttons of a reminder; how to stop them is said until he has told a first step."""
    words = load().words["reminders"]
    row = words[thing.words]
    said = str(row["text"]).format(**thing.values)
    payload = {"kind": "reminder", "what": thing.words, "buttons": [{"title": word, "payload": word} for word in row["next"]]}
    return (f"{said}{words['stop']}" if stop else said), payload
