"""支持起诉申请书 (LAW-PRO-01): to the procuratorate; the plaintiff stays the worker."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.others import in_court
from bot.documents.paper import Paper
from bot.documents.pleading import ON_MONEY, ON_WORK, ON_WORKER, asked, begun, place_line, preview_of
from bot.documents.proof import Item
from bot.documents.seats import office_of_county
from bot.documents.sums import sum_text

PART = "support_prosecution"


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What its two templates print."""
    table = case.words[PART]
    boxes = [str(case.words["court"]["box"]).format(text=text) for text in table["reasons"]]
    return {
        **begun(case, evidence, PART, in_court(case)),
        "requests": [
            asked(table, "support") + str(table["sum"]).format(sum=sum_text(case, "owed_amount")), asked(table, "collect")],
        "reasons": [*boxes, case.mark(case.note("tick"))],
        "office": office_of_county(case, str(table["office"])),
        "office_place": place_line(case, table),
        "attached": str(case.words["court"]["copies_own"]),
    }


PAPER = Paper(
    name="support_prosecution", part=PART, context=context, pairs=preview_of(), wanted=(*ON_WORK, *ON_MONEY, *ON_WORKER),
)
