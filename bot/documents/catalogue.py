"""All papers that this house writes, by name."""
from __future__ import annotations

from bot.documents import (
    advance_enforcement,
    arbitration_application,
    civil_complaint,
    enforcement_application,
    evidence_list,
    inspection_complaint,
    judicial_confirmation,
    mediation_application,
    payment_order_application,
    support_prosecution,
    wage_iou,
)
from bot.documents.paper import Paper

_MADE = (
    wage_iou, inspection_complaint, evidence_list,
    mediation_application, judicial_confirmation, arbitration_application, payment_order_application, civil_complaint,
    support_prosecution, advance_enforcement, enforcement_application,
)
CATALOGUE: dict[str, Paper] = {made.PAPER.name: made.PAPER for made in _MADE}


def paper(name: str) -> Paper:
    """The paper of this name. Raises ValueError for an unknown one."""
    if name not in CATALOGUE:
        raise ValueError(f"unknown document: {name}")
    return CATALOGUE[name]
