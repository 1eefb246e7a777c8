"""The text of an Excel file, a row a line: read as far as a paper goes; no formula is reckoned, only what was saved of it."""
from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, time
from itertools import islice
from typing import Any, BinaryIO

from bot.evidence.word_text import MOST_TEXT, MOST_XML
from bot.photos.values import PhotoProblem

MOST_SHEETS, MOST_ROWS, MOST_COLUMNS = 3, 300, 40
_SHEETS = "xl/worksheets/"  # streamed row by row; every other part is read whole
#: what openpyxl raises at broken files
BROKEN = (zipfile.BadZipFile, zlib.error, SyntaxError, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError,
           OSError, RuntimeError, OverflowError)


def read_sheets(file: BinaryIO) -> list[str]:
    """The lines of a .xlsx, at most about MOST_TEXT characters; none of one whose parts are longer than any of ours.
    PhotoProblem("unreadable") when it is broken."""
    from openpyxl import load_workbook

    try:
        if is_long(file):
            return []
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        return list(_shortened(line for sheet in book.worksheets[:MOST_SHEETS] for line in _lines(sheet)))
    except BROKEN:
        raise PhotoProblem("unreadable") from None


def is_long(file: BinaryIO) -> bool:
    """Whether what is read whole (words shared by cells, styles) is longer than a paper's."""
    with zipfile.ZipFile(file) as members:
        whole = [member.file_size for member in members.infolist() if not member.filename.startswith(_SHEETS)]
        return sum(size for size in whole if size > MOST_XML // 4) > MOST_XML


def _lines(sheet: Any) -> Iterator[str]:
    for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True):
        line = " ".join(" ".join(_said(value).split()) for value in row if value is not None)
        if line.strip():
            yield line


def _said(value: Any) -> str:
    """A cell as it is read aloud: days in Chinese, 4600.0 as 4600."""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)


def _shortened(lines: Iterator[str]) -> Iterator[str]:
    left = MOST_TEXT
    for line in islice(lines, MOST_ROWS):
        if left <= 0:
            return
        left -= len(line)
        yield line[:MOST_TEXT]
