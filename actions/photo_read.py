"""Photos that came with a message, read by the photo reader while other people are served; what was read is kept, sealed."""
from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from actions.common import store
from bot.cases import evidence
from bot.cases.evidence import EvidenceItem
from bot.chinese.paper_kinds import guess_kinds
from bot.evidence.iou_photo import has_text
from bot.photos.reader import reader
from bot.photos.values import PhotoProblem, Reading

MOST_READ = 4
SECONDS = 12.0
FOR_NOW = ("busy", "failed")


@dataclass(frozen=True)
class Paper:
    """A photo and what was read of it: None when it was not read. `kinds`: guesses, the likeliest first."""

    item: EvidenceItem
    reading: Reading | None
    kinds: list[str] = field(default_factory=list)

    @property
    def guess(self) -> str:
        """The likeliest kind, or ""."""
        return next(iter(self.kinds), "")


def read_new(sender: str, ids: Sequence[str]) -> None:
    """Read the pictures among these that nobody has read, at most MOST_READ; none is begun after SECONDS. Blocks.

    What failed for now (a busy reader, a crash) is not kept: the same photo sent again is read again.
    """
    end = time.monotonic() + SECONDS
    with store().session(read_only=True) as session:
        mine = [item for item in evidence.list_all(session, sender) if item.id in ids and item.mime.startswith("image/")]
        unread = [item for item in mine if evidence.reading_of(session, item.id) is None][:MOST_READ]
    for item in unread:
        if time.monotonic() > end:
            return
        with store().session(read_only=True) as session:
            data = evidence.read(session, item.id)
        try:
            kept = reader().read(data).to_json()
        except PhotoProblem as problem:
            if problem.reason in FOR_NOW:
                continue
            kept = {"problem": problem.reason}
        with store().session() as session:
            evidence.keep_reading(session, sender, item.id, kept)


def papers_of(session: Session, items: Sequence[EvidenceItem]) -> list[Paper]:
    """The photos with what was read of them."""
    return [_paper(session, item) for item in items]


def _paper(session: Session, item: EvidenceItem) -> Paper:
    kept = evidence.reading_of(session, item.id)
    if not kept or "problem" in kept:
        return Paper(item, None)
    reading = Reading.from_json(kept)
    return Paper(item, reading, guess_kinds(reading.text))


def is_poor(paper: Paper) -> bool:
    """Whether a picture was looked at and hardly a word was read."""
    return paper.reading is not None and not has_text(paper.reading)
