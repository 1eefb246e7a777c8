"""工资付清确认书, in the place of a 无欠薪承诺: signed only when the money is there (LAW-IOU-04, LAW-NEG-06, LAW-JIA-35)."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.letter_parts import labelled, period_text
from bot.documents.paper import Pairs, Paper, pairs_of
from bot.documents.proof import Item
from bot.documents.sums import sum_text
from bot.documents.wage_iou import creditor_rows, debtor_rows, sign_lines

PART = "no_arrears_agreement"


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates no_arrears_agreement.docx and no_arrears_agreement.typ print. What came and when is written by hand
    when it came: no sum is printed as received."""
    table = case.words[PART]
    return {
        "debtor": debtor_rows(case),
        "creditor": creditor_rows(case),
        "worker": case.text("worker_name", "name"),
        "period": period_text(case),
        "owed": sum_text(case, "owed_amount"),
        "paid_on": case.blank("date", str(table["after_money"])),
        "received": case.blank("sum", str(table["after_money"])),
        "sign": sign_lines(case),
    }


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    told = labelled(case, PART, data, "owed", "period", "paid_on", "received")
    return [*pairs_of(data["debtor"]), *pairs_of(data["creditor"]), *told]


PAPER = Paper(
    name=PART,
    part=PART,
    context=context,
    pairs=_preview,
    wanted=("debtor_kind", "debtor_name", "owed_amount", "worker_name", "worker_phone", "worker_id_number"),
    strict=True,
)
