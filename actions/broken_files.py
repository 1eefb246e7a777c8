"""Files that came and cannot be opened: they are kept, for they may be proof, and he is asked to send them again."""
from __future__ import annotations

from collections.abc import Sequence

from actions.common import Turn, content, store
from bot.cases import evidence
from bot.cases.evidence import EvidenceItem


def say_broken(turn: Turn, came: Sequence[EvidenceItem]) -> None:
    """One sentence for all that cannot be opened among those that came; nothing when all can."""
    with store().session(read_only=True) as session:
        readings = [evidence.reading_of(session, item.id) or {} for item in came]
    broken = [str(number) for number, reading in enumerate(readings, 1) if reading.get("problem") == "unreadable"]
    if broken:
        words = content().words["channel"]
        some = words["broken_some"].format(numbers=words["broken_between"].join(broken))
        turn.teach(words["broken"] if len(came) == 1 else some)
