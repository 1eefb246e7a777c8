"""A reading in the words of docs/interfaces.md: what stands in the parse data beside Rasa's own keys."""
from __future__ import annotations

from typing import Any

from bot.nlu.model import Guess, Reading

SHOWN = 5


def _pair(guess: Guess, key: str) -> dict[str, Any]:
    return {key: guess.name, "confidence": round(guess.confidence, 4)}


def intent_ranking(reading: Reading) -> list[dict[str, Any]]:
    """Rasa's ranking: the chosen intent first, then the five likeliest needs."""
    others = [guess for guess in reading.ranking[:SHOWN] if guess.name != reading.intent.name]
    return [_pair(guess, "name") for guess in (reading.intent, *others)]


def parse_data(reading: Reading) -> dict[str, Any]:
    """`need_ranking`, `second_needs`, `act`, `danger`, `danger_doubt`; empty for none: Rasa drops keys that are None."""
    return {
        "need_ranking": [_pair(guess, "need") for guess in reading.ranking[:SHOWN]],
        "second_needs": reading.second,
        "act": _pair(reading.act, "name") if reading.act else {},
        "danger": reading.danger or "",
        "danger_doubt": reading.doubt or "",
    }
