"""The sheet of the day book as .xlsx: numbers as numbers, every other cell as text (never a formula), page numbers, A4."""
from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.documents.label import implicit_label

WIDTHS = (12, 7, 7, 9, 12, 12, 16, 13, 30)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
COUNTED = (1, 2, 3, 7)  # columns that hold numbers


def workbook(data: Mapping[str, Any], today: date) -> bytes:
    """The file: title, who and where, a row a day, totals, what the foreman signs."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.active
    sheet.title = data["sheet"]
    last = len(data["columns"])
    _line(sheet, data["title"], last, Font(size=16))
    for row in data["head"]:
        _line(sheet, f"{row['label']}：{row['value']}", last)
    head = sheet.max_row + 1
    for values in (data["columns"], *data["rows"], data["total"]):
        _cells(sheet, values, counted=values is not data["columns"])
    for text in (*data["notes"], data["confirms"], *data["signs"], data["footer"]):
        _line(sheet, text, last)
    for place, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[sheet.cell(head, place).column_letter].width = width
    for cells in sheet.iter_rows(min_row=head, max_row=head):
        for cell in cells:
            cell.font, cell.alignment = Font(bold=True), Alignment(horizontal="center", vertical="center", wrap_text=True)
    _page(sheet, head, data["page"])
    _properties(book, data, today)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _line(sheet: Any, text: str, last: int, font: Any = None) -> None:
    """A text over the whole width."""
    from openpyxl.styles import Alignment

    row = sheet.max_row + (1 if sheet.max_row > 1 or sheet.cell(1, 1).value is not None else 0)
    cell = sheet.cell(row, 1)
    _as_text(cell, text)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center" if font else "left")
    if font:
        cell.font = font
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)
    sheet.row_dimensions[row].height = 30 if font or len(text) > 40 else 20


def _as_text(cell: Any, text: str) -> None:
    """A text that no spreadsheet takes for a formula, whatever sign it begins with."""
    cell.value = text
    cell.data_type = "s"


def _cells(sheet: Any, values: Sequence[str], *, counted: bool) -> None:
    """A row of the table."""
    from openpyxl.styles import Alignment, Border, Side

    thin, row = Side(style="thin"), sheet.max_row + 1
    for place, value in enumerate(values):
        cell = sheet.cell(row, place + 1)
        if counted and place in COUNTED and _NUMBER.fullmatch(value):
            cell.value = float(value.replace(",", ""))
        else:
            _as_text(cell, value)
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        cell.alignment = Alignment(vertical="center", wrap_text=True)


def _page(sheet: Any, head: int, footer: str) -> None:
    """A4, as wide as the page, the head of the table and on each page the footer (&P: its number, &N: how many there are)."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = f"{head}:{head}"
    sheet.oddFooter.center.text = footer
    sheet.freeze_panes = sheet.cell(head + 1, 1)


def _properties(book: Any, data: Mapping[str, Any], today: date) -> None:
    """The label of automatic preparation (LAW-AI-03), and no time but the day."""
    made = datetime(today.year, today.month, today.day)
    book.properties.creator = data["label"]["author"]
    book.properties.keywords = data["label"]["keywords"]
    book.properties.subject = data["label"]["subject"]
    book.properties.title = data["title"]
    book.properties.description = implicit_label("daybook", data, today)
    book.properties.created = book.properties.modified = made
