"""A paper behind a link: rendered when it is opened, from the case as it is then."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from sqlalchemy.orm import Session

from bot import clock
from bot.cases import daybook, evidence, links, personal
from bot.cases.drafts import facts_of
from bot.cases.models import Case
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.clock import CHINA
from bot.content import load
from bot.documents.proof import Item
from bot.documents.roster import RosterRow
from bot.documents.service import DOCUMENTS
from bot.filing import bundle, calendar_file, daybook_sheet, deadlines, handout, road_papers, rosters, shown
from bot.filing.demo import render

MIMES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "ics": "text/calendar; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class PaperGone(LookupError):
    """The link is unknown, too old, or its case was erased."""


@dataclass(frozen=True)
class Paper:
    """A rendered paper: its bytes; or, of the evidence bundle, which takes seconds and is too large for memory, `make`: it
    gives an open file that the caller closes, or raises PaperGone or PressFailed."""

    data: bytes
    mime: str
    filename: str
    make: Callable[[], IO[bytes]] | None = None


def open_paper(store: Store, token: str, now: datetime) -> Paper:
    """The paper of a link. Raises PaperGone."""
    with store.session(read_only=True) as session:
        found = links.open_link(session, token, now)
        case = session.get(Case, found[0]) if found else None
        if found is None or case is None:
            raise PaperGone(token[:6])
        _, document, form = found
        if (made := _of_itself(session, case, document, form, now, token)) is not None:
            return made
        facts = facts_of(session, case)
        items = shown.shown(session, evidence.of_case(session, case.id), now.astimezone(CHINA).date()).shown
        has_pieces = bool(items or daybook.with_moments(session, case.person_id))
        numbers = personal.reveal_of_person(session, case.person_id)
        group = rosters.rows_of_case(session, case.id)
    if document == road_papers.DOCUMENT:
        return _packed(facts, numbers, items, group, now, token)
    if document not in DOCUMENTS:
        if document != bundle.DOCUMENT or form not in bundle.FORMATS or not has_pieces:
            raise PaperGone(token[:6])
        return _bundle(store, found, token)
    data = render(document, facts, personal=numbers, evidence=items, today=now.astimezone(CHINA).date(),
                  form="docx" if form == "docx" else "pdf", roster=group)
    title = load().words["papers"]["titles"][document]
    return Paper(data, MIMES[form], f"{title}.{form}")


def _of_itself(session: Session, case: Case, document: str, form: str, now: datetime, token: str) -> Paper | None:
    """What is no paper of the catalogue and small enough to be made at once; None for anything else."""
    title = document
    data: bytes | None = None
    if (month := daybook_sheet.month_of(document)) is not None:
        data, title = daybook_sheet.render_month(session, case, month, form, now)
    elif document == calendar_file.DOCUMENT:
        words = load().words["after_filing"]["calendar"]
        data, title = calendar_file.write_calendar(case.id, deadlines.of_case(session, case, now), words, now), words["name"]
    elif document == rosters.DOCUMENT:
        data, title = rosters.render_template(now.astimezone(CHINA).date())
    elif document == handout.DOCUMENT:
        data, title = handout.bundle(session, case) if form == handout.FORM else None, handout.title()
    else:
        return None
    if data is None:
        raise PaperGone(token[:6])
    return Paper(data, MIMES[form], f"{title}.{form}")


def _packed(
    facts: Mapping[str, Fact], numbers: Mapping[str, str], items: Sequence[Item], group: Sequence[RosterRow], now: datetime,
    token: str,
) -> Paper:
    """All papers that the case needs on its road, in one archive."""
    data = road_papers.pack(facts, personal=numbers, evidence=items, today=now.astimezone(CHINA).date(), roster=group)
    if data is None:
        raise PaperGone(token[:6])
    return Paper(data, MIMES["zip"], f"{load().words['papers']['titles'][road_papers.DOCUMENT]}.zip")


def _bundle(store: Store, found: tuple[str, str, str], token: str) -> Paper:
    """All pieces that the case has when it is made, .pdf or .zip: it may have waited for others."""
    case_id, document, form = found

    def make() -> IO[bytes]:
        file = bundle.open_bundle(store, case_id, form, clock.now())
        if file is None:  # erased in between
            raise PaperGone(token[:6])
        return file

    return Paper(b"", MIMES[form], f"{load().words['papers']['titles'][document]}.{form}", make)
