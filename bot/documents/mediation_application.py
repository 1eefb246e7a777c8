"""调解申请书 (LAW-MED-01): to the mediators of the township, the street or the village."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.others import in_talks, who
from bot.documents.paper import Paper
from bot.documents.pleading import ON_MONEY, ON_WORK, ON_WORKER, asked, begun, preview_of
from bot.documents.proof import Item
from bot.documents.seats import office_of_county
from bot.documents.sums import sum_text

PART = "mediation_application"


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What its two templates print."""
    table, roles = case.words[PART], in_talks(case)
    name = str(table["office"]).format(ruled=case.ruled("place"))
    return {
        **begun(case, evidence, PART, roles),
        "requests": [
            asked(table, "pay", who=who(case, table, roles), sum=sum_text(case, "owed_amount")), asked(table, "written")],
        "office": office_of_county(case, name, str(table["office_note"])),
        "attached": str(case.words["court"]["copies_own"]),
    }


PAPER = Paper(
    name="mediation_application", part=PART, context=context, pairs=preview_of(), wanted=(*ON_WORK, *ON_MONEY, *ON_WORKER),
)
