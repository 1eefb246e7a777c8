"""The readers that are compared: each learns the needs from sentences and ranks the needs of a text."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from bench.peer.build import SEED
from bench.understanding.score import Ranking
from bot.chinese.normalise import normalise
from bot.nlu import corpus, model, pinyin
from bot.settings import ROOT

LOOKUPS = ROOT / "data/nlu/lookups"
Examples = Sequence[corpus.Sentence]
Ranker = Callable[[Sequence[str]], list[Ranking]]


@dataclass(frozen=True)
class Trained:
    """`rank`: texts as typed to rankings; `parts`: what would be saved."""

    rank: Ranker
    parts: Any


Trainer = Callable[[Examples], Trained]


@dataclass(frozen=True)
class Configuration:
    """A reader to compare. `author`: it learns the sentences of this author alone; empty: all."""

    train: Trainer
    author: str = ""

    def lessons(self, examples: Examples) -> list[corpus.Sentence]:
        """The sentences that it is given."""
        return [one for one in examples if not self.author or one.author == self.author]


def needs_of(examples: Examples) -> tuple[list[str], list[str]]:
    """The normalised texts that teach a need, and their needs."""
    pairs = [(normalise(one.text), one.intent) for one in examples if one.intent in corpus.NEEDS]
    return [text for text, _ in pairs], [need for _, need in pairs]


def mingxin(examples: Examples) -> Trained:
    """The reader that is served: characters, syllables, words and concepts, two heads, a `none` in each."""
    from bot.cli.answer import pick_need

    reader = model.train(list(examples), LOOKUPS)

    def rank(text: str) -> Ranking:
        plain = normalise(text)
        reading = reader.read(plain)
        first = pick_need(reading, len(plain))
        ranking = [(guess.name, guess.confidence) for guess in reading.ranking]
        return sorted(ranking, key=lambda pair: pair[0] != first)

    return Trained(lambda texts: [rank(text) for text in texts], reader)


def _sklearn(vectorizer: Any, classifier: Any) -> Trainer:
    """A plain pipeline of scikit-learn over normalised texts."""
    def train(examples: Examples) -> Trained:
        texts, needs = needs_of(examples)
        classifier.fit(vectorizer.fit_transform(texts), needs)

        def rank(asked: Sequence[str]) -> list[Ranking]:
            chances = classifier.predict_proba(vectorizer.transform([normalise(text) for text in asked]))
            return [_ranked(classifier.classes_, row) for row in chances]

        return Trained(rank, (vectorizer, classifier))

    return train


def _ranked(classes: Sequence[str], chances: Any) -> Ranking:
    return [(str(classes[number]), float(chances[number])) for number in np.argsort(-chances)]


def _words(text: str) -> list[str]:
    import jieba

    return list(jieba.cut(text))


def _runs_of_sounds(table: dict[str, str], text: str) -> list[str]:
    sounds = pinyin.syllables(text, table)
    return [" ".join(sounds[start:start + size]) for size in (1, 2, 3) for start in range(len(sounds) - size + 1)]


def words_logistic() -> Trainer:
    """Counted jieba words and a logistic regression: what Rasa's LogisticRegressionClassifier does."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    return _sklearn(CountVectorizer(analyzer=_words), LogisticRegression(max_iter=100, class_weight="balanced", solver="lbfgs"))


def characters_logistic() -> Trainer:
    """Tf-idf over runs of 1 to 3 characters and a logistic regression."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2, sublinear_tf=True)
    return _sklearn(vectors, LogisticRegression(C=8, max_iter=60, class_weight="balanced", solver="lbfgs"))


def characters_sounds_logistic() -> Trainer:
    """The same with runs of 1 to 3 syllables beside the characters."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_union

    both = make_union(TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2, sublinear_tf=True),
                      TfidfVectorizer(analyzer=partial(_runs_of_sounds, pinyin.build_table()), min_df=2, sublinear_tf=True))
    return _sklearn(both, LogisticRegression(C=8, max_iter=60, class_weight="balanced", solver="lbfgs"))


def characters_bayes() -> Trainer:
    """Counted runs of 1 to 3 characters and complement naive Bayes."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.naive_bayes import ComplementNB

    return _sklearn(TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2, sublinear_tf=True), ComplementNB(alpha=0.3))


def network(examples: Examples) -> Trained:
    """A small character network (embedding, convolutions over 2 to 4 characters, maximum) trained from nothing."""
    from bench.understanding.network import train

    return Trained(*train(*needs_of(examples)))


def diet(examples: Examples) -> Trained:
    """Rasa's usual one: jieba, counted words, DIET. Its size is the archive that Rasa writes."""
    from bench.understanding.diet import train

    return Trained(*train(*needs_of(examples)))


def vote(*voters: Trainer) -> Trainer:
    """The mean chance of several readers."""
    def train(examples: Examples) -> Trained:
        trained = [voter(examples) for voter in voters]

        def rank(texts: Sequence[str]) -> list[Ranking]:
            told = [one.rank(texts) for one in trained]
            return [_mean([dict(one[number]) for one in told]) for number in range(len(texts))]

        return Trained(rank, [one.parts for one in trained])

    return train


def _mean(tables: Sequence[dict[str, float]]) -> Ranking:
    names = sorted({name for table in tables for name in table})
    means = {name: sum(table.get(name, 0.0) for table in tables) / len(tables) for name in names}
    return sorted(means.items(), key=lambda pair: -pair[1])


def all_of_them() -> dict[str, Configuration]:
    """Name to reader. DIET is given the seed alone (on all it takes tens of minutes), so ours is measured on the seed too."""
    return {
        "mingxin": Configuration(mingxin),
        "words, logistic": Configuration(words_logistic()),
        "characters, logistic": Configuration(characters_logistic()),
        "characters and sounds, logistic": Configuration(characters_sounds_logistic()),
        "characters, naive Bayes": Configuration(characters_bayes()),
        "character network": Configuration(network),
        "mingxin and network, mean": Configuration(vote(mingxin, network)),
        "mingxin, seed alone": Configuration(mingxin, SEED),
        "jieba, counts and DIET, seed alone": Configuration(diet, SEED),
    }
