"""The day book of a person: entries only ever added; a later one for the same day takes the place of the former."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.sql import Select

from bot.cases import people
from bot.cases.models import DaybookEntry, Person
from bot.cases.sealed import new_id, seal, unseal
from bot.chinese.daybook_values import A_DAY, Entry
from bot.chinese.spans import month_of

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
    the book was full, so that nothing was written."""

    entries: tuple[Entry, ...]
    replaced: int
    struck: int
    full: bool = False


def add(session: Session, sender: str, entries: Sequence[Entry], words: str, now: datetime) -> Written:
    """Write entries with the worker's own words. A day that stands there is replaced (the old row stays), a deleted one struck
    out; a price is mended in the line that stands there.

    A worked day without a rate takes that of the day before it in the book (`rate_before`), when the trade is not another; a
    correction that tells only how much keeps rate and trade of the day.
    """
    person = people.need(session, sender, now, lock=True)
    held = {entry.day: (row, entry) for row, entry in _in_force(session, person)}
    if len(held.keys() | {entry.day for entry in entries}) > MOST_DAYS:
        return Written((), 0, 0, True)
    book = {day: entry for day, (_, entry) in held.items()}
    made, replaced, struck = [], 0, 0
    for entry in entries:
        before = held.get(entry.day)
        if before is None and (entry.deleted or entry.price_alone):
            continue
        whole = entry if entry.deleted else _completed(entry, book)
        row = _write(session, person, whole, words, now)
        if before is not None:
            before[0].replaced_by = row.id
            replaced += not entry.deleted
            struck += entry.deleted
        book[entry.day] = whole
        made.append(whole)
    session.flush()
    return Written(tuple(made), replaced, struck)


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


def _completed(entry: Entry, book: dict[date, Entry]) -> Entry:
    """With what the book tells beside it: of the same day for a correction, else the rate of the day before it."""
    if entry.off:
        return entry
    same = book.get(entry.day)
    if entry.price_alone and same is not None:
        unit = (entry.rate or {})["unit"] or (same.rate["unit"] if same.rate else _unit_of(same))
        return replace(same, rate={**(entry.rate or {}), "unit": unit}, rate_before=False, corrects=True)
    if same is not None and not same.off and not same.deleted:
        entry = _with_the_day(replace(entry, trade=entry.trade or same.trade), same)
        if entry.work is None and entry.hours is None and entry.pieces is None and entry.extra is not None:
            entry = replace(entry, work=same.work, hours=same.hours, pieces=same.pieces, piece=same.piece, also=same.also)
        if entry.rate is None and same.rate and entry.trade == same.trade and _fits(same.rate, entry, same):
            return replace(entry, rate=same.rate, rate_before=same.rate_before)
    if entry.rate is not None:
        return entry
    earlier = [one for day, one in sorted(book.items()) if day < entry.day and one.rate and not one.deleted]
    fitting = [one for one in earlier if not one.rate_before and (not entry.trade or one.trade in ("", entry.trade))
               and one.rate and _fits(one.rate, entry, one)]
    return replace(entry, rate=fitting[-1].rate, rate_before=True) if fitting else entry


def _with_the_day(entry: Entry, same: Entry) -> Entry:
    """A correction that tells other hours of a whole day (18号改成9个小时) leaves it the day that its rate is for."""
    whole = same.work == 1 and same.rate is not None and same.rate["unit"] == "day" and entry.rate is None
    if entry.corrects and whole and entry.work is None and entry.hours is not None and A_DAY[0] <= entry.hours <= A_DAY[1]:
        return replace(entry, work=same.work)
    return entry


def _fits(rate: dict[str, Any], entry: Entry, other: Entry) -> bool:
    """Whether a rate of another line can be this one's: the price of a piece for the same pieces alone, other pay for none."""
    if rate["unit"] == "piece" or entry.pieces is not None:
        return rate["unit"] == "piece" and entry.pieces is not None and entry.piece == other.piece
    return True


def _unit_of(entry: Entry) -> str:
    """What a price is for when no unit was told: the pieces, hours or day of the line."""
    if entry.pieces is not None:
        return "piece"
    return "hour" if entry.hours is not None and entry.work is None else "day"


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
