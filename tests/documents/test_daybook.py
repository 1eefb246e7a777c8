"""The sheet of the day book: nothing in it that was not said, sums in figures and capitals, both forms the same."""
from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.chinese.daybook import Entry, read_entries
from bot.content import load
from bot.documents.daybook import render_daybook
from tests.documents.reading import read_pdf, squeeze

TODAY = date(2026, 11, 23)
SAID = ("1号到9号大工1个工,一天320", "10号歇了下雨没干", "11号1个半工加班2小时,一天320", "12号小工8小时", "14号出工了",
        "16号到17号每天10小时,一小时28")


def book(*said: str) -> list[Entry]:
    """The entries of what was said, by day."""
    return sorted((entry for text in said for entry in read_entries(text, TODAY) or []), key=lambda entry: entry.day)


def made(form: str, entries: list[Entry], worker: str = "吴建国") -> bytes:
    return render_daybook(2026, 11, entries, worker=worker, today=TODAY, form=form)  # type: ignore[arg-type]


def table(data: bytes) -> list[list[Any]]:
    """The filled cells of the workbook, row by row."""
    rows = load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)
    return [[cell for cell in row if cell is not None] for row in rows]


def test_the_pdf_has_a_row_a_day_the_sums_in_figures_and_capitals_and_what_is_not_known() -> None:
    text = read_pdf(made("pdf", book(*SAID))).text
    for piece in ("2026年11月记工表", "吴建国", "1日周日1大工每天320元320", "10日周二0歇了下雨没干",
                  "11日周三1.52每天320元480加班钱另算",
                  "12日周四8小工待补待补", "14日周六待补待补待补", "3,920元（人民币叁仟玖佰贰拾元整）", "出工14天，没干1天",
                  "还有2天没写清单价或者时间", "加班一共2小时，钱没有算在上面", "带班人（签全名）",
                  "不是说工钱已经付清"):
        assert squeeze(piece) in squeeze(text), piece


def test_the_workbook_holds_numbers_as_numbers_and_the_same_days() -> None:
    rows = table(made("xlsx", book(*SAID)))
    assert ["1日 周日", 1, "大工", "每天320元", 320] in rows and ["12日 周四", 8, "小工", "待补", "待补"] in rows
    assert ["合计", 10.5, 28, 2, 3920] in rows


def test_the_words_of_the_workbook_and_of_piece_work_stand_in_the_content() -> None:
    words = load().words["documents"]["daybook"]
    sheet = load_workbook(io.BytesIO(made("xlsx", [Entry(date(2026, 11, 3), rate={"amount": 2, "unit": "piece"})]))).active
    assert sheet.title == words["sheet"] == "记工表" and sheet.oddFooter.center.text == words["page"]
    assert "计件，每件2元" in [cell.value for row in sheet.iter_rows() for cell in row]


def test_a_month_without_any_known_rate_has_no_sum() -> None:
    text = read_pdf(made("pdf", book("3号1个工", "4号半个工"), worker="")).text
    assert "金额合计：待补" in text and "人民币" not in text and "零元" not in text
    assert "工人姓名____________（待补）" in text


HOSTILE = ["=1+1", "=HYPERLINK(\"http://x\")", "+cmd|' /C calc'!A0", "-2", "@x", "#panic(\"x\")", "\u202e甲\x07"]


@pytest.mark.parametrize("words", HOSTILE)
def test_what_he_said_is_shown_and_never_run(words: str) -> None:
    entry = Entry(date(2026, 11, 3), off=True, note=words)
    cells = [cell for row in load_workbook(io.BytesIO(made("xlsx", [entry], worker=words))).active.iter_rows() for cell in row]
    assert cells and all(cell.data_type != "f" for cell in cells)
    assert made("pdf", [entry], worker=words).startswith(b"%PDF")


def test_thirty_one_days_keep_the_head_of_the_table_and_numbered_pages() -> None:
    pdf = read_pdf(render_daybook(2026, 10, book("10月每天一个工,一天260"), worker="吴建国", today=TODAY, form="pdf"))
    assert all(f"第{page + 1}页，共{len(pdf.pages)}页" in pdf.foot(page) for page in range(len(pdf.pages)))
    assert "8,060元（人民币捌仟零陆拾元整）" in pdf.text and "31日周六" in pdf.text


def test_another_form_is_refused() -> None:
    with pytest.raises(ValueError):
        made("docx", [])


def test_pieces_stand_in_their_own_column_with_price_sum_and_how_many_in_all() -> None:
    entries = book("18号贴砖25平 一平38", "19号贴砖12.5平 一平38", "20号打包300件 一件5毛")
    rows = table(made("xlsx", entries))
    assert ["18日 周三", "25平方", "贴砖", "计件，每平方38元", 950] in [[cell for cell in row if cell != ""] for row in rows]
    assert ["合计", "37.5平方、300件", 1575] in [[cell for cell in row if cell not in ("", 0)] for row in rows]
    two = table(made("xlsx", book("18号打包300件一件5毛,缝了200条一条3毛")))
    assert ["18日 周三", "300件、200条", "计件，每件0.5元、计件，每条0.3元", 210] in [
        [cell for cell in row if cell != ""][:4] for row in two]
    text = squeeze(read_pdf(made("pdf", entries)).text)
    assert squeeze("20日周五300件计件，每件0.5元150") in text and squeeze("1,575元（人民币壹仟伍佰柒拾伍元整）") in text
