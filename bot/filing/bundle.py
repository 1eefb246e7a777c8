"""The evidence bundle behind a link: made when it is opened, in a folder that is gone before the first byte is sent."""
from __future__ import annotations

import io
import logging
import tempfile
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import IO, BinaryIO

from bot.cases import check_codes, daybook, evidence, personal
from bot.cases.drafts import facts_of
from bot.cases.models import Case
from bot.cases.store import Store
from bot.clock import CHINA
from bot.documents.bundle import Bundle, PressFailed, Unreadable, make_pdf, write_zip
from bot.documents.bundle.code import shown
from bot.documents.bundle.parts import Original
from bot.documents.case import Case as CaseOnPaper
from bot.documents.words import words
from bot.filing import daybook_pieces, workplace
from bot.filing.shown import shown as for_others
from bot.privacy.cipher import KeyProblem
from bot.settings import settings

log = logging.getLogger(__name__)
DOCUMENT = "evidence_bundle"
FORMATS = ("pdf", "zip")
CHECK_PAGE = "/chat/check"


def open_bundle(store: Store, case_id: str, form: str, now: datetime) -> IO[bytes] | None:
    """The .pdf or .zip of the pieces that the case has `now`, as an open file without a name: whatever stops the bot leaves
    none behind. Each has a code of its own on its cover. None: no piece, no case, or an erasure while it was made.

    Raises PressFailed. It takes a second for ten photos: never inside a turn.
    """
    bundle = _bundle(store, case_id, now)
    if bundle is None:
        return None
    workplace.tidy()
    try:
        with workplace.making(case_id) as folder:
            file = _write(bundle, folder, form)
    except (OSError, PressFailed):
        if _stands(store, bundle, now):
            raise
        return None
    if _stands(store, bundle, now):
        return file
    file.close()
    return None


def check_address(code: str) -> str:
    """The check page with the code, "" while no public address is set."""
    base = settings().public_url
    return f"{base}{CHECK_PAGE}/{shown(code)}" if base else ""


def _write(bundle: Bundle, folder: Path, form: str) -> IO[bytes]:
    """The paper, or the archive with it, at its beginning."""
    paper = make_pdf(bundle, folder)
    if form == "pdf":
        return paper.open("rb")
    out: IO[bytes] = tempfile.TemporaryFile(dir=workplace.place())  # noqa: SIM115 - whoever sends it closes it
    try:
        missing = write_zip(bundle, paper, out)
    except BaseException:
        out.close()
        raise
    if missing:
        log.error("%d originals of a bundle could not be read", len(missing))
    out.seek(0)
    return out


def _stands(store: Store, bundle: Bundle, now: datetime) -> bool:
    """Whether no erasure has ended its code since."""
    with store.session(read_only=True) as session:
        return check_codes.look_up(session, bundle.code, now) is not None


def _bundle(store: Store, case_id: str, now: datetime) -> Bundle | None:
    made = _sheets(store, case_id, now)
    with store.session() as session:
        case = session.get(Case, case_id)
        today = now.astimezone(CHINA).date()
        found = for_others(session, evidence.of_case(session, case_id) if case else [], today)
        if case is None or not (found.shown or made):
            return None
        numbers = personal.reveal_of_person(session, case.person_id)
        printed = CaseOnPaper(facts_of(session, case), numbers, today, words())
        items = [*found.shown, *(item for item, _ in made)]
        code = check_codes.make(session, case_id, items, now)
    sheets = {item.id: data for item, data in made}
    return Bundle(printed, items, _opener(store, case_id, sheets), now, code, check_address(code), found.kept, found.unanswered)


def _sheets(store: Store, case_id: str, now: datetime) -> list[daybook_pieces.Piece]:
    """The sheets of his day book, made while no session is open."""
    with store.session(read_only=True) as session:
        case = session.get(Case, case_id)
        if case is None:
            return []
        told = daybook.with_moments(session, case.person_id)
        name = facts_of(session, case).get("worker_name")
    worker = str(name.value) if name is not None and name.state == "known" and name.value else ""
    return daybook_pieces.sheets(told, worker, now)


def _opener(store: Store, case_id: str, made: Mapping[str, bytes]) -> Callable[[Original], BinaryIO]:
    """Originals one at a time. Each is read through first: what is printed and packed has the digest that is printed. `made`:
    the sheets of the day book, by their id."""

    def original(item: Original) -> BinaryIO:
        if item.id in made:
            return io.BytesIO(made[item.id])
        try:
            if store.vault.measure(case_id, item.sha256)[0] != item.sha256:
                raise Unreadable(item.id)
            return store.vault.open_stream(case_id, item.sha256)
        except (OSError, KeyProblem) as problem:
            raise Unreadable(item.id) from problem

    return original


__all__ = ["DOCUMENT", "FORMATS", "PressFailed", "check_address", "open_bundle"]
