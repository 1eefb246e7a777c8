"""Which facts a paper wants (LAW-DOC-01, LAW-DOC-06, LAW-IOU-01) and which of them it cannot print."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.chinese.values import Fact
from bot.documents.case import Case
from bot.documents.catalogue import paper
from bot.documents.parties import debtor_form, is_full, on_site
from bot.documents.sums import exact
from bot.law.group import needs_representatives

PRIVATE = ("wage_iou", "evidence_list")
FOR_INSPECTION = ("inspection_complaint", "evidence_list")
SITE_ONLY = ("general_contractor", "project_name")


def fitting(facts: Mapping[str, Fact], workers: int = 0) -> tuple[str, ...]:
    """The papers that help in this case: none for the labour inspection against a private household, which is no employer
    that it is in charge of (LAW-JUR-07); then what mediation and court want. `workers`: how many stand in the roster; from
    ten on they choose representatives (LAW-DOC-08)."""
    kind = facts.get("debtor_kind")
    if kind is not None and kind.value == "household":
        return PRIVATE
    return (*FOR_INSPECTION, "representatives") if needs_representatives(workers) else FOR_INSPECTION


def lacking(document: str, facts: Mapping[str, Fact], words: Mapping[str, Any]) -> list[str]:
    """The wanted slots that are not known well enough, in order. Raises ValueError for an unknown document."""
    case = Case(facts, {}, date.max, words)
    return [slot for slot in paper(document).wanted if _wanted(case, slot) and not _good(case, slot)]


def _wanted(case: Case, slot: str) -> bool:
    if slot == "end_date":
        return case.value("still_working") is not True
    if slot in SITE_ONLY:
        return on_site(case)
    return True


def _good(case: Case, slot: str) -> bool:
    """Whether the fact can be printed as it is."""
    value = case.value(slot)
    if slot in ("owed_amount", "paid_amount"):
        return exact(case, slot) is not None
    if slot == "debtor_name":
        return isinstance(value, str) and is_full(case, case.clear(value), debtor_form(case))
    if slot == "debtor_kind":
        return value not in (None, "unknown")
    if slot == "evidence_held":
        return bool(value)
    return value not in (None, "")
