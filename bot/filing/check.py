"""Whether a file is an original of a bundle: its digest against those kept since the files came. No personal data."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from bot.cases import check_codes
from bot.cases.store import Store
from bot.content import load
from bot.documents.bundle.labels import moment
from bot.documents.words import words
from bot.filing.shown import as_named

LARGEST = check_codes.LARGEST_RECORDING  # bytes of the largest original that can be in a bundle
DIGEST = re.compile(r"[0-9a-f]{64}\Z")


@dataclass(frozen=True)
class Checked:
    """The outcome (same, no_match, no_code) and the sentence for it."""

    outcome: str
    text: str


def knows(store: Store, code: str, now: datetime) -> bool:
    """Whether there is such a code."""
    with store.session(read_only=True) as session:
        return check_codes.look_up(session, code, now) is not None


def check(store: Store, code: str, sha256: str, now: datetime) -> Checked:
    """Which piece of the bundle a file with this SHA-256 is (hexadecimal, else no piece), and since when it lies here."""
    said = load().words["bundle"]["page"]
    with store.session(read_only=True) as session:
        listed = check_codes.look_up(session, code, now)
        named = [(number, as_named(session, item, now.date())) for number, item in listed.items] if listed else []
    if listed is None:
        return Checked("no_code", str(said["no_code"]))
    digest = sha256.strip().lower()
    for number, item in named:
        if DIGEST.match(digest) and item.sha256 == digest:
            kinds = words()["evidence"]["kinds"]
            kind = str(kinds[item.kind if item.kind in kinds else "other"]["name"])
            sentence = str(said["same" if number else "same_somewhere"])
            return Checked("same", sentence.format(n=number, kind=kind, received=moment(item.taken_at)))
    return Checked("no_match", str(said["no_match"]))
