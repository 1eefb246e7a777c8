"""Which of danger, act and need becomes Rasa's intent: one small pure function, tested as a table."""
from __future__ import annotations

from dataclasses import dataclass

FALLBACK = "nlu_fallback"
ACT_SURE = 0.5
ACT_FAIR = 0.2
NEED_SURE = 0.3  # below, two of three first guesses were wrong (docs/understanding.md, Calibration)
NEED_STRONG = 0.5
MOST_WORDS_OF_AN_ACT = 30
YIELDING = frozenset({
    "greet", "thanks", "goodbye", "affirm", "deny", "dont_know", "skip", "why_ask", "cancel", "pause", "resume", "repeat",
    "help", "smalltalk", "inform", "correct", "go_back",
})
EXPLAIN = "explain"
LONGEST_EXPLAIN = 14
CERTAIN = 0.999
SHORTEST_NEED = 6
UNKNOWN = 0.25


@dataclass(frozen=True)
class Guess:
    """A name and how probable it is, 0 to 1."""

    name: str
    confidence: float


def choose(danger: str | None, act: Guess | None, need: Guess | None, length: int, known: float) -> Guess:
    """The intent of a message.

    `danger`: what the danger table or head found; `act`, `need`: the first guess of each head (act None when the head says
    "none"); `length`: characters of the normalised text; `known`: share of its characters seen in training (0 to 1).
    """
    if danger:
        return Guess(danger, 1.0)
    if known < UNKNOWN:
        return Guess(FALLBACK, 1.0 - known)
    if act and _act_wins(act, need, length):
        return act
    if need and need.confidence >= NEED_SURE:
        return need
    best = max([guess.confidence for guess in (act, need) if guess], default=0.0)
    return Guess(FALLBACK, 1.0 - best)


def _act_wins(act: Guess, need: Guess | None, length: int) -> bool:
    """A short message's act counts; one that is only talk (不知道, 谢谢) yields to a need said in the same breath."""
    if act.confidence == 1.0 and act.name not in YIELDING:
        return True  # word for word an example, or a receipt's number
    if length > MOST_WORDS_OF_AN_ACT:
        return False
    strong = need is not None and need.confidence >= NEED_STRONG
    if act.name == EXPLAIN and strong and length > LONGEST_EXPLAIN:
        return False  # 工资专用账户是什么意思 asks for a word; more than that tells a matter
    if act.name in YIELDING and act.confidence < CERTAIN and strong and length >= SHORTEST_NEED:
        return False
    return act.confidence >= ACT_SURE or (act.confidence >= ACT_FAIR and not strong)
