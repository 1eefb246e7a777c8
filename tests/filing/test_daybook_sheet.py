"""The sheet behind a link: made anew at each opening, bound to its owner, gone with an erasure."""
from __future__ import annotations

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from bot.cases import daybook, drafts
from bot.cases.store import Store
from bot.chinese.daybook import read_entries
from bot.chinese.values import Fact
from bot.filing import daybook_sheet
from bot.filing.erase import erase
from bot.filing.papers import PaperGone, open_paper
from tests.support.stores import NOW

WHO = "chat:甲"


def write(store: Store, text: str) -> None:
    with store.session() as session:
        daybook.add(session, WHO, read_entries(text, NOW.date()) or [], text, NOW)


def link(store: Store, form: str) -> str:
    with store.session() as session:
        return daybook_sheet.link(session, WHO, (2026, 11), form, NOW)


def test_the_sheet_opens_without_a_case_and_shows_what_stands_in_the_book_now(store: Store) -> None:
    write(store, "5号到8号每天一个工,一天260")
    token = link(store, "xlsx")
    write(store, "把6号的删了")
    paper = open_paper(store, token, NOW)
    cells = [cell for row in load_workbook(io.BytesIO(paper.data)).active.iter_rows(values_only=True) for cell in row]
    assert "5日 周四" in cells and "6日 周五" not in cells and 780 in cells
    assert paper.filename == "记工表-2026-11.xlsx" and "spreadsheetml" in paper.mime
    assert open_paper(store, link(store, "pdf"), NOW).data.startswith(b"%PDF")


def test_the_name_stands_in_it_only_when_he_told_it_himself(store: Store) -> None:
    write(store, "5号一个工")
    for state, shown in (("known", True), ("second_hand", False)):
        with store.session() as session:
            drafts.save(session, WHO, facts={"worker_name": Fact(state, "吴建国")}, form=None, asked=None, answered=[],  # type: ignore[arg-type]
                        stage="claim", now=NOW)
        data = open_paper(store, link(store, "xlsx"), NOW).data
        text = "".join(str(cell) for row in load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True) for cell in row)
        assert ("吴建国" in text) is shown


def test_the_link_ends_after_a_day_and_with_an_erasure(store: Store) -> None:
    write(store, "5号一个工")
    token = link(store, "pdf")
    with pytest.raises(PaperGone):
        open_paper(store, token, NOW + timedelta(hours=25))
    with store.session() as session:
        erase(session, WHO, NOW)
    with pytest.raises(PaperGone):
        open_paper(store, token, NOW)


@pytest.mark.parametrize("document", ["daybook", "daybook-2026", "evidence_list", "daybook-2026-11x"])
def test_only_a_month_names_a_sheet(document: str) -> None:
    assert daybook_sheet.month_of(document) is None
