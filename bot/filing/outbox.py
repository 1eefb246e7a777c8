"""Orders to bring a filing to another house. One is laid in the transaction of the filing, so that neither is without the other;
the job process carries it out (bot/filing/deliver.py), at least once on the wire, always with the same key."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session, aliased

from bot.cases.models import Delivery, Filing
from bot.cases.sealed import new_id
from bot.content import load
from bot.filing import events

DESK, HANDOUT = "desk", "handout"
ARRIVED = ("delivered", "partly")
OPEN = ("waiting", "sending")
ONLY_HERE = ("confirmed", "queued")  # states of a filing that nobody else has, but for a try without an answer
CLOCK_SET_BACK = timedelta(minutes=1)  # a row touched so much after now was written by a clock that has been set back


@dataclass(frozen=True)
class Rules:
    """content/filing/outbox.yml: seconds, tries, bytes."""

    first_wait: int
    longest_wait: int
    most_tries: int
    one_try: int
    largest_answer: int
    lease: int

    def wait(self, tries: int) -> timedelta:
        """How long after the last of so many failed tries."""
        return timedelta(seconds=min(self.longest_wait, self.first_wait * 2 ** min(max(tries - 1, 0), 30)))


@lru_cache(maxsize=1)
def rules() -> Rules:
    """The rules of content/filing/outbox.yml."""
    return Rules(**load().folder("filing")["outbox"])


def lay(session: Session, filing: Filing, now: datetime, what: str = "filing") -> Delivery:
    """The order for a filing that goes elsewhere; of a handout it waits for the worker's word and for no process."""
    key = f"mx-{filing.id}" + ("" if what == "filing" else f"-{what}")
    order = Delivery(
        id=new_id(), filing_id=filing.id, what=what, gateway=filing.gateway, key=key, tries=0, maybe_there=False,
        state="by_hand" if filing.gateway == HANDOUT else "waiting", laid_at=now, due_at=now, touched_at=now,
    )
    session.add(order)
    session.flush()
    return order


def order_of(session: Session, filing: Filing, what: str = "filing") -> Delivery | None:
    """The order of a filing, locked until the transaction ends; None for one that lies at this desk."""
    query = select(Delivery).where(Delivery.filing_id == filing.id, Delivery.what == what).with_for_update()
    found: Delivery | None = session.scalars(query.execution_options(populate_existing=True)).first()
    return found


def is_out(session: Session, filing: Filing) -> bool:
    """Whether another than the worker has the filing, or may have it: a try to deliver it ended without an answer."""
    order = order_of(session, filing)
    if order is None or filing.state not in ONLY_HERE:
        return True
    return order.state in (*ARRIVED, "sending") or bool(order.maybe_there)


def take_back(session: Session, filing: Filing, now: datetime) -> bool:
    """Cancel the order of a filing that surely nobody has; False, and nothing done, when somebody has or may have it."""
    order = order_of(session, filing)
    if order is None or is_out(session, filing):
        return False
    order.state, order.touched_at = "cancelled", now
    return True


def replace(session: Session, filing: Filing, now: datetime) -> None:
    """A new version takes the place of `filing`: what is not under way any more is not sent (again)."""
    order = order_of(session, filing)
    if order is not None and order.state in ("waiting", "by_hand", "given_up"):
        order.state, order.touched_at = "cancelled", now


def ask_withdrawal(session: Session, filing: Filing, now: datetime) -> None:
    """Tell the house that has the filing that the worker takes it back: an order of its own, carried out after the first."""
    if order_of(session, filing, "withdrawal") is None:
        lay(session, filing, now, "withdrawal")


def enqueue(session: Session, filing: Filing, now: datetime) -> None:
    """The confirmed filing goes into the queue, or waits for the worker's own way (handout)."""
    lay(session, filing, now)
    if filing.gateway != HANDOUT:
        filing.state = "queued"
        events.append(session, filing, "queued", "bot", now)


def is_due(session: Session, now: datetime) -> bool:
    """Whether there is anything to claim; takes no lock."""
    return session.scalar(select(Delivery.id).where(_due(now), ~_waits_for_the_filing()).limit(1)) is not None


def claim(session: Session, now: datetime, holder: str, most: int = 50) -> list[tuple[str, str]]:
    """(order, ticket) of the orders that are due, the longest due first; they are this holder's until the lease ends, and
    whoever has the ticket may begin a try: a later claim of the same order makes it void."""
    query = select(Delivery).where(_due(now), ~_waits_for_the_filing()).order_by(Delivery.due_at, Delivery.id).limit(most)
    found = session.scalars(query.with_for_update(skip_locked=True)).all()
    ticket = f"{holder}#{new_id()[:12]}"
    for order in found:
        order.holder, order.touched_at = ticket, now
        order.lease_until = now + timedelta(seconds=rules().lease)
    return [(order.id, ticket) for order in found]


def release(session: Session, holder: str, now: datetime) -> int:
    """Free what a holder had in its hands when it was killed; called when it starts again, before anything else."""
    own = Delivery.holder.startswith(f"{holder}#", autoescape=True)
    query = update(Delivery).where(own, Delivery.state.in_(OPEN)).values(lease_until=now, touched_at=now)
    return int(session.execute(query.execution_options(synchronize_session=False)).rowcount)


def _due(now: datetime) -> Any:
    set_back = Delivery.touched_at > now + CLOCK_SET_BACK
    free = or_(Delivery.lease_until.is_(None), Delivery.lease_until <= now, set_back)
    return and_(Delivery.state.in_(OPEN), free, or_(Delivery.state == "sending", Delivery.due_at <= now, set_back))


def _waits_for_the_filing() -> Any:
    """A withdrawal goes out when its filing has arrived."""
    first = aliased(Delivery)
    pending = select(first.id).where(first.filing_id == Delivery.filing_id, first.what == "filing", first.state.not_in(ARRIVED))
    return and_(Delivery.what == "withdrawal", pending.exists())
