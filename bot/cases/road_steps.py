"""The way of a case on its roads, as the worker tells it: appended, never changed."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases.models_after import RoadStep
from bot.cases.sealed import seal, unseal

What = Literal[
    "handed_in", "accepted", "refused", "no_answer", "award", "judgment", "mediation_statement", "payment_order", "agreement",
    "objected", "appealed", "paid", "part_paid", "not_paid"]
WHAT: frozenset[str] = frozenset(get_args(What))
MOST_NOTE = 500
MOST_STEPS = 500
"""More steps of one case are not kept: nobody has told so many."""


@dataclass(frozen=True)
class Step:
    """One step. `road`: a name of bot/law/values.ROUTES; `day`: on which it happened, in China, None when it was not told."""

    road: str
    what: str
    day: date | None
    note: str
    told_at: datetime


def add(session: Session, case_id: str, road: str, what: str, day: date | None, note: str, now: datetime) -> bool:
    """Append a step. The same of that road and day told again right after it: nothing, and False; so is one past `MOST_STEPS`.
    The caller holds the lock of the case. ValueError: no such step."""
    if what not in WHAT:
        raise ValueError(f"no such step: {what}")
    before = [one for one in of_case(session, case_id) if one.road == road]
    if (before and (before[-1].what, before[-1].day) == (what, day)) or len(before) >= MOST_STEPS:
        return False
    row = RoadStep(case_id=case_id, road=road, what=what, day=day, told_at=now)
    seal(session, row, "note_sealed", note[:MOST_NOTE] or None)
    session.add(row)
    session.flush()
    return True


def of_case(session: Session, case_id: str) -> list[Step]:
    """The steps of a case, oldest first."""
    return of_cases(session, [case_id])[case_id]


def of_cases(session: Session, case_ids: Sequence[str]) -> Mapping[str, list[Step]]:
    """The steps of many cases, oldest first, in one query."""
    found: dict[str, list[Step]] = {case_id: [] for case_id in case_ids}
    for row in session.scalars(select(RoadStep).where(RoadStep.case_id.in_(list(case_ids))).order_by(RoadStep.id)):
        note = unseal(session, row, "note_sealed") or ""
        found[row.case_id].append(Step(row.road, row.what, row.day, note, row.told_at))
    return found
