"""A paper behind a link: rendered when it is opened, from the case as it is then."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.cases import evidence, links, personal
from bot.cases.drafts import facts_of
from bot.cases.models import Case
from bot.cases.store import Store
from bot.clock import CHINA
from bot.content import load
from bot.documents.service import render

MIMES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


class PaperGone(LookupError):
    """The link is unknown, too old, or its case was erased."""


@dataclass(frozen=True)
class Paper:
    """A rendered paper."""

    data: bytes
    mime: str
    filename: str


def open_paper(store: Store, token: str, now: datetime) -> Paper:
    """The paper of a link. Raises PaperGone."""
    with store.session(read_only=True) as session:
        found = links.open_link(session, token, now)
        case = session.get(Case, found[0]) if found else None
        if found is None or case is None:
            raise PaperGone(token[:6])
        _, document, form = found
        facts = facts_of(session, case)
        items = evidence.of_case(session, case.id)
        numbers = personal.reveal_of_person(session, case.person_id)
    data = render(document, facts, personal=numbers, evidence=items, today=now.astimezone(CHINA).date(),
                  form="docx" if form == "docx" else "pdf")
    title = load().words["papers"]["titles"][document]
    return Paper(data, MIMES[form], f"{title}.{form}")
