"""The case in hand: saved with each answer, so that nothing is asked twice."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.sql import Select

from bot.cases import people
from bot.cases.models import Case, Person
from bot.cases.sealed import new_id, seal, unseal
from bot.chinese.values import NOT_FILED, Fact

Stage = Literal["claim", "assessed", "evidence", "papers", "previewed", "filed"]
STAGES: tuple[Stage, ...] = ("claim", "assessed", "evidence", "papers", "previewed", "filed")


@dataclass(frozen=True)
class Draft:
    """A case as the interview sees it. `number`: the receipt number, None before the first filing."""

    case_id: str
    number: str | None
    facts: dict[str, Fact]
    form: Any
    asked: Any
    answered: list[str]
    stage: str
    updated_at: datetime


def case_in_hand(session: Session, sender: str, *, lock: bool = False) -> Case | None:
    """The row of the case in hand. `lock` keeps other writers of this case out until the transaction ends."""
    found: Case | None = session.scalars(_in_hand(lock), {people.TAGS: people.sender_tags(session, sender)}).first()
    return found


@cache
def _in_hand(lock: bool) -> Select:
    """The query for the newest case in hand, built once; `lock` for a writer."""
    query = (
        select(Case)
        .join(Person, Person.id == Case.person_id)
        .where(people.of_sender(), Case.in_hand.is_(True))
        .order_by(Case.made_at.desc())
        .limit(1)
    )
    return query.with_for_update(of=Case).execution_options(populate_existing=True) if lock else query


def case_of_number(session: Session, sender: str, number: str, *, lock: bool = False) -> Case | None:
    """The row of this sender's case with a receipt number, in hand or put aside; None when it is not his. `lock`: as above."""
    query = (
        select(Case)
        .join(Person, Person.id == Case.person_id)
        .where(Person.sender_tag.in_(people.sender_tags(session, sender)), Case.number == number)
    )
    query = query.with_for_update(of=Case).execution_options(populate_existing=True) if lock else query
    found: Case | None = session.scalars(query).first()
    return found


def load(session: Session, sender: str) -> Draft | None:
    """The case in hand of a sender, None if there is none."""
    case = case_in_hand(session, sender)
    return None if case is None else _draft(session, case)


def stage_of(session: Session, sender: str) -> str:
    """The stage of the case in hand, "" if there is none; its facts stay sealed."""
    case = case_in_hand(session, sender)
    return "" if case is None else case.stage


def save(
    session: Session,
    sender: str,
    *,
    facts: Mapping[str, Fact],
    form: Any,
    asked: Any,
    answered: Sequence[str],
    stage: str,
    now: datetime,
) -> Draft:
    """Keep the whole draft (facts replace the former ones); a case is begun if there is none. ValueError: unknown stage.

    What was previewed and is changed since must be previewed again: its stage goes back to "papers".
    """
    if stage not in STAGES:
        raise ValueError(f"unknown stage: {stage}")
    case = case_in_hand(session, sender, lock=True) or begin(session, people.need(session, sender, now, lock=True), now)
    kept = {slot: fact.to_json() for slot, fact in facts.items()}
    if case.stage == stage == "previewed" and _filed_part(kept) != _filed_part(unseal(session, case, "claim_sealed")["facts"]):
        stage = "papers"
    seal(session, case, "claim_sealed", {"facts": kept, "form": form, "asked": asked, "answered": list(answered)})
    case.stage, case.updated_at = stage, now
    session.flush()
    return _draft(session, case)


def start_new(session: Session, sender: str, now: datetime) -> None:
    """Put the case in hand aside (it stays, with its filing); the next `save` begins another one."""
    case = case_in_hand(session, sender, lock=True)
    if case is not None:
        case.in_hand, case.updated_at = False, now
        session.flush()


def facts_of(session: Session, case: Case) -> dict[str, Fact]:
    """The facts of a case row."""
    return {slot: Fact.from_json(fact) for slot, fact in unseal(session, case, "claim_sealed")["facts"].items()}


def begin(session: Session, person: Person, now: datetime) -> Case:
    """An empty case for a person whose row is locked; the one that another process has just begun, if any."""
    query = select(Case).where(Case.person_id == person.id, Case.in_hand.is_(True))
    case: Case | None = session.scalars(query).first()
    if case is None:
        case = Case(id=new_id(), person_id=person.id, stage="claim", in_hand=True, version=1, made_at=now, updated_at=now)
        seal(session, case, "claim_sealed", {"facts": {}, "form": None, "asked": None, "answered": []})
        session.add(case)
        session.flush()
    return case


def _filed_part(kept: Mapping[str, Any]) -> dict[str, Any]:
    """The facts as stored, without those that are never filed: of another claim, told after a filing."""
    return {slot: fact for slot, fact in kept.items() if slot not in NOT_FILED}


def _draft(session: Session, case: Case) -> Draft:
    claim = unseal(session, case, "claim_sealed")
    facts = {slot: Fact.from_json(fact) for slot, fact in claim["facts"].items()}
    return Draft(case.id, case.number, facts, claim["form"], claim["asked"], claim["answered"], case.stage, case.updated_at)
