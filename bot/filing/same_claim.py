"""One filing, one debtor: whether a case that was filed is about to become another one, and how the two are parted."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases import drafts
from bot.cases.drafts import case_in_hand, facts_of
from bot.cases.models import Case, Filing
from bot.cases.sealed import seal
from bot.chinese.values import Fact
from bot.filing import snapshot

OWN = ("worker_name", "worker_phone", "worker_id_number")


def is_other(filed: Mapping[str, Fact], now: Mapping[str, Fact]) -> bool:
    """Whether facts may be about another claim: another debtor's name, or another sum with another kind of debtor or place.

    A name or a place that is only told more fully (宏达 -> 宏达劳务有限公司) is the same; what was not told before, too.
    """
    if _differs("debtor_name", filed, now):
        return True
    return _differs("owed_amount", filed, now) and (_differs("debtor_kind", filed, now) or _differs("work_place", filed, now))


def identity(facts: Mapping[str, Fact]) -> str:
    """What a yes to 改这份 holds for: who owes, of what kind, how much and where."""
    slots = ("debtor_name", "debtor_kind", "owed_amount", "work_place")
    return "|".join(str(facts[slot].value if slot in facts else "") for slot in slots)


def filed_facts(session: Session, case: Case) -> dict[str, Fact] | None:
    """The facts of the last version that was filed, withdrawn ones too; None before a filing."""
    last = session.scalars(select(Filing).where(Filing.case_id == case.id).order_by(Filing.version.desc()).limit(1)).first()
    return None if last is None else snapshot.read(session, last).facts


def asks_which(session: Session, sender: str) -> bool:
    """Whether the case in hand was filed and may have become another claim since."""
    case = case_in_hand(session, sender)
    before = filed_facts(session, case) if case is not None and case.number else None
    return case is not None and before is not None and is_other(before, facts_of(session, case))


def set_aside(session: Session, sender: str, now: datetime) -> dict[str, Fact]:
    """Put the filed case in hand aside, as it was filed; the facts that were told since, and what is the worker's own."""
    case = case_in_hand(session, sender, lock=True)
    before = filed_facts(session, case) if case is not None else None
    if case is None or before is None:
        return {}
    facts = facts_of(session, case)
    kept = {slot: fact.to_json() for slot, fact in before.items()}
    seal(session, case, "claim_sealed", {"facts": kept, "form": None, "asked": None, "answered": []})
    active = session.scalars(select(Filing.id).where(Filing.case_id == case.id, Filing.active.is_(True)).limit(1)).first()
    case.stage = "filed" if active else "papers"
    drafts.start_new(session, sender, now)
    return {slot: fact for slot, fact in facts.items() if slot in OWN or before.get(slot) != fact}


def _differs(slot: str, before: Mapping[str, Fact], after: Mapping[str, Fact]) -> bool:
    """Whether both are told and say different things; one that holds the other says it more fully."""
    one, two = (before[slot].value if slot in before else None), (after[slot].value if slot in after else None)
    if one is None or two is None or one == two:
        return False
    if slot == "debtor_kind":
        return "unknown" not in (one, two)
    return not (isinstance(one, str) and isinstance(two, str) and (one in two or two in one))
