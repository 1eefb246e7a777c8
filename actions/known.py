"""What is known of a case, in the words of content/answers (CASE_FACTS)."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions import claim
from actions.common import Turn, store
from bot import clock
from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.law.bounds import possible
from bot.law.facts import CaseFacts, Day
from bot.law.periods import add_years, pay_due

BANDS = ("under_1", "from_1_to_2", "from_2_to_3", "over_3")
FLAGS = ("has_iou", "has_contract", "still_working")


def known_of(turn: Turn) -> dict[str, Any]:
    """The case facts of the sender's draft and of the message itself (包工头打的欠条能直接起诉吗)."""
    with store().session(read_only=True) as session:
        held = claim.facts_of(session, turn.sender)
    return known_in(claim.merge(held, read_story(turn.text, clock.today())), clock.today())


def known_in(facts: Mapping[str, Fact], today: date) -> dict[str, Any]:
    """Case facts by name; what was not told is left out."""
    case = CaseFacts(possible(facts, today))
    people = case.count("people_count")
    found: dict[str, Any] = {
        "debtor_kind": case.debtor_kind if case.debtor_kind != "unknown" else None,
        "industry": case.code("industry"),
        "people": None if people is None else "group" if people > 1 else "one",
        "ago": ago(case, today),
        **{flag: case.flag(flag) for flag in FLAGS},
    }
    if found["still_working"] is None and case.day("end_date"):
        found["still_working"] = False
    return {fact: value for fact, value in found.items() if value is not None}


def ago(case: CaseFacts, today: date) -> str | None:
    """How long ago the last pay was due (BANDS); None when not told, or so vaguely that it may be of two bands.

    Counted as the periods of limitation are (LAW-INS-02): from the end of the owed period or of the work, whichever is first.
    """
    start = pay_due(case)
    days = _ends(case)
    if start is None or not days:
        return None
    bands = {_band(day, today) for day in (start.day, min(day.last for day in days))}
    return bands.pop() if len(bands) == 1 else None


def _ends(case: CaseFacts) -> list[Day]:
    period, end = case.period(), case.day("end_date")
    return [*([period[1]] if period else []), *([end] if end else [])]


def _band(day: date, today: date) -> str:
    years = sum(today > add_years(day, years) for years in (1, 2, 3))
    return BANDS[years]
