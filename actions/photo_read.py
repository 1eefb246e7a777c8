"""Photos and PDFs that came with a message, read by the photo reader while others are served; what was read is kept, sealed."""
from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from actions.common import store
from bot.cases import evidence
from bot.cases.evidence import EvidenceItem
from bot.chinese.paper_kinds import guess_kinds, is_two_papers
from bot.evidence.file_reading import is_looked_at
from bot.evidence.iou_photo import has_text
from bot.photos.reader import reader
from bot.photos.values import PhotoProblem, Reading

MOST_READ = 4
SECONDS = 12.0
FOR_NOW = ("busy", "failed")
_ONE_AFTER_ANOTHER = threading.Lock()


@dataclass(frozen=True)
class Paper:
    """A photo and what was read of it: None when it was not read. `kinds`: guesses, the likeliest first; `problem`: why
    nothing was, one of REASONS in bot/photos/values.py, or ""; `denied`: he said that it was read wrongly."""

    item: EvidenceItem
    reading: Reading | None
    kinds: list[str] = field(default_factory=list)
    problem: str = ""
    denied: bool = False

    @property
    def broken(self) -> bool:
        """Whether nobody can open it."""
        return self.problem == "unreadable"

    @property
    def guess(self) -> str:
        """The likeliest kind, or ""."""
        return next(iter(self.kinds), "")


def read_new(sender: str, ids: Sequence[str]) -> list[str]:
    """Read the pictures and PDFs among these that nobody has read, at most MOST_READ; none is begun after SECONDS. Blocks.

    What is left over is given back. What failed for now (a busy reader, a crash) is not kept: it is read when asked for again.
    """
    end = time.monotonic() + SECONDS
    unread = _unread(sender, ids)
    for place, item in enumerate(unread):
        if place >= MOST_READ or time.monotonic() > end:
            return unread[place:]
        _read_one(sender, item)
    return []


def read_later(sender: str, ids: Sequence[str]) -> None:
    """Read the rest one after another, in the background: while one thread reads, no other of this process begins."""
    if ids:
        threading.Thread(target=_read_rest, args=(sender, list(ids)), name="photos left over", daemon=True).start()


def _read_rest(sender: str, ids: Sequence[str]) -> None:
    with _ONE_AFTER_ANOTHER:
        try:
            for item in _unread(sender, ids):
                _read_one(sender, item)
        except Exception as error:  # nobody waits for it: what is not read is asked for again
            logging.getLogger(__name__).warning("photos left over: %s", type(error).__name__)


def _unread(sender: str, ids: Sequence[str]) -> list[str]:
    with store().session(read_only=True) as session:
        mine = {item.id: item for item in evidence.list_all(session, sender)}
        return [one for one in dict.fromkeys(ids) if one in mine and is_looked_at(mine[one].mime)
                and evidence.reading_of(session, one) is None]


def _read_one(sender: str, item: str) -> None:
    with store().session(read_only=True) as session:
        data = evidence.read(session, item)
    try:
        kept = reader().read(data).to_json()
    except PhotoProblem as problem:
        if problem.reason in FOR_NOW:
            return
        kept = {"problem": problem.reason}
    with store().session() as session:
        evidence.keep_reading(session, sender, item, kept)


def papers_of(session: Session, items: Sequence[EvidenceItem]) -> list[Paper]:
    """The photos with what was read of them."""
    return [_paper(session, item) for item in items]


def _paper(session: Session, item: EvidenceItem) -> Paper:
    kept = evidence.reading_of(session, item.id) or {}
    problem = str(kept.get("problem", ""))
    if item.mime.startswith("audio/"):
        return Paper(item, None, ["recording"], problem)
    if not kept or problem:
        return Paper(item, None, problem=problem)
    reading = Reading.from_json(kept)
    return Paper(item, reading, guess_kinds(reading.text), denied=bool(kept.get("denied")))


def judge(sender: str, paper: Paper, *, right: bool) -> None:
    """Keep his word on whether a paper was read rightly: what was read wrongly bears on nothing."""
    with store().session() as session:
        kept = evidence.reading_of(session, paper.item.id)
        if kept and paper.denied is right:
            evidence.keep_reading(session, sender, paper.item.id, {**kept, "denied": not right})


def is_poor(paper: Paper) -> bool:
    """Whether a picture was looked at and hardly a word was read."""
    return paper.reading is not None and not has_text(paper.reading)


def is_two(paper: Paper) -> bool:
    """Whether two papers lie in one picture: their values would be mixed."""
    return paper.reading is not None and (paper.reading.papers > 1 or is_two_papers(paper.reading.text))
