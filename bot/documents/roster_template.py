"""花名册模板: an empty roster as .xlsx; ID and phone are columns of text, so that no spreadsheet spoils them."""
from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.content import load
from bot.documents.label import implicit_label
from bot.documents.words import words

DOCUMENT, FORM = "roster_template", "xlsx"
LINES = 200  # rows that are prepared for workers; more may be written
_WIDTHS = {"name": 12, "id_number": 24, "phone": 16, "trade": 12, "start": 14, "end": 14, "total": 13, "paid": 13, "owed": 13,
           "representative": 12}
_FORMATS = {"id_number": "@", "phone": "@", "name": "@", "trade": "@", "start": "yyyy-mm-dd", "end": "yyyy-mm-dd",
            "total": "0.00", "paid": "0.00", "owed": "0.00", "representative": "@"}


def template(today: date) -> bytes:
    """The file: a sheet to fill in under its heads, and a sheet of notes with one example."""
    from openpyxl import Workbook

    table: dict[str, Any] = load().words["roster"]
    book = Workbook()
    _sheet(book.active, table)
    _notes(book.create_sheet(table["template"]["notes_sheet"]), table)
    label = {key: words()["metadata"][key] for key in ("author", "keywords", "subject")}
    made = datetime(today.year, today.month, today.day)
    book.properties.creator, book.properties.keywords = label["author"], label["keywords"]
    book.properties.subject, book.properties.title = label["subject"], table["template"]["sheet"]
    book.properties.description = implicit_label(DOCUMENT, {"label": label, "columns": table["columns"]}, today)
    book.properties.created = book.properties.modified = made
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet(sheet: Any, table: Mapping[str, Any]) -> None:
    """The heads alone, and cells of the right kind under them."""
    from openpyxl.styles import Alignment, Font

    sheet.title = table["template"]["sheet"]
    for place, (field, head) in enumerate(table["columns"].items(), 1):
        cell = sheet.cell(1, place, head)
        cell.font, cell.alignment = Font(bold=True), Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = _WIDTHS[field]
        for row in range(2, LINES + 2):
            sheet.cell(row, place).number_format = _FORMATS[field]
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = sheet.PAPERSIZE_A4, "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0


def _notes(sheet: Any, table: Mapping[str, Any]) -> None:
    """How it is filled in; of the example a line for each column, so that nobody takes it for a worker."""
    from openpyxl.styles import Alignment, Font

    texts = table["template"]
    for line in texts["notes"]:
        sheet.append([line])
    sheet.append([])
    sheet.append([texts["example_title"]])
    sheet.cell(sheet.max_row, 1).font = Font(bold=True)
    for field, head in table["columns"].items():
        sheet.append([head, texts["example"][field]])
        sheet.cell(sheet.max_row, 2).number_format = "@"
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 30, 30
    for row in range(1, len(texts["notes"]) + 1):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="center")
        sheet.row_dimensions[row].height = 32
