"""The workers of a group claim in the papers for all."""
from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chinese.amounts import format_yuan
from bot.documents import preview, render
from bot.documents.case import Case
from bot.documents.group import annex, total_text, workers
from bot.documents.roster import RosterRow
from bot.documents.sums import money
from bot.documents.words import words
from tests.documents.reading import docx_text, read_pdf
from tests.documents.samples import EVIDENCE, PERSONAL, ROSTER, TODAY, facts


def _case(*roster: RosterRow, hide: bool = False) -> Case:
    return Case(facts("company"), PERSONAL, TODAY, words(), hide=hide, roster=tuple(roster))


def test_without_a_roster_there_is_no_annex() -> None:
    assert annex(_case()) == []


def test_a_worker_without_a_sum_leaves_the_sum_of_all_open() -> None:
    text = total_text(_case(ROSTER[0], replace(ROSTER[1], owed=None), replace(ROSTER[2], owed=Decimal(0))))
    assert "（待补：还有2人的数额没写清）" in text and "12,000" not in text


def test_an_id_number_is_printed_when_it_can_be_right_and_hidden_in_a_preview() -> None:
    good, bad = (replace(ROSTER[0], id_number=number) for number in ("522401198503070018", "522401198503070019"))
    assert [row["id"] for row in workers(_case(good))] == ["522401198503070018"]
    assert "照身份证核对" in workers(_case(bad))[0]["id"]
    shown = workers(_case(good, hide=True))[0]
    assert "5224" not in shown["id"] and "138" not in shown["phone"]


def test_a_time_that_ends_before_it_begins_is_a_blank() -> None:
    row = replace(ROSTER[0], start=date(2026, 5, 1), end=date(2026, 3, 1))
    assert "待补" in workers(_case(row))[0]["period"]


def test_a_preview_for_a_group_shows_no_number_of_anybody() -> None:
    roster = [replace(row, id_number="522401198503070018") for row in ROSTER]
    for document in ("inspection_complaint", "representatives"):
        told = "\n".join(preview(document, facts("company"), evidence=EVIDENCE, today=TODAY, roster=roster))
        assert "5224" not in told and "1380000" not in told and "97,200元（人民币玖万柒仟贰佰元整）" in told


def test_thirty_workers_stand_in_one_complaint_a_line_for_each_over_pages() -> None:
    roster = [replace(ROSTER[n % 11], n=n + 1, name=f"工人{n:02d}号", owed=Decimal(5000 + n)) for n in range(30)]
    word, pdf = (
        render("inspection_complaint", facts("company"), personal=PERSONAL, evidence=[], today=TODAY, form=form, roster=roster)
        for form in ("docx", "pdf")
    )
    text, made = docx_text(word), read_pdf(pdf)
    assert all(row.name in text and row.name in made.text and format_yuan(int(row.owed or 0) * 100) in text for row in roster)
    assert "150,435元（人民币壹拾伍万零肆佰叁拾伍元整）" in text
    assert len(made.pages) == 4 and made.text.count("序号姓名身份证号码") == 2


def test_an_id_number_stays_within_its_column() -> None:
    roster = [replace(row, id_number="522401198503070018") for row in ROSTER]
    data = render("representatives", facts("company"), personal=PERSONAL, evidence=[], today=TODAY, form="pdf", roster=roster)
    runs = [run for run in read_pdf(data).runs if run.page == 1]
    numbers = max(run.right for run in runs if "522401198503070018" in run.text)
    assert numbers < min(run.left for run in runs if "钢筋工" in run.text) - 5


def test_a_roster_changes_nothing_in_the_papers_of_one_worker() -> None:
    for document in ("wage_iou", "demand_letter", "forced_resignation", "wage_settlement", "repayment_agreement"):
        with_, without = (
            render(document, facts("company"), personal=PERSONAL, evidence=[], today=TODAY, form="pdf", roster=roster)
            for roster in (ROSTER, ())
        )
        assert with_ == without


@settings(max_examples=60, deadline=None)
@given(st.lists(st.decimals(min_value=Decimal("0.01"), max_value=10_000_000, places=2), min_size=1, max_size=40))
def test_the_sum_of_all_is_the_sum_of_the_lines_to_the_fen(sums: list[Decimal]) -> None:
    case = _case(*(RosterRow(n, "王大强", owed=owed) for n, owed in enumerate(sums, 1)))
    fen = int(sum(sums) * 100)
    assert total_text(case) == money(case, fen)
    assert sum(int(Decimal(row["owed"].replace(",", "").rstrip("元")) * 100) for row in workers(case)) == fen
