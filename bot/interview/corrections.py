"""A correction: which fact is meant, and the new value when it was said."""
from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from bot.chinese.amounts import find_amounts
from bot.chinese.answers import Impossible, parse_answer
from bot.chinese.values import Fact
from bot.interview.moves import Move
from bot.interview.questions import Plan

PIECES = re.compile(r"改成|改为|改到|换成|应该是|应是|其实是|而是|是|为|[,，。;；\s]+")
LEFT = re.compile(r"走|离开|不干|结束|停|回来|回家|完工|到")
CAME = re.compile(r"来|进|开始|开工|上班")


def named_slot(text: str, plan: Plan) -> str:
    """The slot whose name stands in the text; the longest name wins; "" when none."""
    named = [(len(name), q.slot) for q in plan.questions for name in q.names if name in text]
    return max(named)[1] if named else ""


def correction(text: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> Move:
    """An answer with the new value, or the slot to ask again, or a correction of nobody knows what."""
    slot = named_slot(text, plan) or _meant(text, plan, facts)
    if not slot:
        return Move("correct")
    try:
        found = _value(slot, text, {name: fact for name, fact in facts.items() if name != slot}, today)
    except Impossible as impossible:
        return Move("impossible", slot=slot, reason=impossible.reason)
    return Move("answer", facts={slot: found}, slot=slot) if found else Move("correct", slot=slot)


def _meant(text: str, plan: Plan, facts: Mapping[str, Fact]) -> str:
    """The fact by the kind of value: a sum is what is owed, a day is the last or the first one."""
    if any(amount.unit == "sum" for amount in find_amounts(text)) and "owed_amount" in facts and plan.question("owed_amount"):
        return "owed_amount"
    if re.search(r"[月号日年]", text) and plan.question("end_date"):
        return "end_date" if LEFT.search(text) else "start_date" if CAME.search(text) else ""
    return ""


def _value(slot: str, text: str, known: Mapping[str, Fact], today: date) -> Fact | None:
    """The last piece of the text that reads as a value of the slot (不是3000是5000: 5000)."""
    pieces = [piece for piece in PIECES.split(text) if piece]
    for piece in reversed(pieces[1:] if len(pieces) > 1 else []):
        found = parse_answer(slot, piece, today, known=dict(known))
        if found and slot in found:
            return found[slot]
    return None
