"""法律援助申请表 (LAW-DOC-05, LAW-AID-01 … 04): who asks, for what, at which stage, what happened, the means."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.letter_parts import boxes, desk, labelled, proof_names
from bot.documents.paper import Pairs, Paper, pairs_of
from bot.documents.parties import debtor_name
from bot.documents.people import worker_rows
from bot.documents.proof import Item
from bot.documents.story import paragraphs
from bot.documents.sums import sum_text

PART = "legal_aid_application"
STAGES = {
    "none": "none", "arbitration": "arbitration", "lawsuit": "lawsuit", "payment_order": "lawsuit", "mediation": "mediation",
}

RULINGS = ("award", "judgment", "mediation_statement", "payment_order")
"""What a court or a commission made; an agreement of both sides is none."""


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates legal_aid_application.docx and legal_aid_application.typ print."""
    table = case.words[PART]
    return {
        "applicant": worker_rows(case, table["applicant"]),
        "tick": case.mark(case.note("tick")),
        "debtor": debtor_name(case),
        "matter": str(table["matter"]).format(sum=sum_text(case, "owed_amount")),
        "stage": boxes(case, table["stages"], _stage(case)),
        "facts": paragraphs(case, evidence, me=table["who"]),
        "proof": proof_names(case, evidence),
        "office": desk(case, "legal_aid"),
    }


def _stage(case: Case) -> set[str]:
    """The stage that he told: a ruling in hand, a procedure that runs, a complaint."""
    if case.value("ruling_kind") in RULINGS:
        return {"enforcement"}
    told, tried = case.value("other_proceeding"), case.value("already_tried")
    complained = isinstance(tried, (list, tuple)) and "inspection" in tried
    stage = STAGES.get(told) if isinstance(told, str) else None
    if stage in (None, "none") and complained:
        return {"complaint"}
    return {stage} if stage else set()


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    told = labelled(case, PART, data, "debtor", "matter", "stage", "tick", "proof", "office")
    return [*pairs_of(data["applicant"]), *told]


PAPER = Paper(
    name=PART,
    part=PART,
    context=context,
    pairs=_preview,
    wanted=(
        "debtor_kind", "debtor_name", "work_place", "industry", "start_date", "end_date", "pay_rate", "owed_amount",
        "paid_amount", "other_proceeding", "evidence_held", "worker_name", "worker_phone", "worker_id_number",
    ),
)
