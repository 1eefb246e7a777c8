"""What goes to another house: the filing as it was filed, its papers, personal numbers in clear. The same bytes at every try."""
from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.cases import personal
from bot.cases.models import Case, Delivery, Filing
from bot.chinese.values import Fact
from bot.clock import CHINA
from bot.content import load
from bot.documents.needed import fitting
from bot.documents.roster import RosterRow
from bot.documents.service import render
from bot.filing import rosters, snapshot
from bot.filing.gateways.base import Parcel, Sheet
from bot.filing.outbox import ARRIVED
from bot.privacy import tokens

PDF = "application/pdf"


@dataclass(frozen=True)
class Contents:
    """What the database holds of a parcel; its papers are made when no transaction is open."""

    key: str
    what: str
    filing: Filing
    replaces: str
    facts: dict[str, Fact]
    evidence: list[dict[str, Any]]
    personal: dict[str, str]
    roster: tuple[RosterRow, ...] = ()


def read(session: Session, order_id: str) -> Contents:
    """The contents of an order's parcel. LookupError when the order or its filing is gone."""
    order = session.get(Delivery, order_id)
    filing = session.get(Filing, order.filing_id) if order is not None else None
    if order is None or filing is None:
        raise LookupError(order_id)
    content = snapshot.read(session, filing)
    person_id = session.scalars(select(Case.person_id).where(Case.id == filing.case_id)).one()
    clear = personal.reveal_of_person(session, person_id) if content.tokens() else {}
    replaces = _replaces(session, filing) if order.what == "filing" else f"mx-{filing.id}"
    return Contents(order.key, order.what, filing, replaces, content.facts, content.evidence, clear,
                    rosters.from_snapshot(content.roster))


def pack(held: Contents) -> Parcel:
    """The parcel; makes the papers, which takes seconds. A withdrawal has none."""
    filing, papers = held.filing, held.what == "filing"
    return Parcel(
        key=held.key, what=held.what, receipt=filing.receipt, version=filing.version, replaces=held.replaces,
        filed_at=filing.filed_at.astimezone(CHINA), station=filing.filed_with,
        law_version=filing.law_version or "", form_version=filing.form_version or "",
        facts=_in_clear({slot: fact.to_json() for slot, fact in held.facts.items()}, held.personal) if papers else {},
        evidence=list(held.evidence) if papers else [],
        sheets=sheets(held.facts, held.evidence, held.personal, filing.filed_at, held.roster) if papers else (),
    )


def sheets(facts: Mapping[str, Fact], evidence: Sequence[Mapping[str, Any]], clear: Mapping[str, str],
           filed_at: datetime, roster: Sequence[RosterRow] = ()) -> tuple[Sheet, ...]:
    """The papers of a filing as PDF, of the day on which it was filed."""
    items: list[Any] = [SimpleNamespace(**item) for item in evidence]
    day, titles = filed_at.astimezone(CHINA).date(), load().words["papers"]["titles"]
    return tuple(
        Sheet(f"{titles[paper]}.pdf", PDF, render(paper, facts, personal=clear, evidence=items, today=day, form="pdf",
                                                roster=roster))
        for paper in fitting(facts, len(roster))
    )


def _in_clear(facts: dict[str, Any], clear: Mapping[str, str]) -> dict[str, Any]:
    """The facts with numbers in the place of their tokens; what a number holds needs no escape in JSON."""
    text = tokens.replace(json.dumps(facts, ensure_ascii=False), clear.get)
    made: dict[str, Any] = json.loads(text)
    return made


def _replaces(session: Session, filing: Filing) -> str:
    """The key of the last earlier version that the receiver has or may have, or ""."""
    query = (
        select(Delivery.key)
        .join(Filing, Filing.id == Delivery.filing_id)
        .where(Filing.case_id == filing.case_id, Filing.version < filing.version, Delivery.what == "filing",
               or_(Delivery.state.in_(ARRIVED), Delivery.maybe_there.is_(True)))
        .order_by(Filing.version.desc())
    )
    return str(session.scalars(query).first() or "")
