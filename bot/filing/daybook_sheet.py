"""The monthly sheet of the day book behind a link: bound to a case like every link, made from the person's book."""
from __future__ import annotations

import re
from datetime import datetime

from sqlalchemy.orm import Session

from bot.cases import daybook, drafts, links, people
from bot.cases.models import Case
from bot.chinese.spans import month_of as days_of
from bot.clock import CHINA
from bot.content import load
from bot.documents.daybook import DOCUMENT, render_daybook

Month = tuple[int, int]
_NAMED = re.compile(rf"{DOCUMENT}-(\d{{4}})-(\d\d)")


def link(session: Session, sender: str, month: Month, form: str, now: datetime) -> str:
    """A token for the sheet of (year, month) as pdf or xlsx; a worker without a case gets an empty one to bind it to."""
    if drafts.case_in_hand(session, sender) is None:
        drafts.begin(session, people.need(session, sender, now, lock=True), now)
    return links.make(session, sender, f"{DOCUMENT}-{month[0]}-{month[1]:02}", form, now)


def month_of(document: str) -> Month | None:
    """(year, month) of such a link's document; None for another paper."""
    found = _NAMED.fullmatch(document)
    return (int(found[1]), int(found[2])) if found else None


def render_month(session: Session, case: Case, month: Month, form: str, now: datetime) -> tuple[bytes, str]:
    """(the sheet as it is now, its title for the file). The worker's name when he told it himself."""
    entries = daybook.of_person(session, case.person_id, *days_of(*month))
    name = drafts.facts_of(session, case).get("worker_name")
    worker = str(name.value) if name is not None and name.state == "known" and name.value else ""
    today = now.astimezone(CHINA).date()
    data = render_daybook(*month, entries, worker=worker, today=today, form="xlsx" if form == "xlsx" else "pdf")
    return data, f"{load().words['papers']['titles'][DOCUMENT]}-{month[0]}-{month[1]:02}"
