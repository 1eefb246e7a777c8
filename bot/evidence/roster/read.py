"""Read a roster: the good rows are kept, every wrong cell is named."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from bot.evidence.roster import cells
from bot.evidence.roster.cells import Wrong
from bot.evidence.roster.heads import Heads, find_heads, is_note, is_total
from bot.evidence.roster.table import CSV, Rows, letter, tables
from bot.evidence.roster.values import FIELDS, MOST_ROWS, CellProblem, Roster, RosterUnread, Worker
from bot.evidence.sniff import XLSX

READ = (XLSX, CSV)
#: by what a person stands there twice -> the column that is named, and what is wrong
_DOUBLES = {"id": ("id_number", "double_id"), "phone": ("phone", "double_phone"), "name": ("name", "double_name")}


def looks_like_roster(data: bytes, mime: str) -> bool:
    """Whether a file has the heads of a roster; False for what cannot be read."""
    try:
        return mime in READ and any(find_heads(rows) is not None for rows in tables(data, mime))
    except RosterUnread:
        return False


def read_roster(data: bytes, mime: str, today: date) -> Roster:
    """The roster of a .xlsx or .csv: its first table with heads. RosterUnread(no_heads, too_long, unreadable).

    `today`: no day of work lies after it.
    """
    if mime not in READ:
        raise RosterUnread("unreadable")
    for rows in tables(data, mime):
        heads = find_heads(rows)
        if heads is not None:
            return _read(rows[heads.below:], heads, today)
    raise RosterUnread("no_heads")


@dataclass
class _Row:
    """A row that is being read."""

    line: int
    values: dict[str, Any]
    problems: list[CellProblem]


def _read(rows: Rows, heads: Heads, today: date) -> Roster:
    read, stated = [], None
    for line, row in rows:
        if is_total(row):
            stated = _stated(row, heads)
            break
        if any(_filled(row, place) for place in heads.columns.values()) and not is_note(row):
            read.append(_Reader(heads, today).row(line, row))
        if len(read) > MOST_ROWS:
            raise RosterUnread("too_long")
    good = _without_doubles(read, heads)
    problems = sorted((one for row in read for one in row.problems), key=lambda one: one.line)
    return Roster(tuple(Worker(n, row.line, **row.values) for n, row in enumerate(good, 1)), tuple(problems), stated)


class _Reader:
    """Reads rows under these heads."""

    def __init__(self, heads: Heads, today: date) -> None:
        self._heads = heads
        self._kinds: dict[str, Callable[[Any], Any]] = {
            "name": cells.name, "id_number": cells.id_number, "phone": cells.phone, "trade": cells.trade,
            "start": lambda cell: cells.day(cell, today), "end": lambda cell: cells.day(cell, today),
            "total": cells.money, "paid": cells.money, "owed": cells.money, "representative": cells.mark,
        }

    def row(self, line: int, row: Sequence[Any]) -> _Row:
        """All cells of a row, and how they fit together."""
        made = _Row(line, {}, [])
        for field in FIELDS:
            place = self._heads.columns.get(field)
            cell = row[place] if place is not None and place < len(row) else None
            if place is None and field != "owed":
                continue
            try:
                made.values[field] = self._kinds[field](cell)
            except Wrong as wrong:
                made.problems.append(problem(self._heads, line, field, wrong))
        try:
            self._fit(made)
        except Wrong as wrong:
            made.problems.append(problem(self._heads, line, wrong.values.pop("field", "owed"), wrong))
        return made

    @staticmethod
    def _fit(made: _Row) -> None:
        """What is owed is what was earned without what was paid; the last day is not before the first."""
        wrong = {one.field for one in made.problems}
        values = made.values
        start, end = values.get("start"), values.get("end")
        if start and end and end < start:
            raise Wrong("date_before", field="end")
        if wrong & {"owed", "total", "paid"}:
            return
        total, paid, owed = values.get("total"), values.get("paid"), values.get("owed")
        left = total - paid if total is not None and paid is not None else None
        owed = left if owed is None else owed
        if owed is None:
            raise Wrong("owed_empty")
        if owed < 0:
            raise Wrong("sum_negative")
        if left is not None and owed != left:
            raise Wrong("owed_differs", sum=f"{left.normalize():,f}")
        if owed == 0:
            raise Wrong("owed_zero")
        values["owed"] = owed


def problem(heads: Heads, line: int, field: str, wrong: Wrong) -> CellProblem:
    """A wrong cell with the letter of its column."""
    place = heads.columns.get(field)
    return CellProblem(line, "" if place is None else letter(place), field, wrong.key, wrong.values)


def _without_doubles(read: Sequence[_Row], heads: Heads) -> list[_Row]:
    """The good rows, each person once; who stands there again is named as a problem of his row."""
    seen: dict[tuple[str, ...], int] = {}
    good = []
    for row in read:
        again = None if row.problems else _again(row, seen)
        if again is not None:
            row.problems.append(problem(heads, row.line, *again))
        if not row.problems:
            good.append(replace(row, problems=[]))
    return good


def _again(row: _Row, seen: dict[tuple[str, ...], int]) -> tuple[str, Wrong] | None:
    """The column and what is wrong when this person stands in an earlier row: by ID, by name and phone, by a bare name."""
    name, number, phone = (str(row.values.get(key) or "") for key in ("name", "id_number", "phone"))
    keys: list[tuple[str, ...]] = [("id", number)] if number else []
    keys += [("phone", name, phone)] if phone else []
    keys += [("name", name)] if not number and not phone else []
    for key in keys:
        if key in seen:
            field, wrong = _DOUBLES[key[0]]
            return field, Wrong(wrong, line=str(seen[key]))
    seen.update({key: row.line for key in (*keys, ("name", name))})
    return None


def _filled(row: Sequence[Any], place: int) -> bool:
    return place < len(row) and row[place] is not None and bool(str(row[place]).strip())


def _stated(row: Sequence[Any], heads: Heads) -> Decimal | None:
    """The sum of all in the last row, None when there is none to be read."""
    place = heads.columns.get("owed")
    try:
        return cells.money(row[place]) if place is not None and place < len(row) else None
    except Wrong:
        return None
