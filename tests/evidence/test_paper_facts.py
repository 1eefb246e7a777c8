"""Which facts of a claim a photographed paper tells."""
from __future__ import annotations

from datetime import date

import pytest

from bot.chinese.rights_board import Board
from bot.evidence.iou_check import check
from bot.evidence.paper_facts import facts_of_board, facts_of_hurting, facts_of_iou

TODAY = date(2026, 11, 22)
IOU = (
    "欠条\n今欠王大强2026年3月1日至2026年5月31日工资12000元，2026年12月31日前付清。\n"
    "欠款人：李建国 520103197505050030\n2026年11月20日"
)
LOAN = "借条\n今借到王大强人民币6000元，2026年12月1日前还清。\n借款人：李建国\n2026年11月20日"


def test_an_iou_tells_who_owes_what_and_that_there_is_one_but_no_personal_number() -> None:
    facts = {slot: fact.value for slot, fact in facts_of_iou(check(IOU, TODAY, from_photo=True), TODAY).items()}
    assert facts["has_iou"] is True
    assert (facts["debtor_name"], facts["worker_name"], facts["owed_amount"]) == ("李建国", "王大强", 12000)
    assert (facts["start_date"], facts["end_date"]) == ("2026-03-01", "2026-05-31")
    assert facts["owed_period"] == ["2026-03-01", "2026-05-31"]
    assert "5201" not in str(facts)


def test_the_sum_of_several_workers_is_nobodys_own() -> None:
    facts = facts_of_iou(check(IOU.replace("王大强", "王大强等3人"), TODAY, from_photo=True), TODAY)
    assert "owed_amount" not in facts and facts["debtor_name"].value == "李建国" and facts["has_iou"].value is True


def test_a_note_of_a_loan_is_no_iou_for_wages() -> None:
    facts = facts_of_iou(check(LOAN, TODAY, from_photo=True), TODAY, loan=True)
    assert "has_iou" not in facts and facts["debtor_name"].value == "李建国" and facts["owed_amount"].value == 6000


def test_a_board_tells_project_and_general_contractor() -> None:
    assert facts_of_board(Board()) == {}
    told = facts_of_board(Board(project_name="桔山安置房", general_contractor="贵州宏达建设有限公司", wage_officer="李四"))
    assert {slot: fact.value for slot, fact in told.items()} == {
        "project_name": "桔山安置房", "general_contractor": "贵州宏达建设有限公司"}


@pytest.mark.parametrize(("due", "day", "state"), [
    ("春节前给", "2026年8月1日", "vague"), ("12月1日前付清", "2026年8月1日", "known"), ("2026年12月1日前付清", "", "known"),
    ("春节前给", "", None), ("12月1日前付清", "", None),
])
def test_a_promised_day_counts_as_far_as_its_year_is_on_the_paper(due: str, day: str, state: str | None) -> None:
    found = facts_of_iou(check(f"欠条\n今欠王大强工资12000元，{due}。\n欠款人：李建国\n{day}", TODAY, from_photo=True), TODAY)
    promised = found.get("promised_date")
    assert (promised.state if promised else None) == state


def test_a_paper_that_says_all_is_paid_is_no_iou_and_two_sums_are_none() -> None:
    settled = facts_of_iou(check("今欠王大强工资12000元，工资已结清。\n欠款人：李建国", TODAY, from_photo=True), TODAY)
    assert "has_iou" not in settled
    two = facts_of_iou(check("今欠王大强工资12000元（壹万叁仟元整）。\n欠款人：李建国", TODAY, from_photo=True), TODAY)
    assert "owed_amount" not in two and two["has_iou"].value is True


def test_of_a_receipt_only_the_names_count() -> None:
    told = facts_of_hurting("收条\n今收到罗三贵工资5000元，所有款项已结清。\n王大强\n2026年8月1日")
    assert {slot: fact.value for slot, fact in told.items()} == {"debtor_name": "罗三贵", "worker_name": "王大强"}
    told = facts_of_hurting("协议书\n甲方：罗三贵\n乙方：王大强\n甲方付乙方5000元，双方两清。")
    assert {slot: fact.value for slot, fact in told.items()} == {"debtor_name": "罗三贵", "worker_name": "王大强"}
