"""Words of a text by jieba. Training cuts with jieba's whole dictionary and keeps the words it met; reading cuts with those
alone by the same rule, so a served model never imports jieba."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from pathlib import Path

PARTS = re.compile(r"[\u4e00-\u9fa5]+|[a-zA-Z0-9]+|\S")


@dataclass
class Words:
    """`counts`: word to how often jieba expects it; 0 for what is only the beginning of a longer word."""

    counts: dict[str, int]
    _total: float | None = None

    def cut(self, text: str) -> list[str]:
        """The words of a normalised text, in order; what is no known word falls into characters."""
        return [word for part in PARTS.findall(text) for word in (self._best(part) if part[0] >= "\u4e00" else [part])]

    def _best(self, part: str) -> list[str]:
        """The likeliest way through hanzi, as jieba goes without its hidden Markov model."""
        total = log(max(1, sum(self.counts.values()))) if self._total is None else self._total
        self._total = total
        size = len(part)
        route = [(0.0, 0)] * (size + 1)
        for start in range(size - 1, -1, -1):
            route[start] = max((log(self.counts.get(part[start:end], 0) or 1) - total + route[end][0], end)
                               for end in self._ends(part, start))
        words, start = [], 0
        while start < size:
            words.append(part[start:route[start][1]])
            start = route[start][1]
        return words

    def _ends(self, part: str, start: int) -> list[int]:
        """Where a word that begins here may end; the next character at the least."""
        ends, end = [], start + 1
        while end <= len(part) and part[start:end] in self.counts:
            if self.counts[part[start:end]]:
                ends.append(end)
            end += 1
        return ends or [start + 1]

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
