"""The filings of one worker that are still open: which there are, and one of them taken in hand in place of another."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases.drafts import case_in_hand, case_of_number, facts_of
from bot.cases.models import Case, Filing, Person
from bot.cases.people import sender_tags
from bot.chinese.values import Fact
from bot.filing import same_claim, snapshot
from bot.filing.service import may_be_changed


@dataclass(frozen=True)
class OpenFiling:
    """An open filing of his own. `facts`: as they were filed; `may_change`: within its hour, or sent back."""

    receipt: str
    facts: dict[str, Fact]
    may_change: bool


def open_filings(session: Session, sender: str, now: datetime) -> list[OpenFiling]:
    """Every filing of this sender that counts and is not closed, the oldest case first."""
    return [
        OpenFiling(filing.receipt, snapshot.read(session, filing).facts, may_be_changed(session, filing, now))
        for filing in _counting(session, sender)
        if filing.state != "closed"
    ]


def filed_items(session: Session, sender: str) -> set[str]:
    """The items of evidence that a filing of this sender names and that stay with it: as in an erasure, of every filing that
    counts, a closed one until the desk's time is over. What came after the filing is not among them."""
    return {item for filing in _counting(session, sender) for item in snapshot.read(session, filing).evidence_ids()}


def take_up(session: Session, sender: str, receipt: str, now: datetime) -> bool:
    """Take the case of a receipt in hand; the filed one that was in hand is put aside as it was filed.

    False, and nothing done, when it is no receipt of his, or when a claim in hand was never filed: no receipt would lead
    back to it.
    """
    hand, case = case_in_hand(session, sender, lock=True), case_of_number(session, sender, receipt, lock=True)
    if case is None or (hand is not None and hand.id == case.id):
        return case is not None
    if hand is not None and hand.number is None and facts_of(session, hand):
        return False
    same_claim.set_aside(session, sender, now)
    if hand is not None:
        hand.in_hand = False
    case.in_hand, case.updated_at = True, now
    session.flush()
    return True


def _counting(session: Session, sender: str) -> list[Filing]:
    """The filings of this sender that count, the oldest case first."""
    query = (
        select(Filing)
        .join(Case, Case.id == Filing.case_id)
        .join(Person, Person.id == Case.person_id)
        .where(Person.sender_tag.in_(sender_tags(session, sender)), Filing.active.is_(True))
        .order_by(Case.made_at, Filing.receipt)
    )
    return list(session.scalars(query))
