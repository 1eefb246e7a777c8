"""催告函: a demand for the wages with a day, kept as proof that he asked (LAW-NEG-02, LAW-NEG-05, LAW-LIT-04)."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.letter_parts import labelled
from bot.documents.paper import Pairs, Paper, pairs_of
from bot.documents.parties import debtor_form, debtor_name, is_foreman, trade
from bot.documents.people import worker_rows
from bot.documents.proof import Item
from bot.documents.sums import sum_text
from bot.documents.times import owed_period, work_period

PART = "demand_letter"


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates demand_letter.docx and demand_letter.typ print."""
    table = case.words[PART]
    owed = owed_period(case)
    return {
        "debtor": debtor_name(case),
        "worker": case.text("worker_name", "name"),
        "period": work_period(case),
        "place": case.text("work_place", "place"),
        "trade": trade(case),
        "owed": sum_text(case, "owed_amount"),
        "owed_period": [str(table["owed_period"]).format(period=owed)] if owed else [],
        "pay_by": case.blank("date", case.note("pay_by")),
        "account": case.blank("text"),
        "roads": str(table["roads"][_roads(case)]),
        "worker_rows": worker_rows(case, table["worker"]),
    }


def _roads(case: Case) -> str:
    """Which roads are named: the labour offices are not in charge of a private household (LAW-JUR-07)."""
    if case.value("debtor_kind") == "household":
        return "household"
    if is_foreman(case):
        return "foreman"
    return "company" if debtor_form(case) == "company" else "unknown"


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    return [*labelled(case, PART, data, "debtor", "owed", "pay_by", "account"), *pairs_of(data["worker_rows"])]


PAPER = Paper(
    name=PART,
    part=PART,
    context=context,
    pairs=_preview,
    wanted=(
        "debtor_kind", "debtor_name", "work_place", "industry", "start_date", "end_date", "owed_amount", "worker_name",
        "worker_phone",
    ),
)
