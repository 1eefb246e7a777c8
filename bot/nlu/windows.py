"""A long message in windows of two short clauses: one clause of danger in a long story about money is else drowned."""
from __future__ import annotations

import re
from itertools import pairwise

LONGEST = 14
_PAUSE = re.compile(r"[,。.!?;:~、\s]+")


def windows(text: str) -> list[str]:
    """Every two neighbouring clauses of a normalised text; a clause of more than LONGEST characters counts as several, for
    many speak without a pause. Empty when the text is no longer than one window."""
    pieces = [part for clause in _PAUSE.split(text) if clause for part in _even(clause)]
    return ["".join(pair) for pair in pairwise(pieces)] if len(pieces) > 2 else []


def _even(clause: str) -> list[str]:
    """A clause cut into parts of like length, of LONGEST characters at most; all but the last one without a pause behind it."""
    count = -(-len(clause) // LONGEST)
    size = -(-len(clause) // count)
    parts = [clause[start:start + size] for start in range(0, len(clause), size)]
    return [*parts[:-1], parts[-1] + ","]
