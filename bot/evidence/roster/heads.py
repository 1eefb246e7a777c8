"""The heads of a roster: which column is which, by what its head means, in any order and under any title."""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.content import load
from bot.evidence.roster.table import Rows
from bot.evidence.roster.values import FIELDS, HEAD_ROWS

_SIGNS = re.compile(r"[\s:：*＊·]+")
_ASIDE = re.compile(r"[(（\[【].*?[)）\]】]")
LONGEST_HEAD = 20
PLAIN = "owed_plain"


@dataclass(frozen=True)
class Heads:
    """`columns`: field -> place from 0; `below`: the place in the rows where the workers begin."""

    columns: Mapping[str, int]
    below: int


def table() -> dict[str, Any]:
    """The words of this room (content/words/roster.yml)."""
    words: dict[str, Any] = load().words["roster"]
    return words


def find_heads(rows: Rows) -> Heads | None:
    """The heads among the first rows: a name, and what is owed (or earned and paid); None when this is no roster."""
    for place, (_, row) in enumerate(rows[:HEAD_ROWS]):
        columns = _columns(row)
        if "name" in columns and ("owed" in columns or {"total", "paid"} <= columns.keys()):
            return Heads(columns, place + 1)
    return None


def is_total(row: Sequence[Any]) -> bool:
    """Whether a row is the sum of all."""
    return any(_plain(cell) in table()["totals"] for cell in row if isinstance(cell, str))


def is_note(row: Sequence[Any]) -> bool:
    """Whether a row is a line for signatures or remarks."""
    filled = [str(cell) for cell in row if cell is not None and str(cell).strip()]
    notes = table()["notes"]
    return len(filled) <= notes["most_cells"] and any(word in cell for cell in filled for word in notes["words"])


def _columns(row: Sequence[Any]) -> dict[str, int]:
    """Field -> place; the first column of a kind counts. A plain 金额 is what is owed when no other column says so."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        field = _field(cell) if isinstance(cell, str) else None
        if field is not None:
            found.setdefault(field, place)
    plain = found.pop(PLAIN, None)
    told = "owed" in found or {"total", "paid"} <= found.keys()
    if plain is not None and not told and found.keys() & {"id_number", "phone"}:
        found["owed"] = plain
    return found


def _field(cell: str) -> str | None:
    head = _plain(_ASIDE.sub("", cell)) or _plain(cell)
    if not head or len(head) > LONGEST_HEAD:
        return None
    for field, words in _known():
        if any(word in head for word in words):
            return None if field == "skip" else field
    return None


@cache
def _known() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The kinds of heads in their order, the exact names of our own columns before them."""
    heads = table()["heads"]
    assert set(heads) == {*FIELDS, "skip", PLAIN}
    return tuple((field, tuple(words)) for field, words in heads.items())


def _plain(cell: str) -> str:
    return _SIGNS.sub("", cell)
