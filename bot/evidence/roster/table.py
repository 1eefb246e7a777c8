"""The rows of a .xlsx or a .csv, as values; no formula is reckoned, nothing is followed or run."""
from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from bot.evidence.roster.values import HEAD_ROWS, MOST_COLUMNS, MOST_ROWS, RosterUnread
from bot.evidence.sheet_text import BROKEN, is_long
from bot.evidence.sniff import XLSX

CSV = "text/csv"
MOST_SHEETS = 3
LARGEST_CSV = 1024 * 1024
#: rows of workers, titles above them, and some for a total and signatures
MOST_LINES = MOST_ROWS + HEAD_ROWS + 50
_DELIMITERS = (",", ";", "\t", "，", "；")
_ENCODINGS = ("utf-8-sig", "gb18030")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
Rows = list[tuple[int, list[Any]]]


def tables(data: bytes, mime: str) -> Iterator[Rows]:
    """The tables in which a roster may stand, rows with their numbers: the first sheets of a .xlsx, a .csv once for each sign
    that may part its cells. RosterUnread("unreadable")."""
    if mime == XLSX:
        yield from _sheets(data)
    else:
        text = decoded(data)
        if text is None:
            raise RosterUnread("unreadable")
        for delimiter in _DELIMITERS:
            if delimiter in text:
                yield _parted(text, delimiter)


def decoded(data: bytes) -> str | None:
    """The text of a .csv: UTF-8, UTF-16 with its mark (Excel's "Unicode text") or GB18030; None when it is none of these or
    holds signs that no text has."""
    if len(data) > LARGEST_CSV:
        return None
    encodings = ("utf-16",) if data.startswith(_UTF16) else _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if any(sign < " " and sign not in "\t\r\n" for sign in text) else text
    return None


def is_table(data: bytes) -> bool:
    """Whether text stands in it in rows with cells: at least two rows of two."""
    text = decoded(data)
    if text is None:
        return False
    lines = [line for line in text.splitlines() if line.strip()][:HEAD_ROWS]
    return any(sum(delimiter in line for line in lines) > 1 for delimiter in _DELIMITERS[:3])


def letter(place: int) -> str:
    """The name of a column by its place from 0: A, B … AN."""
    return (chr(64 + place // 26) if place >= 26 else "") + chr(65 + place % 26)


def _sheets(data: bytes) -> Iterator[Rows]:
    from openpyxl import load_workbook

    try:
        file = io.BytesIO(data)
        if is_long(file):
            raise RosterUnread("too_long")
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets[:MOST_SHEETS]:
            rows = sheet.iter_rows(max_row=MOST_LINES + 1, max_col=MOST_COLUMNS, values_only=True)
            yield _numbered(list(row) for row in rows)
    except BROKEN:
        raise RosterUnread("unreadable") from None


def _parted(text: str, delimiter: str) -> Rows:
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return _numbered(row[:MOST_COLUMNS] for row in islice(reader, MOST_LINES + 1))
    except csv.Error:  # a cell of more than 128 KB
        raise RosterUnread("unreadable") from None


def _numbered(rows: Iterator[list[Any]]) -> Rows:
    return [(number, row) for number, row in enumerate(rows, 1) if not is_blank(row)]


def is_blank(row: Sequence[Any]) -> bool:
    """Whether nothing stands in a row."""
    return all(cell is None or not str(cell).strip() for cell in row)
