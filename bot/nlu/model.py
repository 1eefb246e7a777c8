"""The reading of a message: needs, act, danger, second needs. Trained in seconds, saved as one file, no Rasa here."""
from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import joblib

from bot.chinese.foreign import is_foreign
from bot.chinese.normalise import normalise
from bot.chinese.receipts import LIKE_RECEIPT
from bot.nlu import corpus, features, pinyin
from bot.nlu.alarm import Alarm, Heard, train_alarm
from bot.nlu.arbitrate import CERTAIN, FALLBACK, UNKNOWN, Guess, choose
from bot.nlu.danger import read_dangers
from bot.nlu.features import Featurizer
from bot.nlu.gates import Gates, passes, read_gates
from bot.nlu.heads import Head, Numbers, fold_of, train_head
from bot.nlu.lexicon import read_concepts
from bot.nlu.second import SecondNeeds, read_second_needs
from bot.nlu.words import gather

FILE = "reader.joblib"
FORMULA = re.compile(
    r"^(?:(?:律师|老师|领导|大哥|大姐|同志|师傅)?[你您]好[啊呀]?|在吗|有人吗|谢谢[你您了]?|好的|嗯+|哦|请问一?下?|打扰一?下?|想?问一?下"
    r"|我想咨询一?下)(?:律师|老师|领导|大哥|大姐|同志)?[,。!~?:; ]+"
)
LETTERS = re.compile("[A-Za-z ]+")
LEAST_LEFT = 5
SHORT = 3
OUT, OUT_ODDS = "out_of_scope", 4.0
BAYES = 0.9  # for the needs, which are of like size; acts and dangers are read better without
TOLD, FACT = 0.9, "inform"
EDGES = " ,.!?;:~。,!?、;:…\"'“”‘’()()"


@dataclass(frozen=True)
class Reading:
    """What a message means. `ranking`: all needs, best first; `act` None when the message is no act; `doubt`: a danger that it
    may speak of, when none is sure."""

    intent: Guess
    ranking: list[Guess]
    second: list[str]
    act: Guess | None
    danger: str | None
    doubt: str | None = None


@dataclass
class Reader:
    """Three heads over one featurizer, with the tables that belong to them.

    `gates`: signs an act must show; `said`: whole messages of the examples.
    """

    features: Featurizer
    needs: Head
    acts: Head
    alarm: Alarm
    second: SecondNeeds
    said: dict[str, str]
    gates: Gates

    def read(self, text: str) -> Reading:
        """The reading of a normalised text; a greeting before the matter is left out."""
        text = bare(text)
        index, weight = self.features.weigh(text)
        told = self.said.get(key_of(text))
        scores = self.needs.rank(index, weight)
        ranking = sure_of(told, needs_alone(scores))
        alone = 1.0 - dict(scores).get(corpus.NONE, 0.0)
        need = Guess(ranking[0][0], ranking[0][1] * alone)
        act = self._act(text, index, weight)
        danger, doubt = self._danger(text, index, weight)
        known = 1.0 if act and act.confidence == 1.0 else self._known(text)
        if act and known < UNKNOWN:
            act = None
        intent = choose(danger, act, Guess(*ranking[0]) if told in corpus.NEEDS else need, len(text), known)
        guesses = [Guess(*pair) for pair in ranking]
        return Reading(intent, guesses, self.second.find(text, ranking) if len(text) > 5 else [], act, danger, doubt)

    def _danger(self, text: str, index: Numbers, weight: Numbers) -> Heard:
        """The danger of a message, if it speaks of one, or a doubt."""
        act, certainty = self.acts.rank(index, weight)[0]
        return self.alarm.hear(text, index, weight, fact=act == FACT and certainty >= TOLD, known=key_of(text) in self.said)

    def _act(self, text: str, index: Numbers, weight: Numbers) -> Guess | None:
        """The act head's first guess; None for `none`. A message that is word for word an example is certain."""
        if LIKE_RECEIPT.search(text):
            return Guess("status", 1.0)
        told = self.said.get(key_of(text))
        if told:
            return None if told in corpus.NEEDS else Guess(told, 1.0)
        name, confidence = next(pair for pair in self.acts.rank(index, weight) if passes(self.gates, pair[0], text))
        return None if name == corpus.NONE else Guess(name, confidence)

    def _known(self, text: str) -> float:
        """Share of the neighbouring pairs of characters (of the characters, in a very short text) that training saw."""
        inner = text.strip(EDGES)
        if key_of(text) in self.said:
            return 1.0
        if is_foreign(inner) or LETTERS.fullmatch(inner):
            return 0.0
        even = features.shape(inner)
        runs = [f"c{a} {b}" for a, b in pairwise(even)] if len(even) > SHORT else [f"c{sign}" for sign in even]
        return sum(run in self.features.vocabulary for run in runs) / len(runs) if runs else 0.0

    def save(self, folder: Path) -> None:
        """Write into a folder that exists or is made."""
        folder.mkdir(parents=True, exist_ok=True)
        joblib.dump(self, folder / FILE, compress=3)


def needs_alone(scores: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """The chances of the needs among themselves, best first, without the head's "none" (a message that is only an act).

    Other people's matters are endless and training holds few of them: their odds are raised.
    """
    raised = {name: chance * (OUT_ODDS if name == OUT else 1.0) for name, chance in scores if name != corpus.NONE}
    left = max(sum(raised.values()), 1e-9)
    return sorted(((name, chance / left) for name, chance in raised.items()), key=lambda pair: -pair[1])


def sure_of(told: str | None, ranking: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """The ranking of a message that is word for word an example of a need: that need first, nearly certain."""
    if told not in corpus.NEEDS:
        return ranking
    left = 1.0 - dict(ranking)[told] or 1.0
    return [(told, CERTAIN), *((need, chance / left * (1 - CERTAIN)) for need, chance in ranking if need != told)]


def bare(text: str) -> str:
    """A normalised text without the greetings and thanks at its front, when at least five characters are left."""
    while (match := FORMULA.match(text)) and len(text) - match.end() >= LEAST_LEFT:
        text = text[match.end():]
    return text


def key_of(text: str) -> str:
    """A whole message as it is looked up among the examples: without its edges, in small letters (OK is ok)."""
    return (text.strip(EDGES) or text).lower()


def load(path: Path) -> Reader:
    """A reader from the file that `save` wrote."""
    reader: Reader = joblib.load(path)
    return reader


def train(sentences: Sequence[corpus.Sentence], lookups: Path) -> Reader:
    """A reader from the sentences and the folder of lookups."""
    texts = [bare(normalise(one.text)) for one in sentences]
    words = gather(map(features.shape, texts), lookups / "jieba_words.txt")
    featurizer, matrix = features.learn(texts, pinyin.build_table(), read_concepts(lookups), words)
    folds = [fold_of(text) for text in texts]
    dangers = [corpus.danger_label(one.intent) for one in sentences]
    acts_told = [(corpus.act_label(one.intent),) for one in sentences]
    with ThreadPoolExecutor(2) as pool:
        alarm = pool.submit(train_alarm, featurizer, matrix, texts, dangers, folds)
        needs = pool.submit(train_head, matrix, [one.needs for one in sentences], folds, bayes=BAYES)
        acts = pool.submit(train_head, matrix, acts_told, folds)
    warned = Alarm(featurizer, alarm.result(), read_dangers(lookups))
    pairs = zip(texts, sentences, strict=True)
    said = {key_of(text): one.intent for text, one in pairs if one.intent not in corpus.DANGERS}
    return Reader(featurizer, needs.result(), acts.result(), warned, read_second_needs(lookups), said, read_gates(lookups))


__all__ = ["FALLBACK", "FILE", "Guess", "Reader", "Reading", "load", "train"]
