"""The day book of a person: entries only ever added; a later one for the same day takes the place of the former."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.sql import Select

from bot.cases import people
from bot.cases.daybook_double import clashes, joined
from bot.cases.daybook_line import completed
from bot.cases.models import DaybookEntry, Person
from bot.cases.sealed import new_id, seal, unseal
from bot.chinese.daybook_values import Entry
from bot.chinese.spans import month_of

Doubles = Literal["ask", "add", "replace"]
MOST_DAYS = 4000  # days in force in one book: eleven years


@dataclass(frozen=True)
class Sums:
    """The sums of a month. `work` in 工; `hours` of the days told in hours; `extra` hours on top; `fen`: what the days with a
    known rate earned; `unpriced`: worked days whose pay is not known; `worked`: days on which he worked; `off`: free days;
    `pieces`: (unit, how many) of piecework."""

    work: Decimal
    hours: Decimal
    extra: Decimal
    fen: int
    unpriced: int
    worked: int
    off: int
    pieces: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True)
class Written:
    """What `add` wrote: the entries as they stand now; days that were there before and were replaced; days struck out; whether
    the book was full, so that nothing was written. `clash`: what stands for days told another way, so that nothing was written;
    `apart`: what stands for a day to which the new line cannot be added."""

    entries: tuple[Entry, ...]
    replaced: int
    struck: int
    full: bool = False
    clash: tuple[Entry, ...] = ()
    apart: tuple[Entry, ...] = ()


def add(session: Session, sender: str, entries: Sequence[Entry], words: str, now: datetime,
        doubles: Doubles = "replace") -> Written:
    """Write entries with the worker's own words. A day that stands there is replaced (the old row stays), a deleted one struck
    out; a price is mended in the line that stands there.

    A worked day without a rate takes that of the day before it in the book (`rate_before`), when the trade is not another; a
    correction that tells only how much keeps rate and trade of the day. `doubles`: what becomes of a day that stands there with
    other work and is not corrected: nothing is written (`clash`), both are added, or the new line takes its place.
    """
    person = people.need(session, sender, now, lock=True)
    held = {entry.day: (row, entry) for row, entry in _in_force(session, person)}
    if len(held.keys() | {entry.day for entry in entries}) > MOST_DAYS:
        return Written((), 0, 0, True)
    book = {day: entry for day, (_, entry) in held.items()}
    twice = [entry for entry in entries if entry.day in book and clashes(entry, book[entry.day])]
    if twice and doubles == "ask":
        return Written((), 0, 0, clash=tuple(book[entry.day] for entry in twice))
    if twice and doubles == "add":
        both = {entry.day: _both(entry, book) for entry in twice}
        if None in both.values():
            return Written((), 0, 0, apart=tuple(book[day] for day, one in both.items() if one is None))
        return _put(session, person, [both.get(entry.day) or completed(entry, book) for entry in entries], held, words, now)
    whole = []
    for entry in entries:
        if entry.day not in book and (entry.deleted or entry.price_alone):
            continue
        whole.append(entry if entry.deleted else completed(entry, book))
        book[entry.day] = whole[-1]
    return _put(session, person, whole, held, words, now)


def _put(session: Session, person: Person, entries: Sequence[Entry], held: dict[date, tuple[DaybookEntry, Entry]], words: str,
         now: datetime) -> Written:
    """Write the lines as they are; what stands for their days is replaced."""
    replaced, struck = 0, 0
    for entry in entries:
        row, before = _write(session, person, entry, words, now), held.get(entry.day)
        if before is not None:
            before[0].replaced_by = row.id
            replaced += not entry.deleted
            struck += entry.deleted
    session.flush()
    return Written(tuple(entries), replaced, struck)


def _both(entry: Entry, book: dict[date, Entry]) -> Entry | None:
    """The line that holds what stands for a day and a further job: at the price of other days, else, where none was told, at the
    price of the day itself; None when one line cannot hold both."""
    old = book[entry.day]
    made = joined(_priced(entry, book), old)
    if made is not None or entry.rate is not None or not old.rate or old.rate["unit"] == "piece":
        return made
    return joined(replace(entry, rate=old.rate), old)


def _priced(entry: Entry, book: dict[date, Entry]) -> Entry:
    """With the rate of other days, where none was told: what stands for its own day is left out."""
    return completed(entry, {day: one for day, one in book.items() if day != entry.day})


def month(session: Session, sender: str, year: int, number: int) -> list[Entry]:
    """The entries in force of a month, by day; empty when nothing is written."""
    first, last = month_of(year, number)
    person = people.find(session, sender)
    return [] if person is None else of_person(session, person.id, first, last)


def of_person(session: Session, person_id: str, first: date, last: date) -> list[Entry]:
    """The entries in force from `first` to `last`, by day."""
    query = _query(person_id).where(DaybookEntry.day >= first, DaybookEntry.day <= last)
    entries = (_entry(session, row) for row in session.scalars(query))
    return [entry for entry in entries if not entry.deleted]


def with_moments(session: Session, person_id: str) -> list[tuple[Entry, datetime]]:
    """All entries in force, by day, each with the time at which it was written."""
    rows = ((_entry(session, row), row.created_at) for row in session.scalars(_query(person_id)))
    return [(entry, moment) for entry, moment in rows if not entry.deleted]


def last_told(session: Session, sender: str) -> list[tuple[Entry, datetime]]:
    """All entries in force, by day, each with the time at which it was written; of the person behind a sender."""
    person = people.find(session, sender)
    return [] if person is None else with_moments(session, person.id)


def months(session: Session, sender: str) -> int:
    """In how many months something is written."""
    person = people.find(session, sender)
    entries = [] if person is None else [entry for _, entry in _in_force(session, person)]
    return len({(entry.day.year, entry.day.month) for entry in entries})


def latest(session: Session, sender: str) -> date | None:
    """The last day that is written in the book, None for an empty one."""
    person = people.find(session, sender)
    days = [] if person is None else [entry.day for _, entry in _in_force(session, person)]
    return max(days, default=None)


def sums(entries: Sequence[Entry]) -> Sums:
    """The sums of entries; nothing is guessed for a day whose rate or length is not known."""
    worked = [entry for entry in entries if not entry.off]
    fens = [entry.fen for entry in worked]
    return Sums(
        sum((entry.work or Decimal(0) for entry in worked), Decimal(0)),
        sum((entry.hours or Decimal(0) for entry in worked if entry.work is None), Decimal(0)),
        sum((entry.extra or Decimal(0) for entry in worked), Decimal(0)),
        sum(fen for fen in fens if fen is not None), sum(fen is None for fen in fens), len(worked), len(entries) - len(worked),
        pieces_of(worked))


def pieces_of(entries: Sequence[Entry]) -> tuple[tuple[str, Decimal], ...]:
    """(unit, how many) of the piecework in entries, each unit once, in order of the days."""
    counts: dict[str, Decimal] = {}
    for entry in entries:
        for one in entry.kinds:
            counts[one.unit] = counts.get(one.unit, Decimal(0)) + one.count
    return tuple(counts.items())


def _write(session: Session, person: Person, entry: Entry, words: str, now: datetime) -> DaybookEntry:
    row = DaybookEntry(id=new_id(), person_id=person.id, day=entry.day, created_at=now)
    seal(session, row, "entry_sealed", {"entry": entry.to_json(), "words": words})
    session.add(row)
    return row


def _query(person_id: str) -> Select:
    of_person = (DaybookEntry.person_id == person_id) & DaybookEntry.replaced_by.is_(None)
    return select(DaybookEntry).where(of_person).order_by(DaybookEntry.day, DaybookEntry.created_at)


def _in_force(session: Session, person: Person) -> list[tuple[DaybookEntry, Entry]]:
    rows = [(row, _entry(session, row)) for row in session.scalars(_query(person.id))]
    return [(row, entry) for row, entry in rows if not entry.deleted]


def _entry(session: Session, row: DaybookEntry) -> Entry:
    return Entry.from_json(unseal(session, row, "entry_sealed")["entry"])
