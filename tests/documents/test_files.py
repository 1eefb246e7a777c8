"""The files themselves: size of the page, fonts, properties, speed, hostile values, long values."""
from __future__ import annotations

import io
import json
import re
import time
import zipfile
from types import SimpleNamespace

import pytest
from docx import Document
from docx.oxml.ns import qn

from bot.documents import DOCUMENTS, render
from bot.settings import ROOT
from tests.documents.reading import docx_footer, docx_text, read_pdf, squeeze
from tests.documents.samples import EVIDENCE, PERSONAL, TODAY, facts

HOSTILE = [
    '#read("/etc/passwd") #panic("x")', "{{ 7*7 }}{% for x in y %}", "*粗* _斜_ $x^2$ @甲 <乙> // 丙", '<w:br/>&amp;"引号"\'',
    r"\u{41}\\#let a=1", "= 标题\n- 列表\t+ 号", "]] }} %} #} `code` ~ ---", "\u202e反向\u200b零宽\x07响铃",
]
LONG = {
    "debtor_name": "超长" * 90 + "有限公司", "project_name": "A" * 260,
    "work_place": "某某路" * 90, "worker_name": "阿卜杜热合曼·买买提伊明" * 6,
}


def _made(document: str, form: str, **changes: object) -> bytes:
    evidence = changes.pop("evidence", EVIDENCE)
    return render(document, facts("company", changes), personal=PERSONAL, evidence=evidence, today=TODAY, form=form)  # type: ignore[arg-type]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_pdf_is_a4_with_one_embedded_font_of_ours_and_numbered_pages(document: str) -> None:
    pdf = read_pdf(_made(document, "pdf"))
    assert all((round(width), round(height)) == (595, 842) for width, height in pdf.pages)
    assert pdf.fonts and all(name.endswith("+NotoSansSC-Regular") for name in pdf.fonts)
    assert "\ufffd" not in pdf.text
    for page in range(len(pdf.pages)):
        assert f"第{page + 1}页，共{len(pdf.pages)}页" in pdf.foot(page)


def test_an_iou_keeps_to_one_page_so_that_no_page_can_be_said_to_lack() -> None:
    for base in ("company", "foreman", "empty", "factory"):
        data = render("wage_iou", facts(base, {"people_count": 12}), personal=PERSONAL, evidence=[], today=TODAY, form="pdf")
        assert len(read_pdf(data).pages) == 1


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("value", HOSTILE)
def test_markup_in_a_name_is_shown_as_it_is_and_never_run(document: str, value: str) -> None:
    changes = {"worker_name": value, "project_name": value, "debtor_name": "贵州" + value + "公司"}
    evidence = [SimpleNamespace(id="EV-1", kind="chat", filename=value, note=value, sha256="cd" * 32, taken_at=None)]
    word, pdf = (_made(document, form, evidence=evidence, **changes) for form in ("docx", "pdf"))
    shown = squeeze(re.sub(r"[\u202e\u200b\x07]", "", value))
    assert shown in docx_text(word)
    assert read_pdf(pdf).text == docx_text(word)
    assert "root:" not in docx_text(word)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_long_names_stay_within_the_margins(document: str) -> None:
    name, note = "x" * 280 + ".jpg", "说明" * 140
    evidence = [SimpleNamespace(id="EV-1", kind="chat", filename=name, note=note, sha256="ef" * 32, taken_at=None)]
    pdf = read_pdf(_made(document, "pdf", evidence=evidence, **LONG))
    # a full-width stop or bracket at the end of a line may hang by half its width
    assert max(run.right for run in pdf.runs) <= 595.28 - 62.36 + 6
    assert min(run.left for run in pdf.runs) >= 62
    body = [run for run in pdf.runs if run.y > 60]
    assert min(run.y for run in body) >= 62


def test_thirty_pieces_of_evidence_go_over_several_pages_with_their_digests() -> None:
    evidence = [
        SimpleNamespace(id=f"EV-{n}", kind="site_photo", filename=f"IMG_{n:04d}.jpg", note="", sha256=f"{n:064x}", taken_at=None)
        for n in range(30)
    ]
    pdf = read_pdf(_made("evidence_list", "pdf", evidence=evidence))
    assert len(pdf.pages) >= 2
    assert all(f"{n:064x}" in pdf.text for n in range(30))
    assert pdf.text.count("编号证据名称") >= 2


@pytest.mark.parametrize("name", ["龑昇槙", "㛃䶮", "𬭎喆", "王堃淼", "欧阳犇燚", "阿依古丽·买买提"])
def test_rare_characters_of_names_are_drawn_with_our_font(name: str) -> None:
    pdf = read_pdf(_made("wage_iou", "pdf", worker_name=name))
    assert f"工人（收款人）姓名{name}" in pdf.text
    assert all(font.endswith("NotoSansSC-Regular") for font in pdf.fonts)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_word_file_is_chinese_a4_with_fixed_columns_and_page_fields(document: str) -> None:
    data = _made(document, "docx")
    word = Document(io.BytesIO(data))
    section = word.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    styles = zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml").decode()
    assert 'w:eastAsia="zh-CN"' in styles and 'w:eastAsia="仿宋"' in styles and 'w:eastAsia="黑体"' in styles
    assert word.tables
    for table in word.tables:
        assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        assert all(cell.width for row in table.rows for cell in row.cells)
    assert "PAGE" in docx_footer(data) and "NUMPAGES" in docx_footer(data)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_file_properties_say_that_the_paper_was_prepared_automatically(document: str) -> None:
    properties = Document(io.BytesIO(_made(document, "docx"))).core_properties
    label = json.loads(properties.comments)["AIGC"]
    assert label["Label"] == "1" and label["ContentProducer"] == "明薪"
    assert label["ProduceID"].startswith(f"{document}-20261122-")
    assert "自动整理" in properties.keywords and properties.author == "明薪"
    pdf = _made(document, "pdf")
    assert "AIGC".encode("utf-16-be").hex().upper().encode() in pdf or b"AIGC" in pdf
    assert "自动整理".encode() in pdf or "自动整理".encode("utf-16-be").hex().upper().encode() in pdf


def test_file_properties_hold_no_number_and_no_name_of_the_worker() -> None:
    data = _made("inspection_complaint", "docx")
    core = zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml").decode()
    assert "王大强" not in core and "522401" not in core


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_paper_is_made_in_well_under_a_second(document: str, form: str) -> None:
    _made(document, form)
    started = time.process_time()
    _made(document, form)
    assert time.process_time() - started < 0.6


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_same_facts_give_the_same_pdf(document: str) -> None:
    assert _made(document, "pdf") == _made(document, "pdf")


def test_the_font_lies_beside_its_licence_and_is_complete() -> None:
    folder = ROOT / "content" / "fonts"
    assert (folder / "NotoSansSC-Regular.ttf").stat().st_size > 9_000_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text(encoding="utf-8")
