"""Files that came and cannot be opened, lack their end or are locked: kept, for they may be proof, and asked for again."""
from __future__ import annotations

from collections.abc import Sequence

from actions.common import Turn, content
from actions.photo_read import Paper

#: what is wrong with a file -> its sentences in content/words/channel.yml, for the only one and for some of several
SAID = {"unreadable": ("broken", "broken_some"), "cut": ("short", "short_some"), "locked": ("locked", "locked_some")}


def say_broken(turn: Turn, came: Sequence[Paper]) -> None:
    """One sentence for all that cannot be opened among those that came, one for those without their end, one for the locked."""
    words = content().words["channel"]
    for problem, (only, some) in SAID.items():
        numbers = [str(number) for number, paper in enumerate(came, 1) if paper.problem == problem]
        if numbers:
            turn.teach(words[only] if len(came) == 1 else words[some].format(numbers=words["broken_between"].join(numbers)))
