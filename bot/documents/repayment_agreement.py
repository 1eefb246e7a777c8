"""还款协议 that holds: the sum as wages, a day for each part, what on default, nothing waived (LAW-IOU-01, LAW-CIV-189)."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.chinese.dates import format_date
from bot.documents.case import Case
from bot.documents.letter_parts import period_text
from bot.documents.paper import Pairs, Paper, pairs_of
from bot.documents.proof import Item
from bot.documents.sums import exact, sum_text
from bot.documents.times import day_of
from bot.documents.wage_iou import creditor_rows, debtor_rows, sign_lines

PART = "repayment_agreement"
PARTS = 3
"""Ruled lines of the plan; what is not needed is crossed out."""


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates repayment_agreement.docx and repayment_agreement.typ print."""
    return {
        "debtor": debtor_rows(case),
        "creditor": creditor_rows(case),
        "worker": case.text("worker_name", "name"),
        "period": period_text(case),
        "owed": sum_text(case, "owed_amount"),
        "plan": _plan(case),
        "account": case.blank("text"),
        "rate": case.mark(case.note("rate")),
        "sign": sign_lines(case),
    }


def _plan(case: Case) -> list[dict[str, str]]:
    """The parts: one line for a sure day still to come and the whole sum, else lines to be filled by both."""
    table, day, owed = case.words[PART], day_of(case.value("promised_date")), exact(case, "owed_amount")
    if day is not None and day >= case.today and owed is not None:
        return [{"n": "1", "day": format_date(day), "sum": sum_text(case, "owed_amount")}]
    blank = {"day": case.blank("date"), "sum": case.blank("short")}
    first = {"day": case.blank("date", case.note("pay_by")), "sum": case.blank("short", str(table["sums_agree"]))}
    return [{"n": str(n), **(first if n == 1 else blank)} for n in range(1, PARTS + 1)]


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    label = case.words[PART]["preview"]
    plan = [(str(label["part"]).format(n=row["n"]), f"{row['day']} {row['sum']}") for row in data["plan"]]
    told = [(str(label["period"]), data["period"]), (str(label["owed"]), data["owed"])]
    return [*pairs_of(data["debtor"]), *pairs_of(data["creditor"]), *told, *plan]


PAPER = Paper(
    name=PART,
    part=PART,
    context=context,
    pairs=_preview,
    wanted=(
        "debtor_kind", "debtor_name", "owed_amount", "promised_date", "worker_name", "worker_phone", "worker_id_number",
    ),
    strict=True,
)
