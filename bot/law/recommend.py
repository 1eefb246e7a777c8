"""Which road comes first, and why. One rule after the other; the first that fits decides."""
from __future__ import annotations

from bot.law import told
from bot.law.facts import CaseFacts
from bot.law.limits import NEAR_DAYS
from bot.law.values import Laws, Limit, Nature, Relation, Route

SECURE_DAYS = 30
"""With fewer days than this of his one year a foreman's worker first secures it against the company behind."""
Choice = tuple[Route, str, Laws]

RUNNING: dict[str, Choice] = {
    "arbitration": ("arbitration", "first_arbitration_runs", ("LAW-INS-10", "LAW-ARB-17")),
    "lawsuit": ("lawsuit", "first_lawsuit_runs", ("LAW-INS-10", "LAW-LIT-09")),
    "payment_order": ("payment_order", "first_payment_order_runs", ("LAW-PAY-02", "LAW-PAY-03")),
    "mediation": ("mediation", "first_mediation_runs", ("LAW-MED-02",)),
}

_FOREIGN: dict[str, tuple[str, Laws]] = {
    "private_loan": ("first_lawsuit_loan", ("LAW-CIV-667", "LAW-LIT-05", "LAW-HOT-04")),
    "outside": ("first_lawsuit_outside", ("LAW-LIT-05", "LAW-HOT-04")),
}


def recommend(case: CaseFacts, money: Nature, relation: Relation, limits: tuple[Limit, ...]) -> Choice:
    """The first road, its reason key and law facts: judgment > what is decided > running procedure > kind of money > failed
    payment order > debtor > limits > tried."""
    if limits and limits[0].what == "enforcement" and limits[0].on:
        return "enforcement", "first_enforcement", ("LAW-ENF-01", "LAW-ENF-02")
    if case.decided:
        return _decided(case)
    if case.proceeding != "none":
        return RUNNING[case.proceeding]
    if money.foreign:
        return "lawsuit", *_FOREIGN[money.kind]
    if money.kind == "project_money":
        return "lawsuit", "first_lawsuit_project_money", ("LAW-WAGE-03", "LAW-JUR-07", "LAW-LIT-06")
    if case.order_failed:
        return _after_order(case)
    if case.applied:
        return "legal_aid", "first_legal_aid_after_paper", ("LAW-AID-01", "LAW-ARB-12", "LAW-ENF-01")
    if case.debtor_kind == "household":
        return _household(case)
    if case.debtor_kind == "foreman":
        return _foreman(case, limits)
    return _employer(case, money, relation, limits)


def _decided(case: CaseFacts) -> Choice:
    """The award or judgment is in hand: enforcement; for an award that he does not accept the court (LAW-ARB-12); against
    a judgment there is the appeal (LAW-CPA-171)."""
    if case.decided == "lawsuit":
        return "enforcement", "first_judgment_in_hand", ("LAW-ENF-01", "LAW-ENF-02", "LAW-CPA-171")
    if case.lost:
        return "lawsuit", "first_lawsuit_after_award", ("LAW-ARB-12", "LAW-ARB-13", "LAW-HOT-04")
    return "enforcement", "first_award_in_hand", ("LAW-ARB-12", "LAW-ENF-01", "LAW-ENF-02")


def _after_order(case: CaseFacts) -> Choice:
    """The payment order failed: an ordinary debt goes to court, wages of a unit to arbitration, unless the order rested on a
    mediation agreement (LAW-PAY-03, LAW-MED-05, LAW-DIS-03)."""
    if case.debtor_kind in ("foreman", "household"):
        return "lawsuit", "first_lawsuit_after_order", ("LAW-PAY-03", "LAW-LIT-03")
    if case.on_agreement:
        return "lawsuit", "first_lawsuit_after_order_agreement", ("LAW-PAY-03", "LAW-MED-05", "LAW-DIS-03")
    return "arbitration", "first_arbitration_after_order", ("LAW-PAY-03", "LAW-DIS-03")


def _household(case: CaseFacts) -> Choice:
    if case.tried & {"mediation", "inspection"}:
        return "lawsuit", "first_lawsuit_household", ("LAW-LIT-03", "LAW-LIT-11")
    return "mediation", "first_mediation_household", ("LAW-MED-03", "LAW-JUR-07")


def _foreman(case: CaseFacts, limits: tuple[Limit, ...]) -> Choice:
    left = next((limit.left for limit in limits if limit.what == "arbitration"), None)
    if left is not None and 0 <= left < SECURE_DAYS:
        return "arbitration", "first_arbitration_foreman_near", ("LAW-ARB-02", "LAW-ARB-21", "LAW-REG-18", "LAW-AID-06")
    if "inspection" in case.tried or _state(limits, "inspection") == "passed":
        return "lawsuit", "first_lawsuit_foreman", ("LAW-LIT-03", "LAW-LIT-11", "LAW-REG-17")
    if case.construction is False:
        return "inspection", "first_inspection_unit_behind", ("LAW-REG-12", "LAW-INS-13")
    if case.construction is None:
        return "inspection", "first_inspection_foreman_unknown_site", ("LAW-REG-15", "LAW-INS-13")
    return "inspection", "first_inspection_contractor", ("LAW-REG-15", "LAW-REG-17", "LAW-INS-01")


def _employer(case: CaseFacts, money: Nature, relation: Relation, limits: tuple[Limit, ...]) -> Choice:
    near = _state(limits, "arbitration") if case.debtor_kind != "unknown" else "open"  # who hired him decides on arbitration
    if near == "near":
        return "arbitration", "first_arbitration_near", ("LAW-ARB-02", "LAW-PLT-04", "LAW-AID-06")
    if near == "restarted":
        return "arbitration", "first_arbitration_restarted", ("LAW-ARB-03", "LAW-ARB-02", "LAW-AID-06")
    if "inspection" in case.tried:
        return "arbitration", "first_arbitration_after_inspection", ("LAW-ARB-15", "LAW-DIS-04", "LAW-JUR-09")
    if _state(limits, "inspection") == "passed":
        if relation.kind == "employment" and "iou" in case.evidence and not told.more_than_wages(case):
            return "lawsuit", "first_lawsuit_iou", ("LAW-LIT-02", "LAW-IOU-10", "LAW-DIS-07")
        return "legal_aid", "first_legal_aid_late", ("LAW-AID-01", "LAW-ARB-05", "LAW-ARB-03")
    if money.kind == "mixed":
        return "inspection", "first_inspection_mixed", ("LAW-IOU-07", "LAW-INS-01")
    if relation.kind == "unclear":
        return "inspection", "first_inspection_unclear", ("LAW-INS-13", "LAW-REG-27")
    return "inspection", "first_inspection", ("LAW-INS-01", "LAW-INS-07", "LAW-REG-09")


def _state(limits: tuple[Limit, ...], what: str) -> str:
    """passed, near, running, or open when the limit does not run or is not known; restarted when it has passed and the day that
    a demand began anew is near."""
    limit = next((limit for limit in limits if limit.what == what), None)
    if limit is None or limit.days_left is None:
        return "open"
    if limit.days_left < 0:
        return "restarted" if limit.restarts_left is not None and limit.restarts_left <= NEAR_DAYS else "passed"
    return "near" if limit.days_left <= NEAR_DAYS else "running"
