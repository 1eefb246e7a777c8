"""工资结算单: earned, paid, owed for each time, signed by the other side (LAW-IOU-01, LAW-IOU-05). Only what is sure."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.paper import Pairs, Paper, pairs_of
from bot.documents.proof import Item
from bot.documents.sums import due_text, rate_text, sum_text
from bot.documents.times import work_period
from bot.documents.wage_iou import attendance, creditor_rows, debtor_rows, pay_by, sign_lines, site_rows

PART = "wage_settlement"
MONTHS = 3
"""Ruled lines for months, to be filled by hand; more on a sheet of their own."""


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates wage_settlement.docx and wage_settlement.typ print."""
    return {
        "debtor": debtor_rows(case),
        "creditor": creditor_rows(case),
        "work": site_rows(case),
        "months": _months(case),
        "period": work_period(case),
        "attendance": attendance(case),
        "rate": rate_text(case),
        "worker": case.text("worker_name", "name"),
        "due": due_text(case),
        "paid": sum_text(case, "paid_amount"),
        "owed": sum_text(case, "owed_amount"),
        "pay_by": pay_by(case),
        "sign": sign_lines(case),
    }


def _months(case: Case) -> list[dict[str, str]]:
    """Lines for the single months: nothing is split up that was told as a whole."""
    table = case.words[PART]
    line = {key: str(table["line"]) for key in ("days", "rate", "due", "paid", "owed")}
    return [
        {"when": str(table["month"]) + (case.mark(str(table["by_hand"])) if n == 0 else ""), **line} for n in range(MONTHS)
    ]


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    table, label = case.words["preview"], case.words[PART]["preview"]
    sums = [(str(table[key]), data[key]) for key in ("due", "paid", "owed", "pay_by")]
    told = [(str(label[key]), data[key]) for key in ("period", "attendance", "rate")]
    return [*pairs_of(data["debtor"]), *pairs_of(data["creditor"]), *pairs_of(data["work"]), *told, *sums]


PAPER = Paper(
    name=PART,
    part=PART,
    context=context,
    pairs=_preview,
    wanted=(
        "debtor_kind", "debtor_name", "owed_amount", "paid_amount", "pay_rate", "start_date", "end_date", "industry",
        "work_place", "project_name", "worker_name", "worker_phone", "worker_id_number",
    ),
    strict=True,
)
