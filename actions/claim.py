"""The draft of the sender, as actions change it."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from actions.common import OWN_WORDS
from bot.cases import drafts, personal
from bot.cases.drafts import Draft
from bot.chinese.identity import is_identity
from bot.chinese.values import Fact
from bot.filing import same_claim
from bot.interview.crew import merged
from bot.interview.two_sides import one_side
from bot.law.nature import tells_of_money
from bot.law.traits import find_traits

MOST_WORDS = 300
SURE = ("known", "second_hand")


def facts_of(session: Session, sender: str) -> dict[str, Fact]:
    """The facts of the case in hand; none without a case."""
    draft = drafts.load(session, sender)
    return dict(draft.facts) if draft else {}


def merge(old: Mapping[str, Fact], new: Mapping[str, Fact]) -> dict[str, Fact]:
    """New facts over old ones; a vague word never replaces an exact one."""
    kept = {slot: fact for slot, fact in new.items() if not (slot in old and old[slot].state in SURE and fact.state == "vague")}
    return one_side(merged(old, kept))


def with_words(facts: Mapping[str, Fact], text: str) -> dict[str, Fact]:
    """The facts with his own words about the money and the debtor (工程款, 倒闭了 …) in `claim_words`, as bot/law reads them."""
    old = facts.get(OWN_WORDS)
    before = str(old.value) if old else ""
    if text in before or not (tells_of_money(text) or find_traits(text)):
        return dict(facts)
    return {**facts, OWN_WORDS: Fact("known", value=f"{before} {text}".strip()[-MOST_WORDS:])}


def impossible_id(session: Session, sender: str, fact: Fact | None) -> bool:
    """Whether a fact holds an ID number that no person can have (check digit, day of birth, area)."""
    if fact is None or not isinstance(fact.value, str):
        return False
    clear = personal.reveal(session, sender, fact.value)
    return clear is not None and not is_identity(clear.upper())


def is_another(draft: Draft | None, found: Mapping[str, Fact]) -> bool:
    """Whether a story told after the filing is about another debtor, or another sum of another kind of debtor or place: a
    claim of its own, not a change of that one."""
    return draft is not None and bool(draft.number) and same_claim.is_other(draft.facts, found)


def keep(session: Session, sender: str, draft: Draft | None, facts: Mapping[str, Fact], now: datetime,
         stage: str | None = None, form: str | None = None, asked: str | None = None) -> Draft:
    """Save the facts, leaving the form where it stands unless `form`/`asked` say otherwise."""
    return drafts.save(
        session, sender, facts=facts, form=form or (draft.form if draft else None) or "wage_claim",
        asked=asked if asked is not None else (draft.asked if draft else None), answered=list(draft.answered) if draft else [],
        stage=stage or (draft.stage if draft else "claim"), now=now)
