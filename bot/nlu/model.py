"""The reading of a message: needs, act, danger, second needs. Trained in seconds, saved as one file, no Rasa here."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import joblib

from bot.chinese.normalise import normalise
from bot.nlu import corpus, features, pinyin
from bot.nlu.arbitrate import FALLBACK, Guess, choose
from bot.nlu.danger import DangerTable, read_dangers
from bot.nlu.features import Featurizer
from bot.nlu.heads import Head, fold_of, train_head
from bot.nlu.lexicon import read_concepts
from bot.nlu.second import SecondNeeds, read_second_needs

FILE = "reader.joblib"
EDGES = " ,.!?;:~。,!?、;:…\"'“”‘’()()"


@dataclass(frozen=True)
class Reading:
    """What a message means. `ranking`: all needs, best first; `act` None when the message is no act."""

    intent: Guess
    ranking: list[Guess]
    second: list[str]
    act: Guess | None
    danger: str | None


@dataclass
class Reader:
    """Both heads over one featurizer, with the tables that belong to them; `said`: whole short messages to their act."""

    features: Featurizer
    needs: Head
    acts: Head
    dangers: DangerTable
    second: SecondNeeds
    said: dict[str, str]

    def read(self, text: str) -> Reading:
        """The reading of a normalised text."""
        index, weight = self.features.weigh(text)
        ranking = self.needs.rank(index, weight)
        act = self._act(text, index, weight)
        danger = self.dangers.find(text)
        intent = choose(danger, act, Guess(*ranking[0]), len(text), self._known(text))
        if intent.name.startswith("danger_"):
            danger = intent.name
        guesses = [Guess(*pair) for pair in ranking]
        return Reading(intent, guesses, self.second.find(text, ranking) if len(text) > 5 else [], act, danger)

    def _act(self, text: str, index: object, weight: object) -> Guess | None:
        """The act head's first guess; a message that is word for word in the examples is certain; None for `none`."""
        told = self.said.get(text.strip(EDGES))
        if told:
            return Guess(told, 1.0)
        name, confidence = self.acts.rank(index, weight)[0]  # type: ignore[arg-type]
        return None if name == corpus.NONE else Guess(name, confidence)

    def _known(self, text: str) -> float:
        """Share of the neighbouring pairs of characters (of the single one in a short text) that training saw."""
        inner = features.shape(text.strip(EDGES))
        if len(inner) < 2:
            return 1.0 if inner in self.said or text in self.said or f"c{inner}" in self.features.vocabulary else 0.0
        if inner in self.said:
            return 1.0
        pairs = [f"c{a} {b}" for a, b in zip(inner, inner[1:], strict=False)]
        return sum(pair in self.features.vocabulary for pair in pairs) / len(pairs)

    def save(self, folder: Path) -> None:
        """Write into a folder that exists or is made."""
        folder.mkdir(parents=True, exist_ok=True)
        joblib.dump(self, folder / FILE, compress=1)


def load(path: Path) -> Reader:
    """A reader from the file that `save` wrote."""
    reader: Reader = joblib.load(path)
    return reader


def train(examples: Sequence[corpus.Example], lookups: Path) -> Reader:
    """A reader from (text as typed, intent) pairs and the folder of lookups."""
    texts = [normalise(text) for text, _ in examples]
    intents = [intent for _, intent in examples]
    featurizer = features.fit(texts, pinyin.build_table(), read_concepts(lookups))
    matrix = featurizer.matrix(texts)
    rows = [number for number, intent in enumerate(intents) if corpus.need_label(intent)]
    folds = [fold_of(text) for text in texts]
    needs = train_head(matrix[rows], [str(corpus.need_label(intents[row])) for row in rows], [folds[row] for row in rows])
    acts = train_head(matrix, [corpus.act_label(intent) for intent in intents], folds)
    said = {text.strip(EDGES) or text: intent for text, intent in zip(texts, intents, strict=True) if intent in corpus.ACTS}
    return Reader(featurizer, needs, acts, read_dangers(lookups), read_second_needs(lookups), said)


__all__ = ["FALLBACK", "FILE", "Guess", "Reader", "Reading", "load", "train"]
