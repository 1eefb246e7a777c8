"""司法确认申请书 (LAW-MED-06): both sides ask the court together to confirm their mediation agreement."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.documents.case import Case, rows
from bot.documents.paper import Paper
from bot.documents.pleading import ON_MONEY, ON_RULING, ON_WORK, ON_WORKER, asked, begun, preview_of, tick
from bot.documents.proof import Item
from bot.documents.sums import sum_text
from bot.documents.times import day_text

PART = "judicial_confirmation"
OTHERS = ("award", "judgment", "mediation_statement", "payment_order")


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What its two templates print. The facts of a ruling are those of the agreement only when they are not of another."""
    table = case.words[PART]
    other = case.value("ruling_kind") in OTHERS
    mediator = case.blank("company") if other else case.text("ruling_office", "company")
    begin = begun(case, evidence, PART, ("debtor",))
    facts = table["facts"]
    return {
        **begin,
        "items": [],
        "agreement": _agreement(case, table["rows"], mediator, known=not other),
        "requests": [asked(table, "confirm", mediator=mediator)],
        "facts": [begin["facts"][0], str(facts["agreed"]).format(mediator=mediator) + str(facts["asks"])],
        "conditions": rows(*((str(table["rows"][name]), tick(case)) for name in ("free", "nobody"))),
        "office": case.ruled("place") + str(table["office"]) + case.mark(str(table["office_note"])),
        "attached": str(table["attached"]),
    }


def _agreement(case: Case, label: dict[str, str], mediator: str, *, known: bool) -> list[dict[str, str]]:
    return rows(
        (label["mediator"], mediator),
        (label["number"], case.text("ruling_number") if known else case.blank()),
        (label["since"], day_text(case, "ruling_date") if known else case.blank("date")),
        (label["amount"], sum_text(case, "ruling_amount") if known else case.blank("sum")),
        (label["pay_by"], day_text(case, "ruling_pay_by") if known else case.blank("date")),
    )


PAPER = Paper(
    name="judicial_confirmation", part=PART, context=context, pairs=preview_of("agreement", "conditions"),
    wanted=(*ON_WORK, *ON_MONEY, *ON_RULING, *ON_WORKER),
)
