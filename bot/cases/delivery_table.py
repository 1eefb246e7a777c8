"""The table of orders to bring a filing to another house."""
from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, UniqueConstraint

from bot.cases.base import Base, id_column, of_column
from bot.cases.types import UtcTime


class Delivery(Base):  # type: ignore[misc]
    """The order to bring a filed version to another house, laid in the same transaction (bot/filing/outbox.py).

    `what`: filing or withdrawal. `state`: waiting, sending, delivered, partly, given_up, cancelled, by_hand. `maybe_there`: a try
    ended without an answer. `touched_at`: last change; after now means that the clock was set back. `lease_until`, `holder`: in
    whose hands it is. `reason`: key of words. `answer_sealed`: the receiver's number, who refused it.
    """

    __tablename__ = "delivery"
    id = id_column()
    filing_id = of_column("filing")
    what = Column(String(16), nullable=False)
    gateway = Column(String(16), nullable=False)
    key = Column(String(80), nullable=False, unique=True)
    state = Column(String(16), nullable=False)
    tries = Column(Integer, nullable=False, default=0)
    maybe_there = Column(Boolean, nullable=False, default=False)
    laid_at = Column(UtcTime, nullable=False)
    due_at = Column(UtcTime, nullable=False)
    touched_at = Column(UtcTime, nullable=False)
    lease_until = Column(UtcTime, nullable=True)
    holder = Column(String(80), nullable=True)
    reason = Column(String(32), nullable=True)
    answer_sealed = Column(LargeBinary, nullable=True)
    __table_args__ = (UniqueConstraint("filing_id", "what"), Index("ix_delivery_state_due_at", "state", "due_at"))
