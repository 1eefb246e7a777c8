"""What stands on a paper, taken into the claim: his own word comes first, and a difference is said."""
from __future__ import annotations

from collections.abc import Collection, Mapping

from actions import claim
from actions.common import Turn, content, store
from bot import clock
from bot.cases import drafts
from bot.chinese.phrases import say_fact
from bot.chinese.values import Fact


def take(turn: Turn, found: Mapping[str, Fact], sure: Collection[str] = ()) -> dict[str, Fact]:
    """Keep the facts that he has not told himself, and those of `sure`, which he tells now; the facts of the claim after it."""
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        before = dict(draft.facts) if draft else {}
        new = {slot: fact for slot, fact in found.items() if slot in sure or not _told(before, slot)}
        if not new:
            return before
        facts = claim.merge(before, new)
        answered = bool(draft and draft.asked in new)  # the form need not ask what stands on the paper
        claim.keep(session, turn.sender, draft, facts, clock.now(), asked="" if answered else None)
    return facts


def _told(facts: Mapping[str, Fact], slot: str) -> bool:
    return slot in facts and facts[slot].state in claim.SURE


def differing(facts: Mapping[str, Fact], found: Mapping[str, Fact]) -> str:
    """What the paper says otherwise than the worker did, in words; "" when nothing does."""
    words, named = content().words["photos"], content().words["facts"]
    pairs = [words["pair"].format(paper=say_fact(slot, fact, named), told=say_fact(slot, facts[slot], named))
             for slot, fact in found.items() if slot in facts and _is_other(fact, facts[slot])]
    return "\n".join(pairs)


def _is_other(paper: Fact, told: Fact) -> bool:
    """Whether a paper says otherwise than he did; a longer name for the same (清溪湾三期项目, 清溪湾三期) does not."""
    if isinstance(paper.value, str) and isinstance(told.value, str) and (paper.value in told.value or told.value in paper.value):
        return False
    return paper.value != told.value
