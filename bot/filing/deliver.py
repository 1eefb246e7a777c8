"""Carry one order out: begin, pack, send, settle. Between two of these steps a process may die: the order is tried again."""
from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlalchemy.exc import SQLAlchemyError

from bot.cases.store import Store
from bot.filing import parcel, settling
from bot.filing.gateways.base import Gateway, NotSent, Sent
from bot.privacy.cipher import KeyProblem

log = logging.getLogger(__name__)
Find = Callable[[str], Gateway]


def deliver(store: Store, order_id: str, ticket: str, find: Find, clock: Callable[[], datetime]) -> str:
    """Try one claimed order; what became of it: "delivered", "nothing" to do, or why not (a key of words/desk.yml).

    `find` gives the gateway of a name or raises NotSent. SQLAlchemyError passes when the database is locked or its disk full:
    what was not begun is not sent, and what could not be settled is tried again with the same key when its lease ends.
    """
    with store.session() as session:
        begun = settling.begin(session, order_id, ticket, clock())
    if begun is None:
        return "nothing"
    try:
        told = _send(store, begun, find, clock)
    except NotSent as why:
        _settle(store, partial(settling.failed, begun=begun, why=why), clock)
        log.warning("a delivery by %s failed: %s (try %d)", begun.gateway, why.reason, begun.number)
        return why.reason
    _settle(store, partial(settling.sent, begun=begun, told=told), clock)
    return "delivered"


def _settle(store: Store, note: Callable[..., object], clock: Callable[[], datetime]) -> None:
    """Note the outcome; a second time at once, for a lock that others held may be gone by then."""
    try:
        with store.session() as session:
            note(session, now=clock())
    except SQLAlchemyError:
        with store.session() as session:
            note(session, now=clock())


def _send(store: Store, begun: settling.Try, find: Find, clock: Callable[[], datetime]) -> Sent:
    gateway = find(begun.gateway)
    try:
        with store.session(read_only=True) as session:
            held = parcel.read(session, begun.order_id)
        packed = parcel.pack(held)
    except (LookupError, ValueError, RuntimeError, OSError, KeyProblem, SQLAlchemyError) as problem:
        log.error("the papers of a delivery could not be made: %s", type(problem).__name__)
        raise NotSent("papers_failed") from problem
    return gateway.send(packed, clock(), begun.only)
