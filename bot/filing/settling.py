"""One try to deliver: begun, and then settled in one transaction: the order, the filing, its event, the word to the worker."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases import outgoing
from bot.cases.models import Case, Delivery, Filing, Person
from bot.cases.sealed import seal, unseal
from bot.content import load
from bot.filing import events
from bot.filing.gateways.base import NotSent, Sent
from bot.filing.outbox import ARRIVED, OPEN, rules

INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class Try:
    """A try under way. `number`: which of its order; `was_there`: whether the receiver might have had it before this one;
    `only`: the recipients that refused it before, () for all."""

    order_id: str
    filing_id: str
    what: str
    gateway: str
    number: int
    was_there: bool
    only: tuple[str, ...]


def begin(session: Session, order_id: str, ticket: str, now: datetime) -> Try | None:
    """Begin a try with the ticket of `outbox.claim`, once. None when there is nothing to send: settled, in other hands, taken
    back or replaced meanwhile (cancelled then), or given up because its process died at it too often."""
    order, filing = _locked(session, order_id)
    if order is None or filing is None or order.state not in OPEN or order.holder != ticket:
        return None
    if not filing.active or (filing.state == "closed" and order.what == "filing"):
        order.state, order.touched_at = "cancelled", now
        return None
    if order.tries >= rules().most_tries:
        _give_up(session, order, filing, INTERRUPTED, now)
        return None
    told = unseal(session, order, "answer_sealed") or {}
    begun = Try(order.id, filing.id, order.what, order.gateway, order.tries + 1, bool(order.maybe_there),
                tuple(told.get("refused", ())))
    order.tries, order.state, order.maybe_there, order.touched_at = order.tries + 1, "sending", True, now
    order.lease_until, order.holder = now + timedelta(seconds=rules().lease), f"{ticket}*"
    return begun


def sent(session: Session, begun: Try, told: Sent, now: datetime) -> bool:
    """The receiver has it. False when that was known already."""
    order, filing = _locked(session, begun.order_id)
    if order is None or filing is None or order.state in ARRIVED:
        return False
    order.state = "partly" if told.refused else "delivered"
    order.reason = "recipient_refused" if told.refused else None
    order.lease_until, order.maybe_there, order.touched_at = None, True, now
    seal(session, order, "answer_sealed", {"number": told.number, "message_id": told.message_id, "refused": list(told.refused)})
    if order.what == "filing" and filing.active and filing.state == "queued":
        filing.state = "delivered"
        events.append(session, filing, "delivered", "bot", now, note=told.number)
        _tell(session, filing, "delivered", now)
    elif order.what == "withdrawal":
        events.append(session, filing, "withdrawal_delivered", "bot", now)
    return True


def failed(session: Session, begun: Try, why: NotSent, now: datetime) -> None:
    """It did not arrive, or nobody knows: again later, or into the list that a person sees."""
    order, filing = _locked(session, begun.order_id)
    if order is None or filing is None or order.state != "sending" or order.tries != begun.number:
        return
    order.maybe_there = begun.was_there or why.maybe_there
    order.lease_until, order.touched_at, order.reason = None, now, why.reason
    if not filing.active:
        order.state = "cancelled"
    elif why.final or order.tries >= rules().most_tries:
        _give_up(session, order, filing, why.reason, now)
    else:
        order.state, order.due_at = "waiting", now + rules().wait(order.tries)


def _give_up(session: Session, order: Delivery, filing: Filing, reason: str, now: datetime) -> None:
    """Nothing is dropped: the order waits in the list until a person retries it; the worker hears it."""
    refused = (unseal(session, order, "answer_sealed") or {}).get("refused")
    order.state, order.reason, order.lease_until, order.touched_at = "partly" if refused else "given_up", reason, None, now
    if order.what == "filing" and filing.state == "queued":
        events.append(session, filing, "given_up", "bot", now)
        _tell(session, filing, "given_up", now, f":{order.laid_at:%Y%m%d%H%M%S}:{order.due_at:%Y%m%d%H%M%S}")


def _tell(session: Session, filing: Filing, what: str, now: datetime, more: str = "") -> None:
    """Lay the word to the worker ready; nobody is left to hear it after an erasure."""
    person = session.scalars(select(Person).join(Case, Case.person_id == Person.id).where(Case.id == filing.case_id)).one()
    if person.sender_sealed is None:
        return
    text = str(load().words["filing"]["told"][what]).format(receipt=filing.receipt, station=filing.filed_with)
    payload = {"kind": "delivery", "receipt": filing.receipt, "state": filing.state}
    outgoing.put(session, person, text, payload, now, key=f"{what}:{filing.id}{more}")


def _locked(session: Session, order_id: str) -> tuple[Delivery | None, Filing | None]:
    """The filing before its order, as everybody locks them."""
    filing_id = session.scalar(select(Delivery.filing_id).where(Delivery.id == order_id))
    if filing_id is None:
        return None, None
    fresh = {"populate_existing": True}
    filing = session.scalars(select(Filing).where(Filing.id == filing_id).with_for_update(), execution_options=fresh).first()
    order = session.scalars(select(Delivery).where(Delivery.id == order_id).with_for_update(), execution_options=fresh).first()
    return order, filing
