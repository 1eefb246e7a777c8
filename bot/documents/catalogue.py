"""All papers that this house writes, by name."""
from __future__ import annotations

from bot.documents import (
    advance_enforcement,
    arbitration_application,
    civil_complaint,
    demand_letter,
    enforcement_application,
    evidence_list,
    forced_resignation,
    inspection_complaint,
    judicial_confirmation,
    legal_aid_application,
    mediation_application,
    no_arrears_agreement,
    payment_order_application,
    power_of_attorney,
    refusal_report,
    repayment_agreement,
    representatives,
    support_prosecution,
    wage_iou,
    wage_settlement,
    withdrawal,
)
from bot.documents.paper import Paper

_MADE = (
    wage_iou, inspection_complaint, evidence_list,
    legal_aid_application, power_of_attorney, representatives, demand_letter, forced_resignation,
    wage_settlement, refusal_report, withdrawal, repayment_agreement, no_arrears_agreement,
    mediation_application, judicial_confirmation, arbitration_application, payment_order_application, civil_complaint,
    support_prosecution, advance_enforcement, enforcement_application,
)
CATALOGUE: dict[str, Paper] = {made.PAPER.name: made.PAPER for made in _MADE}


def paper(name: str) -> Paper:
    """The paper of this name. Raises ValueError for an unknown one."""
    if name not in CATALOGUE:
        raise ValueError(f"unknown document: {name}")
    return CATALOGUE[name]
