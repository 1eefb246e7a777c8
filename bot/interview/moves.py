"""What a message in a form can be."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.chinese.values import Fact

Kind = Literal["hand_over", "aside", "back", "why", "skip", "dont_know", "correct", "answer", "impossible", "nonsense",
               "told", "told_sum", "calm", "right", "made_to_write", "other_worker", "matter",
               "tired", "clear"]


@dataclass(frozen=True)
class Move:
    """What to do. `facts` for an answer (also beside a question: handed over, the facts kept) or for an aside (other
    facts than the one asked), `slot` for a correction or the fact that is to go, `reason` for the impossible."""

    kind: Kind
    facts: dict[str, Fact] = field(default_factory=dict)
    slot: str = ""
    reason: str = ""
