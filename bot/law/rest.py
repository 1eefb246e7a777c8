"""What is still owed after a part was paid. Only said and asked: nothing is changed here."""
from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bot.chinese.values import PART_PAID, Fact
from bot.law.facts import CaseFacts

AWARDED = "ruling_amount"


class Rest(NamedTuple):
    """In fen. `base`: the fact from which is counted, what was awarded before what he claimed; `rest` negative when more came."""

    base: str
    owed: int
    part: int
    rest: int


def rest_of(facts: Mapping[str, Fact], awarded: bool) -> Rest | None:
    """The rest when both sums are exact; None when one is vague or not told. `awarded`: a ruling says what is to be paid."""
    case = CaseFacts(facts)
    base = AWARDED if awarded and case.fen(AWARDED) else "owed_amount"
    owed, part = case.fen(base), case.fen(PART_PAID)
    if not owed or not part or owed[0] != owed[1] or part[0] != part[1]:
        return None
    return Rest(base, owed[0], part[0], owed[0] - part[0])
