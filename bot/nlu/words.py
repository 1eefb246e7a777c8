"""Words of a text by jieba. Training cuts with jieba's whole dictionary and keeps the words it met; reading cuts with those
alone, so a served model never loads the big dictionary."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Words:
    """`counts`: word to how often jieba expects it (0 for the beginning of a longer word); the cutter is made at first use."""

    counts: dict[str, int]
    _cutter: Any = field(default=None, repr=False, compare=False)

    def cut(self, text: str) -> list[str]:
        """The words of a normalised text, in order; what is in no dictionary falls into characters."""
        if self._cutter is None:
            self._cutter = _cutter(self.counts)
        return [word for word in self._cutter.cut(text, HMM=False) if word.strip()]

    def __getstate__(self) -> dict[str, Any]:
        """Saved without the cutter."""
        return {"counts": self.counts, "_cutter": None}


def _cutter(counts: dict[str, int]) -> Any:
    """A jieba tokenizer over these words alone, without its dictionary file and its cache."""
    import jieba

    cutter = jieba.Tokenizer()
    cutter.FREQ = counts
    cutter.total = max(1, sum(counts.values()))
    cutter.initialized = True
    return cutter


def gather(texts: Iterable[str], user_words: Path) -> Words:
    """The words that jieba's dictionary and `user_words` (one word a line) find in the texts; loads jieba's dictionary."""
    import jieba

    jieba.setLogLevel(60)
    whole = jieba.Tokenizer()
    whole.load_userdict(str(user_words))
    met: Counter[str] = Counter()
    for text in texts:
        met.update(whole.cut(text, HMM=False))
    counts: dict[str, int] = {}
    for word in sorted(met):
        for end in range(1, len(word)):
            counts.setdefault(word[:end], 0)
        counts[word] = max(1, whole.FREQ.get(word, 1))
    return Words(counts)
