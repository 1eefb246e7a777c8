"""被迫解除劳动合同通知书 (LAW-LCA-38, LAW-WAGE-20): the reason is the unpaid wage, never 个人原因."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.letter_parts import labelled, period_text
from bot.documents.paper import Pairs, Paper, pairs_of
from bot.documents.parties import debtor_name, trade
from bot.documents.people import worker_rows
from bot.documents.proof import Item
from bot.documents.sums import sum_text
from bot.documents.times import day_text

PART = "forced_resignation"


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates forced_resignation.docx and forced_resignation.typ print."""
    return {
        "debtor": debtor_name(case),
        "worker": case.text("worker_name", "name"),
        "start": day_text(case, "start_date"),
        "trade": trade(case),
        "period": period_text(case),
        "owed": sum_text(case, "owed_amount"),
        "tick": case.mark(case.note("tick")),
        "worker_rows": worker_rows(case, case.words[PART]["worker"]),
    }


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    told = labelled(case, PART, data, "debtor", "start", "period", "owed", "tick")
    return [*told, *pairs_of(data["worker_rows"])]


PAPER = Paper(
    name=PART,
    part=PART,
    context=context,
    pairs=_preview,
    wanted=(
        "debtor_kind", "debtor_name", "industry", "start_date", "owed_amount", "worker_name", "worker_phone", "worker_id_number",
    ),
)
