"""Which letter, form or agreement (bot/documents) fits a case now, and why one does not fit yet; pure, words stand elsewhere."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.chinese.values import Fact
from bot.law.bounds import possible
from bot.law.facts import CaseFacts
from bot.law.nature import nature, relation
from bot.law.roads import GROUP, roads

LETTERS = (
    "legal_aid_application", "power_of_attorney", "representatives", "demand_letter", "forced_resignation", "wage_settlement",
    "refusal_report", "withdrawal", "repayment_agreement", "no_arrears_agreement",
)
WHEN_PAID = ("withdrawal", "no_arrears_agreement")
"""Written only when he asks for one by its name: he needs it when the money is there, and not before (LAW-IOU-04)."""
FOR_WAGES = frozenset(LETTERS) - {"withdrawal"}
"""They speak of wages: not for a loan, project money, rent … (LAW-WAGE-03)."""


def letters_for(facts: Mapping[str, Fact], today: date, workers: int = 0) -> tuple[str, ...]:
    """The letters, forms and agreements that help now, in the order in which he will need them. `workers`: how many stand in
    the roster."""
    case = CaseFacts(possible(facts, today))
    useful = ["demand_letter"]
    if not case.evidence & {"iou", "settlement"}:
        useful.append("wage_settlement")
    if case.usable("promised_date") is not None:
        useful.append("repayment_agreement")
    useful += ["legal_aid_application", "power_of_attorney", "representatives"]
    if case.flag("still_working") is True:
        useful.append("forced_resignation")
    useful.append("refusal_report")
    return tuple(document for document in useful if not not_yet(document, facts, today, workers))


def not_yet(document: str, facts: Mapping[str, Fact], today: date, workers: int = 0) -> str:
    """The key of the reason (`letters_not_yet` of content/words/papers_letters.yml) why this paper is not written yet; "" when
    it may be, and for papers of another kind."""
    case = CaseFacts(possible(facts, today))
    if document in FOR_WAGES and not nature(case).labour:
        return "not_wages"
    if document == "representatives" and max(workers, case.count("people_count") or 0) < GROUP:
        return "few_workers"
    if document == "forced_resignation":
        return _no_notice(case)
    return _no_report(case) if document == "refusal_report" else ""


def _no_notice(case: CaseFacts) -> str:
    """Only while there is employment to be ended (LAW-LCA-38)."""
    bond = relation(case, nature(case)).kind
    if bond == "labour_service":
        return "no_employment"
    if bond != "employment":
        return "employer_open"
    left = case.flag("still_working") is not True and case.usable("end_date") is not None
    return "already_left" if left else ""


def _no_report(case: CaseFacts) -> str:
    """Only once an office's order to pay went unpaid, and never against a private household (LAW-CRI-01, LAW-CRI-09)."""
    if case.debtor_kind == "household":
        return "private_employer"
    money = nature(case)
    found = roads(case, money, relation(case, money), ())
    return "" if any(road.route == "criminal_report" and road.open for road in found) else "no_order_yet"
