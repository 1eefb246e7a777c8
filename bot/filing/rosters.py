"""The roster of a case as the papers print it, and its empty template behind a link."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.cases import drafts, links, people, roster
from bot.content import load
from bot.documents.roster import RosterRow
from bot.documents.roster_template import DOCUMENT, FORM, template

__all__ = ["DOCUMENT", "FORM", "from_snapshot", "link", "render_template", "rows_of_case", "rows_of_sender"]


def rows_of_case(session: Session, case_id: str) -> tuple[RosterRow, ...]:
    """The workers of a case's roster for `documents.render(..., roster=)`; () for a claim of one."""
    return from_snapshot(worker.to_json() for worker in roster.of_case(session, case_id))


def rows_of_sender(session: Session, sender: str) -> tuple[RosterRow, ...]:
    """As `rows_of_case`, of the case in hand."""
    return from_snapshot(worker.to_json() for worker in roster.of_sender(session, sender))


def from_snapshot(rows: Iterable[dict[str, object]]) -> tuple[RosterRow, ...]:
    """The rows of a filed version (snapshot.Snapshot.roster) as the papers print them."""
    workers = [roster.Worker.from_json(row) for row in rows]
    return tuple(RosterRow(one.n, one.name, one.id_number, one.phone, one.trade, one.start, one.end, one.owed, one.representative)
                 for one in workers)


def link(session: Session, sender: str, now: datetime) -> str:
    """A token for the template; a worker without a case gets an empty one to bind it to."""
    if drafts.case_in_hand(session, sender) is None:
        drafts.begin(session, people.need(session, sender, now, lock=True), now)
    return links.make(session, sender, DOCUMENT, FORM, now)


def render_template(today: date) -> tuple[bytes, str]:
    """(the template, its title for the file)."""
    return template(today), str(load().words["papers"]["titles"][DOCUMENT])
