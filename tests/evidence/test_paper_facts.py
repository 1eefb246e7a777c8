"""Which facts of a claim a photographed paper tells."""
from __future__ import annotations

from datetime import date

from bot.chinese.rights_board import Board
from bot.evidence.iou_check import check
from bot.evidence.paper_facts import facts_of_board, facts_of_iou

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


def test_a_note_of_a_loan_is_no_iou_for_wages() -> None:
    facts = facts_of_iou(check(LOAN, TODAY, from_photo=True), TODAY, loan=True)
    assert "has_iou" not in facts and facts["debtor_name"].value == "李建国" and facts["owed_amount"].value == 6000


def test_a_board_tells_project_and_general_contractor() -> None:
    assert facts_of_board(Board()) == {}
    told = facts_of_board(Board(project_name="桔山安置房", general_contractor="贵州宏达建设有限公司", wage_officer="李四"))
    assert {slot: fact.value for slot, fact in told.items()} == {
        "project_name": "桔山安置房", "general_contractor": "贵州宏达建设有限公司"}
