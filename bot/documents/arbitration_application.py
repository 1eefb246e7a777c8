"""劳动人事争议仲裁申请书 (LAW-DOC-02): to the commission where the work was done (LAW-ARB-07)."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.others import in_arbitration, sure_contractor, who
from bot.documents.paper import Paper
from bot.documents.parties import debtor_name
from bot.documents.pleading import ON_MONEY, ON_WORK, ON_WORKER, asked, begun, place_line, preview_of
from bot.documents.proof import Item
from bot.documents.seats import office_of_county
from bot.documents.sums import sum_text
from bot.documents.working import computed

PART = "arbitration_application"


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What its two templates print."""
    table, roles = case.words[PART], in_arbitration(case)
    return {
        **begun(case, evidence, PART, roles),
        "requests": _requests(case, table, roles),
        "computed": computed(case),
        "office": office_of_county(case, str(table["office"])),
        "office_place": place_line(case, table),
    }


def _requests(case: Case, table: dict[str, Any], roles: Sequence[str]) -> list[str]:
    told = [asked(table, "pay", who=who(case, table, roles), sum=sum_text(case, "owed_amount"))]
    if "foreman" in roles:
        told.append(asked(table, "foreman", name=debtor_name(case)))
    if "user_unit" in roles:
        told.append(asked(table, "user_unit", name=str(table["roles"]["user_unit"])))
    if "general_contractor" in roles and sure_contractor(case):
        told.append(asked(table, "general_contractor", name=sure_contractor(case)))
    return told


PAPER = Paper(
    name="arbitration_application", part=PART, context=context, pairs=preview_of(),
    wanted=(*ON_WORK, "days_worked", *ON_MONEY, *ON_WORKER),
)
