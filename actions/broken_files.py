"""Files that came and cannot be opened, or lack their end: they are kept, for they may be proof, and asked for again."""
from __future__ import annotations

from collections.abc import Sequence

from actions.common import Turn, content
from actions.photo_read import Paper

#: what is wrong with a file -> the name of its sentences in content/words/channel.yml
SAID = {"unreadable": "broken", "cut": "short"}


def say_broken(turn: Turn, came: Sequence[Paper]) -> None:
    """One sentence for all that cannot be opened among those that came, one for those without their end."""
    words = content().words["channel"]
    for problem, name in SAID.items():
        numbers = [str(number) for number, paper in enumerate(came, 1) if paper.problem == problem]
        if numbers:
            some = words[f"{name}_some"].format(numbers=words["broken_between"].join(numbers))
            turn.teach(words[name] if len(came) == 1 else some)
