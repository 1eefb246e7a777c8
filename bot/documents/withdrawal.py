"""撤回申请: of a complaint, of an arbitration or of a lawsuit; which one is ticked where he told it (LAW-ARB-18, LAW-CPA-148)."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.letter_parts import blank_rows, boxes, labelled
from bot.documents.paper import Pairs, Paper, pairs_of
from bot.documents.parties import debtor_name
from bot.documents.people import worker_rows
from bot.documents.proof import Item

PART = "withdrawal"
RUNS = {"arbitration": "arbitration", "lawsuit": "lawsuit", "payment_order": "payment_order"}
KINDS = {"office": "company", "number": "text", "date": "date"}


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates withdrawal.docx and withdrawal.typ print."""
    table = case.words[PART]
    return {
        "worker_rows": worker_rows(case, table["worker"]),
        "debtor": debtor_name(case),
        "what": boxes(case, table["what"], _runs(case)),
        "procedure": blank_rows(case, table["procedure"], KINDS),
        "tick": case.mark(case.note("tick")),
        "office": case.blank("company", str(table["office_note"])),
    }


def _runs(case: Case) -> set[str]:
    """What he told to be running; a complaint stands beside no other procedure."""
    told, tried = case.value("other_proceeding"), case.value("already_tried")
    if isinstance(told, str) and told in RUNS:
        return {RUNS[told]}
    complained = isinstance(tried, (list, tuple)) and "inspection" in tried
    return {"complaint"} if complained and told == "none" else set()


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    told = labelled(case, PART, data, "debtor", "what", "tick", "office")
    return [*pairs_of(data["worker_rows"]), *pairs_of(data["procedure"]), *told]


PAPER = Paper(
    name=PART,
    part=PART,
    context=context,
    pairs=_preview,
    wanted=("debtor_name", "other_proceeding", "worker_name", "worker_phone", "worker_id_number"),
)
