"""Which danger a message speaks of: a head over the whole message and over its windows, and a table of words beside it."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from bot.nlu import corpus
from bot.nlu.danger import DangerTable
from bot.nlu.features import Featurizer
from bot.nlu.heads import Head, Numbers, train_head
from bot.nlu.windows import windows

# how sure the head must be of some danger: of a whole message; of one window; beside words of danger, of the same two; where
# words stand that only sound like it; where the act head is sure of a mere fact (who is whose daughter is said with the words
# of farewells). Less sure, but as sure as UNSURE and UNSURE_PART, it doubts
WHOLE, IN_WINDOW, DOUBTED, DOUBTED_PART, SPARED, SPARED_PART, AGAINST = 0.65, 0.98, 0.1, 0.9, 0.95, 0.99, 0.95
UNSURE, UNSURE_PART = 0.25, 0.7
WORTH = 0.001  # how sure of a whole message for its windows to be looked at: spares half of them and misses none of 710
# the windows that teach: of a danger its surest one and those above CLEAR; of another message those that sound like one
# (above FALSE), when the message does itself a little (above HINT); of every PART-th fold of messages, which is enough
CLEAR, FALSE, HINT, PART = 0.9, 0.02, 0.01, 2


class Heard(NamedTuple):
    """The danger of a message, or None; if None, perhaps one that it may speak of."""

    danger: str | None = None
    doubt: str | None = None


@dataclass
class Alarm:
    """The head of dangers with its table; `features` are those of the other heads."""

    features: Featurizer
    head: Head
    table: DangerTable

    def hear(self, text: str, index: Numbers, weight: Numbers, *, fact: bool, known: bool) -> Heard:
        """The danger of a normalised text with these features: by the words of the table, unless the head doubts them; or by
        the head alone, which must be surer of a window and of a mere `fact`, and is not asked about a `known` harmless one."""
        whole, name = self._chance(text, index, weight)
        part, part_name, words = (self._surest(text) if whole >= WORTH else None) or (0.0, name, "")
        by_words = self.table.find(text)
        if by_words and (whole >= DOUBTED or part >= DOUBTED_PART):
            return Heard(by_words)
        if known:
            return Heard()
        spared = name in self.table.spared(text) or not self.table.is_hinted(name, text)
        if whole >= max(WHOLE, SPARED if spared else 0.0, AGAINST if fact else 0.0):
            return Heard(name)
        if part >= (SPARED_PART if part_name in self.table.spared(words) else IN_WINDOW):
            return Heard(part_name)
        unsure = (whole >= UNSURE and not fact) or part >= UNSURE_PART
        doubt = name if whole >= UNSURE else part_name
        return Heard(doubt=doubt) if unsure and self.table.is_hinted(doubt, text) else Heard()

    def _surest(self, text: str) -> tuple[float, str, str] | None:
        """The window that sounds most like a danger: how sure, which danger, its words; None of a short text."""
        return max(((*self._chance(text, *self.features.weigh(part)), part) for part in windows(text)), default=None)

    def _chance(self, text: str, index: Numbers, weight: Numbers) -> tuple[float, str]:
        """How sure the head is of some danger that the text shows what belongs to, and the likeliest one."""
        ranking = [pair for pair in self.head.rank(index, weight) if pair[0] != corpus.NONE]
        shown = [pair for pair in ranking if self.table.may_be(pair[0], text)]
        return sum(chance for _, chance in shown), (shown or ranking)[0][0]


def train_alarm(features: Featurizer, matrix: Any, texts: Sequence[str], labels: Sequence[str], folds: Sequence[int]) -> Head:
    """A head from the texts, then once more with the windows that the first one is sure of: of dangers as dangers, of other
    messages as none."""
    from scipy.sparse import vstack

    head = train_head(matrix, [(label,) for label in labels], folds)
    hint = head.chance_without(matrix, corpus.NONE)
    asked = [place for place, label in enumerate(labels) if label != corpus.NONE or hint[place] >= HINT]
    own = [(place, part) for place in asked if folds[place] % PART == 0 for part in windows(texts[place])]
    if not own:
        return head
    parts = features.matrix([part for _, part in own])
    places = np.array([place for place, _ in own])
    kept = _telling(head.chance_without(parts, corpus.NONE), places, np.array([label != corpus.NONE for label in labels])[places])
    taught = places[kept]
    return train_head(vstack([matrix, parts[kept]]).tocsr(), [(label,) for label in [*labels, *(labels[i] for i in taught)]],
                      [*folds, *(folds[i] for i in taught)])


def _telling(chance: Numbers, places: Numbers, danger: Numbers) -> Numbers:
    """Which windows teach: rows of windows with the head's chance of a danger, their message, and whether that is one."""
    surest = np.zeros(places.max() + 1)
    np.maximum.at(surest, places, chance)
    return np.flatnonzero(np.where(danger, (chance >= surest[places]) | (chance > CLEAR), chance > FALSE))
