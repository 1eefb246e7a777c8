"""Which facts of law stand first for a question: the answer's own, and those of the store that its words are nearest to."""
from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from bot.content import Content

LONGEST = 3
NEAR = 0.2
MOST_NEAR = 2


class LawOrder:
    """An index of the facts by runs of one to three characters (tf-idf, cosine)."""

    def __init__(self, content: Content) -> None:
        texts = {law.id: _runs(law.rule) for law in content.laws.values() if not law.internal}
        seen = Counter(run for runs in texts.values() for run in set(runs))
        self._rarity = {run: 1.0 + math.log((1 + len(texts)) / (1 + count)) for run, count in seen.items()}
        self._holds: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for law_id, runs in texts.items():
            for run, weight in self._weigh(runs).items():
                self._holds[run].append((law_id, weight))

    def nearness(self, text: str) -> dict[str, float]:
        """Cosine (0 to 1) of each fact that shares anything with the text."""
        scores: dict[str, float] = defaultdict(float)
        for run, weight in self._weigh(_runs(text)).items():
            for law_id, held in self._holds[run]:
                scores[law_id] += weight * held
        return scores

    def order(self, text: str, held: Iterable[str]) -> list[str]:
        """The two nearest facts of the store (if near enough), then the held ids, nearer ones first; each id once."""
        scores = self.nearness(text)
        near = sorted((law for law in scores if scores[law] >= NEAR), key=lambda law: -scores[law])[:MOST_NEAR]
        return list(dict.fromkeys([*near, *sorted(held, key=lambda law: -scores.get(law, 0.0))]))

    def _weigh(self, runs: list[str]) -> dict[str, float]:
        weights = {run: (1.0 + math.log(n)) * self._rarity[run] for run, n in Counter(runs).items() if run in self._rarity}
        norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {run: weight / norm for run, weight in weights.items()}


def _runs(text: str) -> list[str]:
    """All runs of one to three characters, signs left out."""
    plain = "".join(sign for sign in text if sign.isalnum())
    return [plain[i:i + size] for size in range(1, LONGEST + 1) for i in range(len(plain) - size + 1)]
