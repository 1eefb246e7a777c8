"""The template of a roster: its heads are those that are read, ID and phone stay text, the example is no worker."""
from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from bot.content import load
from bot.documents.roster_template import template
from bot.evidence.inspection import inspect
from bot.evidence.roster.read import looks_like_roster, read_roster
from bot.evidence.sniff import XLSX

TODAY = date(2026, 11, 23)


def filled(*rows: list[object]) -> bytes:
    """The template as a worker sends it back."""
    book, out = load_workbook(io.BytesIO(template(TODAY))), io.BytesIO()
    for number, row in enumerate(rows, 2):
        for place, value in enumerate(row, 1):
            book.worksheets[0].cell(number, place).value = value
    book.save(out)
    return out.getvalue()


def test_the_template_is_an_empty_roster_that_our_own_door_takes() -> None:
    data = template(TODAY)
    assert inspect(io.BytesIO(data), len(data)) == XLSX and looks_like_roster(data, XLSX)
    read = read_roster(data, XLSX, TODAY)
    assert read.workers == () and read.problems == ()


def test_its_heads_are_the_ten_columns_and_numbers_of_persons_are_text() -> None:
    sheet = load_workbook(io.BytesIO(template(TODAY))).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    assert heads == list(load().words["roster"]["columns"].values()) and len(heads) == 10
    assert {sheet.cell(row, place).number_format for row in (2, 150) for place in (2, 3)} == {"@"}


def test_what_is_filled_in_is_read_back() -> None:
    rows = [["王大强", "52242619850312401X", "13985200001", "钢筋工", "2026-3-1", "2026-7-20", 21000, 6000, 15000, "是"],
            ["李文秀", None, None, None, None, None, None, None, "一万二", None]]
    read = read_roster(filled(*rows), XLSX, TODAY)
    assert not read.problems and read.owed == Decimal("27000.00")
    assert [worker.representative for worker in read.workers] == [True, False]


def test_the_example_on_the_sheet_of_notes_would_be_read_without_a_problem() -> None:
    example = load().words["roster"]["template"]["example"]
    read = read_roster(filled(list(example.values())), XLSX, TODAY)
    assert not read.problems and len(read.workers) == 1


def test_the_same_day_makes_the_same_words_and_no_time_of_day() -> None:
    book = load_workbook(io.BytesIO(template(TODAY)))
    assert book.properties.created.hour == 0 and "AIGC" in str(book.properties.description)
    assert [sheet.title for sheet in book.worksheets] == ["名单", "怎么填"]


@pytest.mark.parametrize("field", ["phone", "id_number"])
def test_the_example_is_an_invented_number(field: str) -> None:
    assert load().words["roster"]["template"]["example"][field] in ("13800000000", "52242619850312401X")
