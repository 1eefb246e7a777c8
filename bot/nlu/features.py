"""Text to weighted features: characters 1-3, syllables 1-3, words and concepts (tf-idf, each block of length 1)."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot import clock
from bot.nlu.ages import mark_ages
from bot.nlu.called import mark_names
from bot.nlu.lexicon import Concepts
from bot.nlu.pinyin import syllables
from bot.nlu.words import Words

Numbers = NDArray[Any]
NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*|[一二两三四五六七八九十百千万几]{2,}|[一二两三四五六七八九十几](?=[元块号日人岁工平点月年天百千万])"
)
RAREST = 3  # of the training sentences that hold a feature; with 2 the model is half as large again and reads no better
BETWEEN = "\0"  # no normalised text holds it
WEIGHTS = {"c": 1.0, "p": 0.7, "w": 0.7, "k": 0.15}


def shape(text: str) -> str:
    """The text with each number as one 0 (一万二 and 8600 teach the same), each age and each name as its mark."""
    return NUMBER.sub("0", mark_ages(mark_names(text), clock.today().year))


def ngrams(items: Sequence[str], kind: str) -> list[str]:
    """All runs of one to three items, marked with their block; in longer ones the ends of the text count as items."""
    framed = ["^", *items, "$"]
    pairs = [f"{kind}{a} {b}" for a, b in pairwise(framed)]
    return [*(kind + item for item in items), *pairs, *(f"{pair} {item}" for pair, item in zip(pairs, framed[2:], strict=False))]


@dataclass
class Featurizer:
    """What turns a text into feature numbers and weights. `vocabulary`: token to number; `idf`: by number."""

    pinyin: dict[str, str]
    concepts: Concepts
    words: Words
    vocabulary: dict[str, int]
    idf: Numbers

    def __getstate__(self) -> dict[str, Any]:
        """What is saved: the tokens in one piece, by their numbers; a quarter of a million short texts cost seconds."""
        return {**self.__dict__, "vocabulary": BETWEEN.join(self.vocabulary)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        tokens = state["vocabulary"].split(BETWEEN) if state["vocabulary"] else []
        self.__dict__.update(state, vocabulary={token: number for number, token in enumerate(tokens)})

    def tokens(self, text: str) -> list[list[str]]:
        """The tokens of the four blocks of a normalised text."""
        concepts = [f"k{name}" for name in sorted(self.concepts.find(text))]
        even = shape(text)
        words = [f"w{word}" for word in self.words.cut(even)]
        return [ngrams(even, "c"), ngrams(syllables(even, self.pinyin), "p"), words, concepts]

    def weigh(self, text: str) -> tuple[Numbers, Numbers]:
        """Numbers (int) and weights (float32) of the known features of a normalised text; both empty for nonsense."""
        return self._weigh(self.tokens(text))

    def _weigh(self, tokens: list[list[str]]) -> tuple[Numbers, Numbers]:
        numbers: list[Numbers] = []
        weights: list[Numbers] = []
        for kind, block in zip("cpwk", tokens, strict=True):
            counts = Counter([number for number in map(self.vocabulary.get, block) if number is not None])
            if not counts:
                continue
            index = np.fromiter(counts.keys(), dtype=np.int64)
            weight = (1.0 + np.log(np.fromiter(counts.values(), dtype=np.float32))) * self.idf[index]
            numbers.append(index)
            weights.append((WEIGHTS[kind] * weight / np.linalg.norm(weight)).astype(np.float32))
        if not numbers:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        return np.concatenate(numbers), np.concatenate(weights)

    def matrix(self, texts: Iterable[str]) -> Any:
        """The sparse matrix (texts x features)."""
        return self._stack([self.tokens(text) for text in texts])

    def _stack(self, texts: Sequence[list[list[str]]]) -> Any:
        """The rows of `_weigh`, all at once, sorted in place here: left to its first use, two threads would do it together."""
        made = sum(self._block(kind, [blocks[place] for blocks in texts]) for place, kind in enumerate("cpwk"))
        made.sum_duplicates()
        return made

    def _block(self, kind: str, rows: Sequence[list[str]]) -> Any:
        """One block of all texts: float64, what the machines want, else each of them makes a copy."""
        from scipy.sparse import csr_matrix

        known = [[number for number in map(self.vocabulary.get, row) if number is not None] for row in rows]
        starts = np.concatenate([[0], np.cumsum([len(row) for row in known])])
        numbers = np.fromiter(chain.from_iterable(known), dtype=np.int64, count=starts[-1])
        block = csr_matrix((np.ones(len(numbers)), numbers, starts), shape=(len(rows), len(self.vocabulary)))
        block.sum_duplicates()
        block.data = (1.0 + np.log(block.data)) * self.idf[block.indices]
        own = np.repeat(np.arange(len(rows)), np.diff(block.indptr))
        length = np.sqrt(np.bincount(own, weights=block.data ** 2, minlength=len(rows)))
        block.data *= WEIGHTS[kind] / length[own]
        return block


def fit(texts: Sequence[str], pinyin: dict[str, str], concepts: Concepts, words: Words, rarest: int = RAREST) -> Featurizer:
    """A featurizer whose vocabulary holds what stands in at least `rarest` of the normalised texts."""
    return learn(texts, pinyin, concepts, words, rarest)[0]


def learn(
    texts: Sequence[str], pinyin: dict[str, str], concepts: Concepts, words: Words, rarest: int = RAREST,
) -> tuple[Featurizer, Any]:
    """The featurizer of `fit` and the matrix of the same texts, with the tokens made once."""
    empty = Featurizer(pinyin, concepts, words, {}, np.empty(0, dtype=np.float32))
    blocks = [empty.tokens(text) for text in texts]
    seen: Counter[str] = Counter()
    for tokens in blocks:
        seen.update(set(chain.from_iterable(tokens)))
    kept = sorted(token for token, count in seen.items() if count >= rarest)
    idf = np.array([1.0 + np.log((1 + len(texts)) / (1 + seen[token])) for token in kept], dtype=np.float32)
    made = Featurizer(pinyin, concepts, words, {token: number for number, token in enumerate(kept)}, idf)
    return made, made._stack(blocks)
