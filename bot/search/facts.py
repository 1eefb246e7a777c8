"""Finds law facts for words that no need covers: bigrams shared, rare ones weigh more."""
from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache

from bot.content import Content, Law

LEAST = 0.22


def find_facts(text: str, content: Content, most: int = 3) -> list[Law]:
    """The facts nearest to the text, best first; none when nothing is near. Facts for developers are left out."""
    weights, grams = _index(content.laws.values())
    asked = _bigrams(text)
    norm = sum(weights.get(gram, weights[""]) for gram in asked)
    if not norm:
        return []
    scores = {law_id: sum(weights[gram] for gram in asked & held) / norm for law_id, held in grams.items()}
    best = sorted(scores, key=lambda law_id: (-scores[law_id], law_id))[:most]
    return [content.laws[law_id] for law_id in best if scores[law_id] >= LEAST]


def _bigrams(text: str) -> frozenset[str]:
    signs = "".join(sign for sign in text if sign.isalnum())
    return frozenset(signs[i : i + 2] for i in range(len(signs) - 1))


def _index(laws: object) -> tuple[dict[str, float], dict[str, frozenset[str]]]:
    return _built(tuple(law for law in laws if not law.internal))  # type: ignore[attr-defined]


@lru_cache(maxsize=2)
def _built(laws: tuple[Law, ...]) -> tuple[dict[str, float], dict[str, frozenset[str]]]:
    grams = {law.id: _bigrams(law.rule) for law in laws}
    counts = Counter(gram for held in grams.values() for gram in held)
    weights = {gram: math.log(1 + len(laws) / count) for gram, count in counts.items()}
    weights[""] = math.log(1 + len(laws))
    return weights, grams
