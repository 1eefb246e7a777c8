"""What a kind of paper is: what its templates print, what a preview tells of it, which facts it wants."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.documents.case import Case
from bot.documents.proof import Item

Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Paper:
    """A kind of paper. `context`: the data of both templates (content/documents/NAME.docx, NAME.typ). `pairs`: label and value of
    each line of a preview. `wanted`: the slots that it can print, in the order to ask them. `part`: the table of words that
    holds its `preview_tail`. `strict`: the other side signs it, so only what is sure is printed."""

    name: str
    part: str
    context: Callable[[Case, Sequence[Item]], dict[str, Any]]
    pairs: Callable[[Case, Mapping[str, Any]], Pairs]
    wanted: tuple[str, ...]
    strict: bool = False


def pairs_of(rows: Sequence[Mapping[str, str]]) -> Pairs:
    """Rows of a table as pairs of a preview."""
    return [(row["label"], row["value"]) for row in rows]
