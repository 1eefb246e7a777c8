"""Words of a text by jieba. Training cuts with jieba's whole dictionary and keeps the words it met; reading cuts with those
alone by the same rule, so a served model never imports jieba."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import inf, log
from pathlib import Path

NEVER = -inf
PARTS = re.compile(r"[\u4e00-\u9fa5]+|[a-zA-Z0-9]+|\S")


@dataclass
class Words:
    """`counts`: word to how often jieba expects it; 0 for what is only the beginning of a longer word."""

    counts: dict[str, int]

    def __getstate__(self) -> dict[str, dict[str, int]]:
        """What is saved: the chances are made again."""
        return {"counts": self.counts}

    @cached_property
    def _chances(self) -> dict[str, float]:
        """The logarithm of each word's chance, without its whole; no chance for a mere beginning."""
        return {word: log(count) if count else NEVER for word, count in self.counts.items()}

    @cached_property
    def _whole(self) -> float:
        return log(max(1, sum(self.counts.values())))

    def cut(self, text: str) -> list[str]:
        """The words of a normalised text, in order; what is no known word falls into characters."""
        return [word for part in PARTS.findall(text) for word in (self._best(part) if part[0] >= "\u4e00" else [part])]

    def _best(self, part: str) -> list[str]:
        """The likeliest way through hanzi, as jieba goes without its hidden Markov model."""
        chances, whole, size = self._chances, self._whole, len(part)
        behind, stops = [0.0] * (size + 1), [0] * size
        for start in range(size - 1, -1, -1):
            best, stop, end = NEVER, start + 1, start + 1
            while end <= size and (chance := chances.get(part[start:end])) is not None:
                if chance != NEVER and chance - whole + behind[end] >= best:
                    best, stop = chance - whole + behind[end], end
                end += 1
            behind[start] = best if best != NEVER else behind[start + 1] - whole
            stops[start] = stop
        words, start = [], 0
        while start < size:
            words.append(part[start:stops[start]])
            start = stops[start]
        return words


def gather(texts: Iterable[str], user_words: Path) -> Words:
    """The words that jieba's dictionary and `user_words` (one word a line) find in the texts; loads jieba's dictionary."""
    import jieba

    jieba.setLogLevel(60)
    whole = jieba.Tokenizer()
    with user_words.open("rb") as lines:  # jieba itself would leave the file open
        whole.load_userdict(lines)
    met: Counter[str] = Counter()
    for text in texts:
        met.update(whole.cut(text, HMM=False))
    counts: dict[str, int] = {}
    for word in sorted(met):
        for end in range(1, len(word)):
            counts.setdefault(word[:end], 0)
        counts[word] = max(1, whole.FREQ.get(word, 1))
    return Words(counts)
