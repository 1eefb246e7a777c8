"""Files that came and cannot be opened: they are kept, for they may be proof, and he is asked to send them again."""
from __future__ import annotations

from collections.abc import Sequence

from actions.common import Turn, content
from actions.photo_read import Paper


def say_broken(turn: Turn, came: Sequence[Paper]) -> None:
    """One sentence for all that cannot be opened among those that came; nothing when all can."""
    broken = [str(number) for number, paper in enumerate(came, 1) if paper.broken]
    if broken:
        words = content().words["channel"]
        some = words["broken_some"].format(numbers=words["broken_between"].join(broken))
        turn.teach(words["broken"] if len(came) == 1 else some)
