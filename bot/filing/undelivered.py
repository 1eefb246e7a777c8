"""What could not be delivered: a list that a person sees, and tries again from. Nothing leaves it by itself."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.sql import Select

from bot.cases.models import Delivery, Filing
from bot.cases.sealed import unseal
from bot.chinese.receipts import read_receipt
from bot.filing import events

STUCK = ("given_up", "partly")


@dataclass(frozen=True)
class Undelivered:
    """An order that was given up, or that one of several recipients refused. `reason`: key of content/words/desk.yml."""

    number: str
    what: str
    gateway: str
    state: str
    reason: str
    tries: int
    since: datetime
    refused: tuple[str, ...]


def listed(session: Session, most: int = 500) -> list[Undelivered]:
    """All of them, the one that was laid first first."""
    rows = session.execute(_stuck().order_by(Delivery.laid_at, Delivery.id).limit(most)).all()
    return [_line(session, order, filing) for order, filing in rows]


def retry(session: Session, number: str, now: datetime) -> int:
    """Put the orders of a receipt, of every one for "", back into the queue; how many there were. Their keys stay."""
    query = _stuck().with_for_update(of=Delivery)
    if number:
        query = query.where(Filing.receipt == read_receipt(number))
    rows = session.execute(query).all()
    for order, filing in rows:
        order.state, order.tries, order.due_at, order.touched_at, order.lease_until = "waiting", 0, now, now, None
        events.append(session, filing, "retried", "desk", now)
    return len(rows)


def _stuck() -> Select:
    return select(Delivery, Filing).join(Filing, Filing.id == Delivery.filing_id).where(Delivery.state.in_(STUCK))


def _line(session: Session, order: Delivery, filing: Filing) -> Undelivered:
    refused = (unseal(session, order, "answer_sealed") or {}).get("refused", ())
    return Undelivered(filing.receipt, order.what, order.gateway, order.state, order.reason or "", order.tries, order.laid_at,
                       tuple(refused))
