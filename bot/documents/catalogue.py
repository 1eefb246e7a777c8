"""All papers that this house writes, by name."""
from __future__ import annotations

from bot.documents import evidence_list, inspection_complaint, wage_iou
from bot.documents.paper import Paper

CATALOGUE: dict[str, Paper] = {made.PAPER.name: made.PAPER for made in (wage_iou, inspection_complaint, evidence_list)}


def paper(name: str) -> Paper:
    """The paper of this name. Raises ValueError for an unknown one."""
    if name not in CATALOGUE:
        raise ValueError(f"unknown document: {name}")
    return CATALOGUE[name]
