"""Filings on their way to another house, and a receiver that remembers by key."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.cases.models import Delivery
from bot.cases.store import Store
from bot.filing import deliver, outbox
from bot.filing.gateways.base import Gateway, NotSent, Parcel, Sent
from bot.filing.service import Filed, file_complaint
from tests.support.stores import NOW, STATION, previewed

HOLDER = "here"


@dataclass
class Receiver:
    """A house that takes what comes. `does`: what the next tries meet instead, NotSent or Sent; `seen`: a parcel for each try."""

    does: list[NotSent | Sent] = field(default_factory=list)
    seen: list[Parcel] = field(default_factory=list)
    only: list[tuple[str, ...]] = field(default_factory=list)

    def send(self, parcel: Parcel, now: datetime, only: tuple[str, ...] = ()) -> Sent:
        """Take it."""
        self.seen.append(parcel)
        self.only.append(only)
        met = self.does.pop(0) if self.does else Sent(number=f"R-{len(self.keys())}")
        if isinstance(met, NotSent):
            raise met
        return met

    def keys(self) -> list[str]:
        """Each key once, in the order in which they came first."""
        return list(dict.fromkeys(parcel.key for parcel in self.seen))


def file_away(store: Store, sender: str = "甲", now: datetime = NOW, gateway: str = "webhook", **more: object) -> Filed:
    """A complaint that goes to another house."""
    with store.session() as session:
        previewed(session, sender, now, **more)  # type: ignore[arg-type]
        return file_complaint(session, sender, now, STATION, gateway=gateway)


def run_due(store: Store, gateway: Gateway, now: datetime, holder: str = HOLDER) -> list[str]:
    """Carry out what is due: what became of each order."""
    with store.session() as session:
        claimed = outbox.claim(session, now, holder)
    return [deliver.deliver(store, one, ticket, lambda _: gateway, lambda: now) for one, ticket in claimed]


def orders(store: Store) -> list[Delivery]:
    """Every order, in the order of their laying."""
    with store.session(read_only=True) as session:
        return list(session.query(Delivery).order_by(Delivery.laid_at, Delivery.what))
