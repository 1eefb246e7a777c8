"""The worker's own way (gateway handout): it counts when he says that he handed it in."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.cases.drafts import case_in_hand, case_of_number
from bot.filing import events, outbox
from bot.filing.service import FilingRefused, active_filing


@dataclass(frozen=True)
class HandedIn:
    """`again`: he had said so before, nothing was done."""

    receipt: str
    again: bool


def handed_in(session: Session, sender: str, now: datetime, receipt: str = "") -> HandedIn:
    """Note that he handed his filing in. `receipt`: which of his, "" for that of the case in hand.

    FilingRefused(no_case, not_filed, not_by_hand, closed).
    """
    case = case_of_number(session, sender, receipt, lock=True) if receipt else case_in_hand(session, sender, lock=True)
    if case is None:
        raise FilingRefused("no_case")
    filing = active_filing(session, case.id, lock=True)
    if filing is None:
        raise FilingRefused("not_filed")
    order = outbox.order_of(session, filing)
    if order is None or filing.gateway != outbox.HANDOUT:
        raise FilingRefused("not_by_hand")
    if filing.state == "closed":
        raise FilingRefused("closed")
    if filing.state != "confirmed":
        return HandedIn(filing.receipt, again=True)
    filing.state, order.state, order.touched_at = "delivered", "delivered", now
    events.append(session, filing, "handed_in", "worker", now)
    return HandedIn(filing.receipt, again=False)
