"""A small character network, for comparison alone: nothing of it is served."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from bench.understanding.score import Ranking
from bot.chinese.normalise import normalise

LONGEST = 80
EPOCHS = 12
SEED = 7


def train(texts: Sequence[str], needs: Sequence[str]) -> tuple[Callable[[Sequence[str]], list[Ranking]], Any]:
    """Learn from normalised texts: a ranker that takes texts as typed, and the weights."""
    import tensorflow as tf

    tf.keras.utils.set_random_seed(SEED)
    signs = {sign: number + 2 for number, sign in enumerate(sorted({sign for text in texts for sign in text}))}
    classes = sorted(set(needs))
    net = _build(tf, len(signs) + 2, len(classes))
    net.fit(_rows(texts, signs), np.array([classes.index(need) for need in needs]), batch_size=64, epochs=EPOCHS, verbose=0)

    def rank(asked: Sequence[str]) -> list[Ranking]:
        chances = net.predict(_rows([normalise(text) for text in asked], signs), verbose=0)
        return [[(classes[i], float(row[i])) for i in np.argsort(-row)] for row in chances]

    return rank, [weights.astype(np.float16) for weights in net.get_weights()]


def _build(tf: Any, signs: int, classes: int) -> Any:
    layers = tf.keras.layers
    typed = layers.Input((LONGEST,))
    seen = layers.SpatialDropout1D(0.2)(layers.Embedding(signs, 96)(typed))
    runs = [layers.Conv1D(192, width, activation="relu", padding="same")(seen) for width in (2, 3, 4)]
    pools = [layers.GlobalMaxPooling1D()(run) for run in runs]
    out = layers.Dense(classes, activation="softmax")(layers.Dropout(0.5)(layers.Concatenate()(pools)))
    net = tf.keras.Model(typed, out)
    net.compile(tf.keras.optimizers.Adam(1e-3), "sparse_categorical_crossentropy")
    return net


def _rows(texts: Sequence[str], signs: dict[str, int]) -> Any:
    """The last LONGEST characters as numbers: 0 is padding, 1 a character that training did not see."""
    rows = np.zeros((len(texts), LONGEST), dtype=np.int32)
    for number, text in enumerate(texts):
        told = [signs.get(sign, 1) for sign in text[-LONGEST:]]
        rows[number, :len(told)] = told
    return rows
