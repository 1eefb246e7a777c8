"""What each paper says, rendered for real as .docx and .pdf (tests/documents/papers.yml)."""
from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from bot.chinese.capital import to_capital
from bot.documents import render
from bot.documents.roster import RosterRow
from tests.documents.reading import docx_footer, docx_text, read_pdf, squeeze
from tests.documents.samples import EVIDENCE, PERSONAL, ROSTER, TABLE, TODAY, facts


def _plain(text: str) -> str:
    return re.sub(r"(?<=\d),(?=\d{3})", "", squeeze(text))


def _roster(kind: Any) -> tuple[RosterRow, ...]:
    """The sample roster: all of it (true), its first so many, or none."""
    return ROSTER if kind is True else ROSTER[: int(kind)]


def _render(row: dict[str, Any], form: Any) -> bytes:
    evidence = EVIDENCE if row.get("uploads", True) else []
    known, roster = facts(row["base"], row.get("facts")), _roster(row.get("roster", 0))
    return render(row["paper"], known, personal=PERSONAL, evidence=evidence, today=TODAY, form=form, roster=roster)


def _name(row: dict[str, Any]) -> str:
    return f"{row['law']} {row['paper']} {row['base']} {row.get('facts', '')}"[:90]


@pytest.mark.parametrize("row", TABLE["papers"], ids=_name)
def test_the_word_file_says_what_the_law_wants_and_nothing_else(row: dict[str, Any]) -> None:
    data = _render(row, "docx")
    text = _plain(docx_text(data))
    for words in row.get("says", []):
        assert squeeze(words) in text
    for words in row.get("never", []):
        assert squeeze(words) not in text
    for words in row.get("foot", []):
        if "页" not in words:
            assert words in docx_footer(data)


@pytest.mark.parametrize("row", TABLE["papers"], ids=_name)
def test_the_pdf_says_the_same_as_the_word_file_to_the_letter(row: dict[str, Any]) -> None:
    pdf = read_pdf(_render(row, "pdf"))
    assert pdf.text == docx_text(_render(row, "docx"))
    for words in row.get("foot", []):
        assert words in pdf.foot(0)


@pytest.mark.parametrize("row", TABLE["papers"], ids=_name)
def test_no_placeholder_and_no_python_value_is_ever_printed(row: dict[str, Any]) -> None:
    text = docx_text(_render(row, "docx"))
    assert not re.search(r"None|True|False|\{\{|\}\}|\{%|〔|Fact\(|nan", text)


def test_each_fact_on_wage_ious_that_concerns_the_paper_has_a_row() -> None:
    shown = {row["law"] for row in TABLE["papers"] if row["paper"] == "wage_iou"}
    on_paper = {f"LAW-IOU-{number:02d}" for number in (*range(1, 12), 13, 14, 15)}
    assert on_paper <= shown


ELEMENTS = {
    "mediation_application": {"LAW-MED-01"},
    "judicial_confirmation": {"LAW-MED-06", "LAW-CPA-205"},
    "arbitration_application": {"LAW-DOC-02", "LAW-ARB-07", "LAW-ARB-21", "LAW-ARB-22", "LAW-REG-15"},
    "payment_order_application": {"LAW-DOC-03", "LAW-PAY-01", "LAW-PAY-06", "LAW-PAY-09"},
    "civil_complaint": {"LAW-DOC-04", "LAW-LIT-02", "LAW-LIT-03", "LAW-LIT-05", "LAW-REG-17"},
    "support_prosecution": {"LAW-PRO-01", "LAW-PRO-02", "LAW-PRO-03"},
    "advance_enforcement": {"LAW-DOC-10", "LAW-ARB-14", "LAW-LIT-12"},
    "enforcement_application": {"LAW-DOC-09", "LAW-ENF-02", "LAW-ENF-04"},
}


@pytest.mark.parametrize("document", ELEMENTS)
def test_each_fact_that_a_paper_for_a_road_rests_on_has_a_row(document: str) -> None:
    assert ELEMENTS[document] <= {row["law"] for row in TABLE["papers"] if row["paper"] == document}


@pytest.mark.parametrize("row", TABLE["papers"], ids=_name)
def test_each_sum_says_the_same_in_figures_and_in_capitals(row: dict[str, Any]) -> None:
    for figures, capital in re.findall(r"([\d,.]+)元（(人民币[^）：]+)）", docx_text(_render(row, "docx"))):
        fen = int(Decimal(figures.replace(",", "")) * 100)
        assert capital.removeprefix("人民币") == to_capital(fen).removeprefix("人民币")


def test_sums_carry_commas_in_figures_and_capitals_behind() -> None:
    data = render("wage_iou", facts("company"), personal=PERSONAL, evidence=[], today=TODAY, form="docx")
    assert "尚欠12,000元（人民币壹万贰仟元整）" in docx_text(data)


def test_an_unknown_paper_or_form_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown document"):
        render("love_letter", {}, personal={}, evidence=[], today=TODAY, form="docx")
    with pytest.raises(ValueError, match="unknown form"):
        render("wage_iou", {}, personal={}, evidence=[], today=TODAY, form="odt")  # type: ignore[arg-type]
