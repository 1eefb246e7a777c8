"""The clauses of a text as it was typed: marks of full and of half width cut, and blanks do. Of prepared text: yes_no.clauses."""
from __future__ import annotations

import re

_MARKS = re.compile(r"[,，。;；!！?？\s]+")


def typed_clauses(text: str) -> list[str]:
    """The text cut at marks and blanks, without empty pieces. A comma inside a number cuts too."""
    return [piece for piece in _MARKS.split(text) if piece]
