"""举报拒不支付劳动报酬线索 (LAW-CRI-01, 05, 06, 09): only once an office's order to pay went unpaid (bot.law)."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.inspection_complaint import respondents
from bot.documents.letter_parts import blank_rows, desk, labelled, proof_names
from bot.documents.paper import Pairs, Paper, pairs_of
from bot.documents.people import worker_rows
from bot.documents.proof import Item
from bot.documents.story import paragraphs
from bot.documents.sums import sum_text

PART = "refusal_report"
KINDS = {"office": "company", "paper": "text", "ordered": "date", "pay_by": "date"}


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates refusal_report.docx and refusal_report.typ print."""
    table = case.words[PART]
    return {
        "worker_rows": worker_rows(case, table["worker"]),
        "respondents": respondents(case),
        "facts": paragraphs(case, evidence, me=table["who"]),
        "owed": sum_text(case, "owed_amount"),
        "order": blank_rows(case, table["order"], KINDS),
        "tick": case.mark(case.note("tick")),
        "proof": proof_names(case, evidence),
        "office": desk(case, "inspection"),
    }


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    accused = [(part["role"], part["rows"][0]["value"]) for part in data["respondents"]]
    told = labelled(case, PART, data, "owed", "tick", "proof", "office")
    return [*pairs_of(data["worker_rows"]), *accused, *pairs_of(data["order"]), *told]


PAPER = Paper(
    name=PART,
    part=PART,
    context=context,
    pairs=_preview,
    wanted=(
        "debtor_kind", "debtor_name", "general_contractor", "work_place", "industry", "start_date", "end_date", "pay_rate",
        "owed_amount", "paid_amount", "evidence_held", "worker_name", "worker_phone", "worker_id_number",
    ),
)
