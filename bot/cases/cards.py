"""Photos of a whole identity card or bank card: kept for him alone, never handed on. What may be shown to others."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.cases.evidence import EvidenceItem, reading_of
from bot.chinese.paper_kinds import guess_kinds

CARDS = ("id_card", "bank_card")
#: names under which a card is still a card: none yet, or that of a card he keeps
UNNAMED = (None, "other")


@dataclass(frozen=True)
class Sorted:
    """The pieces that may be shown to others, in their order; and the cards: kept at his word, and not answered yet."""

    shown: list[EvidenceItem]
    kept: list[str]
    unanswered: list[str]


def text_of(reading: Mapping[str, Any] | None) -> str:
    """What was read on a piece, line by line; "" when nothing was."""
    return "\n".join(str(line["text"]) for line in (reading or {}).get("lines") or [])


def card_of(session: Session, item: EvidenceItem) -> str:
    """id_card or bank_card for a photo of a whole one, "" for anything else, and for what he called by another name."""
    if item.kind not in UNNAMED:
        return ""
    guess = next(iter(guess_kinds(text_of(reading_of(session, item.id)))), "")
    return guess if guess in CARDS else ""


def sort_cards(session: Session, items: Iterable[EvidenceItem]) -> Sorted:
    """Leave the cards out: those he keeps, and those of which he has not said whether to keep or remove them."""
    found = Sorted([], [], [])
    for item in items:
        card = card_of(session, item)
        if card:
            (found.kept if item.kind else found.unanswered).append(card)
        else:
            found.shown.append(item)
    return found
