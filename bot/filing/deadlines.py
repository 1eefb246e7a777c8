"""The days of a case: its limits, what an office should do by when after each step, the day by which the other side must pay."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases import road_steps
from bot.cases.drafts import case_in_hand, facts_of
from bot.cases.models import Filing
from bot.cases.road_steps import Step
from bot.chinese.values import Fact
from bot.clock import CHINA
from bot.law.assess import assess
from bot.law.clocks import Clock, clocks, clocks_after
from bot.law.onward import Taken, onward
from bot.law.values import ROUTES, Limit, Route

LIMIT_ROADS: dict[str, str] = {"civil": "lawsuit", "sue": "lawsuit"}
"""The road of a limit that is not called as its road."""
ANSWERS: dict[str, frozenset[str]] = {
    "inspection_accepted": frozenset({"accepted"}), "arbitration_accepted": frozenset({"accepted"}),
    "payment_order_accepted": frozenset({"accepted"}), "lawsuit_accepted": frozenset({"accepted"}),
    "legal_aid_decided": frozenset({"accepted"})}
"""What ends a clock beside what ends its road."""
ENDS = frozenset({"refused", "award", "judgment", "mediation_statement", "agreement", "payment_order", "objected", "paid"})
OVER = 60
"""Days for which a day that has passed is still said."""
ELSEWHERE = frozenset({"arbitration", "lawsuit", "enforcement"})
EVENTS = {"award": "award", "agreement": "agreement"}


@dataclass(frozen=True)
class Deadline:
    """One day to watch. `what`: name of a limit or a clock, or `pay_by`; `on` None when holidays are not announced, then
    `earliest` and `latest` hold; `road`: a name of bot/law/values.ROUTES; `key` and `values`: sentence of content/assessment
    (`pay_by`: of content/words/after_filing); `limit`: his own last day, not that of an office; `assumed`: counted from the
    day of the filing here, for he has not said that he handed it in."""

    what: str
    on: date | None
    earliest: date
    latest: date
    road: str
    key: str
    values: Mapping[str, Any]
    laws: tuple[str, ...]
    days_left: int
    limit: bool = False
    assumed: bool = False


def of_facts(facts: Mapping[str, Fact], steps: Sequence[Step], filed: date | None, today: date) -> tuple[Deadline, ...]:
    """Every day of a case, the next first; those that passed long ago are left out, and all of them once the money is there.
    `filed`: the first filing here, in China."""
    steps = _since(steps, today)
    if steps and steps[-1].what == "paid":
        return ()
    found = [*_limits(facts, steps, today), *_clocks(steps, filed, today), *_after_ruling(facts, steps, today)]
    first: dict[tuple[str, date], Deadline] = {}
    for one in found:
        first.setdefault((one.what, one.earliest), one)
    return tuple(sorted((one for one in first.values() if one.days_left >= -OVER), key=lambda one: (one.earliest, one.what)))


def of_sender(session: Session, sender: str, now: datetime) -> tuple[Deadline, ...]:
    """The days of the case in hand; empty without one."""
    case = case_in_hand(session, sender)
    return of_case(session, case, now) if case is not None else ()


def of_case(session: Session, case: Any, now: datetime) -> tuple[Deadline, ...]:
    """The days of a case row."""
    filed = session.scalar(select(Filing.filed_at).where(Filing.case_id == case.id).order_by(Filing.filed_at).limit(1))
    steps = road_steps.of_case(session, case.id)
    return of_facts(facts_of(session, case), steps, china_day(filed) if filed else None, china_day(now))


def china_day(moment: datetime) -> date:
    """The day of a moment in China."""
    return moment.astimezone(CHINA).date()


def taken(steps: Iterable[Step]) -> list[Taken]:
    """The steps as bot/law reads them."""
    return [Taken(step.road, step.what, step.day, step.note) for step in steps]


def day_of(step: Step) -> date:
    """When a step happened: the day told, else that on which it was told."""
    return step.day or china_day(step.told_at)


def _since(steps: Sequence[Step], today: date) -> list[Step]:
    """Steps that are not to come: the clock may have been set back."""
    return [step for step in steps if day_of(step) <= today]


def _limits(facts: Mapping[str, Fact], steps: Sequence[Step], today: date) -> list[Deadline]:
    return [_limit(limit) for limit in assess(onward(facts, taken(steps)), today).limits if _last(limit) is not None]


def _last(limit: Limit) -> date | None:
    """The last day, or the one that a demand began anew."""
    passed = limit.days_left is not None and limit.days_left < 0
    return limit.restarts if passed and limit.restarts else limit.on


def _limit(limit: Limit) -> Deadline:
    on = _last(limit)
    assert on is not None
    road = LIMIT_ROADS.get(limit.what, limit.what)
    return Deadline(limit.what, on, on, on, road, limit.key, limit.values, limit.laws, limit.left or 0, limit=True)


def _clocks(steps: Sequence[Step], filed: date | None, today: date) -> list[Deadline]:
    """The clocks of every road that was begun and has not ended; the inspection's from the filing while he has not said more."""
    found: list[Deadline] = []
    for road in ROUTES:
        if road == "inspection" and any(step.road in ELSEWHERE for step in steps):
            continue  # it does not go on beside these (LAW-INS-10)
        own = [step for step in steps if step.road == road]
        begun = next((step for step in reversed(own) if step.what == "handed_in"), None)
        start = day_of(begun) if begun else filed if road == "inspection" and not own else None
        if start is None or start > today:
            continue
        since = own[own.index(begun):] if begun else []
        found += _of_road(road, start, {step.what for step in since}, today, assumed=begun is None)
    return found


def _of_road(road: Route, start: date, told: set[str], today: date, assumed: bool) -> list[Deadline]:
    if told & ENDS:
        return []
    running = clocks(road, start, today)
    return [_clock(one, road, assumed) for one in running if not told & ANSWERS.get(one.what, frozenset())]


def _clock(one: Clock, road: str, assumed: bool = False) -> Deadline:
    return Deadline(
        one.what, one.on, one.earliest, one.latest, road, one.key, one.values, one.laws, one.days_left or 0, assumed=assumed)


def _after_ruling(facts: Mapping[str, Fact], steps: Sequence[Step], today: date) -> list[Deadline]:
    """What runs from the day on which he got an award or an agreement, and the day for paying."""
    found: list[Deadline] = []
    last = next((step for step in reversed(steps) if step.what in ("award", "agreement", "appealed")), None)
    got = _day(facts, "ruling_date") or (last.day if last else None)
    if last and last.what in EVENTS and got and got <= today:
        road = "lawsuit" if last.what == "award" else "mediation"
        ends = clocks_after(EVENTS[last.what], got, today)  # type: ignore[arg-type]
        found += [_clock(one, road) for one in ends if one.latest >= today or last.what == "agreement"]
    pay = _day(facts, "ruling_pay_by")
    if pay:
        left = (pay - today).days
        key = "pay_by" if left >= 0 else "pay_by_over"
        found.append(Deadline("pay_by", pay, pay, pay, "enforcement", key, {"on": pay, "days": abs(left)}, ("LAW-ENF-01",), left))
    return found


def _day(facts: Mapping[str, Fact], slot: str) -> date | None:
    fact = facts.get(slot)
    return date.fromisoformat(fact.value) if fact and isinstance(fact.value, str) else None
