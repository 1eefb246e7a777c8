"""民事起诉状 (LAW-DOC-04): for labour service, or for wages with the unit's IOU (LAW-LIT-02, LAW-LIT-03)."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.documents.case import Case, rows
from bot.documents.others import in_court, sure_contractor, who
from bot.documents.paper import Paper
from bot.documents.parties import debtor_form
from bot.documents.pleading import ON_MONEY, ON_WORK, ON_WORKER, asked, begun, place_line, preview_of
from bot.documents.proof import Item
from bot.documents.seats import office_of_county
from bot.documents.sums import sum_text
from bot.documents.working import computed
from bot.law.facts import CaseFacts

PART = "civil_complaint"


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What its two templates print."""
    table, roles = case.words[PART], in_court(case)
    return {
        **begun(case, evidence, PART, roles),
        "matter": rows((str(table["cause"]["label"]), _cause(case, table["cause"]))),
        "requests": _requests(case, table, roles),
        "computed": computed(case),
        "office": office_of_county(case, str(table["office"]), str(table["office_note"])),
        "office_place": place_line(case, table),
    }


def _cause(case: Case, table: dict[str, Any]) -> str:
    """A person owes: labour service; a unit: wages, on its IOU when there is one."""
    form = debtor_form(case)
    if form == "person":
        return str(table["service"])
    if form == "company":
        return str(table["wages" if "iou" in CaseFacts(case.facts).evidence else "wages_after"])
    return case.blank("company", str(table["open"]))


def _requests(case: Case, table: dict[str, Any], roles: Sequence[str]) -> list[str]:
    kind = "service" if debtor_form(case) == "person" else "wages"
    told = [asked(table, kind, who=who(case, table, roles), sum=sum_text(case, "owed_amount"))]
    if "general_contractor" in roles and sure_contractor(case):
        told.append(asked(table, "contractor", name=sure_contractor(case)))
    return [*told, asked(table, "fee")]


PAPER = Paper(
    name="civil_complaint", part=PART, context=context, pairs=preview_of("matter"),
    wanted=(*ON_WORK, "days_worked", *ON_MONEY, *ON_WORKER),
)
