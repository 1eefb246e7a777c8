"""授权委托书 (LAW-DOC-07, LAW-LIT-14, LAW-CIV-165): who stands for the worker, in what, with which powers, how long."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.letter_parts import blank_rows, labelled
from bot.documents.paper import Pairs, Paper, pairs_of
from bot.documents.parties import debtor_name
from bot.documents.people import worker_rows
from bot.documents.proof import Item

PART = "power_of_attorney"
KINDS = {"name": "name", "id": "id", "phone": "phone", "unit": "company"}


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates power_of_attorney.docx and power_of_attorney.typ print."""
    table = case.words[PART]
    return {
        "worker_rows": worker_rows(case, table["worker"]),
        "agent": blank_rows(case, table["agent"], KINDS),
        "debtor": debtor_name(case),
        "tick": case.mark(case.note("tick")),
    }


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    told = labelled(case, PART, data, "debtor", "tick")
    return [*pairs_of(data["worker_rows"]), *pairs_of(data["agent"]), *told]


PAPER = Paper(
    name=PART,
    part=PART,
    context=context,
    pairs=_preview,
    wanted=("debtor_name", "worker_name", "worker_phone", "worker_id_number"),
)
