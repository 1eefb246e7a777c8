"""What of the pieces is shown to others: no whole card, and a receipt under its own name."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from bot.cases import evidence
from bot.cases.cards import Sorted, sort_cards, text_of
from bot.cases.evidence import EvidenceItem
from bot.chinese.iou.paper import paper_says

RECEIPT = "receipt"  # a name on paper only: he sees it as 其他材料
MAY_BE_RECEIPTS = (None, "other", "settlement")


def shown(session: Session, items: Iterable[EvidenceItem], today: date) -> Sorted:
    """The pieces as a paper names them, without the cards that he keeps for himself or has not decided on."""
    found = sort_cards(session, items)
    return replace(found, shown=[as_named(session, item, today) for item in found.shown])


def as_named(session: Session, item: EvidenceItem, today: date) -> EvidenceItem:
    """The piece under the kind that a paper calls it: a receipt that was read as one is 收条."""
    if item.kind not in MAY_BE_RECEIPTS:
        return item
    text = text_of(evidence.reading_of(session, item.id))
    return replace(item, kind=RECEIPT) if text and paper_says(text, item.kind or "other", today).receipt else item
