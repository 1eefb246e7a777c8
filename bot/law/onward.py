"""The facts of a case with what happened on its roads since: what was tried, what runs, what was decided. Pure."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from bot.chinese import decided
from bot.chinese.values import Fact
from bot.law.assess import assess
from bot.law.values import Laws, Route

RUNS = frozenset({"handed_in", "accepted", "no_answer"})
"""A procedure runs after these, also while its office is silent."""
RULED = frozenset({"award", "judgment", "mediation_statement"})
"""What may be enforced when the day for paying has passed (LAW-ENF-01)."""
PROCEDURES = frozenset({"arbitration", "lawsuit", "payment_order", "mediation"})
"""Roads that begin a procedure of the same name in `other_proceeding`."""
TOLD = {"arbitration": "裁决书拿到了", "lawsuit": "判决书拿到了"}
"""What `bot.chinese.decided` reads as decided."""


class Taken(NamedTuple):
    """A step of a road, as bot/cases/road_steps keeps it. `note`: his words."""

    road: str
    what: str
    day: date | None
    note: str


def onward(facts: Mapping[str, Fact], taken: Iterable[Taken]) -> dict[str, Fact]:
    """The facts as the engine reads them after these steps, oldest first; nothing of it is kept."""
    found = dict(facts)
    for step in taken:
        if step.road == "inspection" and step.what in ("refused", "no_answer", "not_paid"):
            found = _tried(found, "inspection", step)
        elif step.what in RULED:
            found = _decided(found, step)
        elif step.what == "appealed":
            found = _running(found, "lawsuit", "")
        elif step.what == "objected":
            found = _running(found, "payment_order", "支付令失效了")
        elif step.what == "payment_order":
            found = _ordered(found)
        elif step.road in PROCEDURES and step.what in RUNS and not _is_decided(found):
            found = _running(found, step.road, "")
        elif step.road in ("arbitration", "lawsuit") and step.what == "refused":
            found = _turned_away(found, step)
    return found


def _tried(facts: dict[str, Fact], code: str, step: Taken) -> dict[str, Fact]:
    old = facts.get("already_tried")
    codes = list(old.value) if old and isinstance(old.value, list) else []
    words = f"{old.words if old else ''} {step.note}".strip()
    return {**facts, "already_tried": Fact("known", [*codes, *([] if code in codes else [code])], words=words)}


def _running(facts: dict[str, Fact], procedure: str, words: str) -> dict[str, Fact]:
    kept = {slot: fact for slot, fact in facts.items() if slot not in ("award_date", "judgment_date")}
    return {**kept, "other_proceeding": Fact("known", procedure, words=words)}


def _turned_away(facts: dict[str, Fact], step: Taken) -> dict[str, Fact]:
    """Arbitration that was refused is one that was tried: the court is open then (LAW-ARB-06)."""
    code = "arbitration" if step.road == "arbitration" else "court"
    kept = {slot: fact for slot, fact in facts.items() if slot != "other_proceeding"}
    return _tried(kept, code, Taken(step.road, step.what, step.day, "仲裁不予受理" if code == "arbitration" else "法院不予受理"))


def _decided(facts: dict[str, Fact], step: Taken) -> dict[str, Fact]:
    """With an award or a judgment: the day on which he got it, and the last day for paying."""
    procedure = "lawsuit" if step.road == "lawsuit" or step.what == "judgment" else "arbitration"
    lost = f"，{step.note}" if decided.lost(step.note) else ""
    found = {**facts, "other_proceeding": Fact("known", procedure, words=TOLD[procedure] + lost)}
    got = facts.get("ruling_date") or (Fact("known", step.day.isoformat()) if step.day else None)
    if got and got.value and step.what == "award":
        found["award_date"] = Fact("known", got.value, words=got.words)
    return _with_pay_day(found)


def _ordered(facts: dict[str, Fact]) -> dict[str, Fact]:
    """A payment order that nobody opposed is enforced like a judgment, once the day for paying is known (LAW-PAY-02)."""
    return _with_pay_day(_running(facts, "payment_order", ""))


def _with_pay_day(facts: dict[str, Fact]) -> dict[str, Fact]:
    pay = facts.get("ruling_pay_by")
    return {**facts, "judgment_date": Fact("known", pay.value, words=pay.words)} if pay and pay.value else facts


def _is_decided(facts: Mapping[str, Fact]) -> bool:
    told = facts.get("other_proceeding")
    return told is not None and decided.outcome(told.words) is not None


def next_road(facts: Mapping[str, Fact], taken: Iterable[Taken], today: date) -> tuple[Route, str, Laws]:
    """The road that comes first after these steps, its reason (key of content/assessment) and the law facts.

    What `bot.law.recommend` says for the facts as they stand; after an arbitration that was refused or does not answer in its
    time the court, which is open then (LAW-ARB-06).
    """
    steps = list(taken)
    last = next((step for step in reversed(steps) if step.what not in ("not_paid", "part_paid", "paid")), None)
    if last and last.road == "arbitration" and last.what in ("refused", "no_answer"):
        return "lawsuit", "road_lawsuit_after_arbitration", ("LAW-ARB-12", "LAW-ARB-06")
    road = assess(onward(facts, steps), today).recommended
    return road.route, road.keys[0], road.laws
