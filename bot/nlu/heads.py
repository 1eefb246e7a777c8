"""A head: one linear classifier over the features, its scores turned into honest probabilities by one temperature."""
from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

FOLDS = 4
SMOOTHING = 0.1
SPARED_BITS = 4  # of the ten behind the point of a float16
Numbers = NDArray[Any]


@dataclass
class Head:
    """`weights`: features x classes (float16, the last bits zero); `sharpness` multiplies the scores before the softmax."""

    classes: list[str]
    weights: Numbers
    bias: Numbers
    sharpness: float

    def rank(self, index: Numbers, weight: Numbers) -> list[tuple[str, float]]:
        """All classes with their probability, best first, for one text's features."""
        chance = softmax((weight @ self.weights[index].astype(np.float32) + self.bias)[None, :] * self.sharpness)[0]
        return [(self.classes[i], float(chance[i])) for i in np.argsort(-chance)]

    def chance_without(self, matrix: Any, name: str) -> Numbers:
        """For each row of a matrix, the chance of all classes but one."""
        chance = softmax((matrix @ self.weights.astype(np.float32) + self.bias) * self.sharpness)
        rest: Numbers = 1.0 - chance[:, self.classes.index(name)]
        return rest


def softmax(scores: Numbers) -> Numbers:
    """Rows of scores to rows of probabilities."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Numbers = raised / raised.sum(axis=1, keepdims=True)
    return chances


def fold_of(text: str) -> int:
    """The fold of a text: by its hash, so that it stays when lines move."""
    return zlib.crc32(text.encode()) % FOLDS


def train_head(
    matrix: Any, labels: Sequence[Sequence[str]], folds: Sequence[int], strength: float = 0.5, bayes: float = 0.0,
) -> Head:
    """Fit on all rows; each row carries its label and perhaps further ones that are true too, the main one first. A row
    without a label is an example of no class.

    `bayes`: the part of naive Bayes beside the machines, in spreads of their scores: it helps where the classes are of
    like size. The sharpness comes from the rows of fold 0, scored by a classifier that had not seen them.
    """
    classes = sorted({name for row in labels for name in row})
    number = {name: place for place, name in enumerate(classes)}
    held = np.zeros((len(labels), len(classes)), dtype=bool)
    for place, row in enumerate(labels):
        held[place, [number[name] for name in row]] = True
    unseen = np.array(folds) == 0
    part = _fit(matrix[~unseen], held[~unseen], strength)
    scores = matrix[unseen] @ part[0] + part[1]
    share = 0.0
    if bayes:
        told = matrix[unseen] @ _log_odds(matrix[~unseen], held[~unseen])
        share = bayes * scores.std() / max(told.std(), 1e-9)
        scores += share * told
    judged = [place for place, row in enumerate(np.flatnonzero(unseen)) if labels[row]]
    first = np.array([number[labels[row][0]] for row in np.flatnonzero(unseen)[judged]])
    weights, bias = _fit(matrix, held, strength)
    if share:
        weights += share * _log_odds(matrix, held)
    return Head(classes, _short(weights), bias.astype(np.float32), _sharpen(scores[judged], first))


def _short(weights: Numbers) -> Numbers:
    """As float16 with seven significant bits, rounded: half a percent of a weight, a fifth of the saved file."""
    bits = weights.astype(np.float16).view(np.uint16).astype(np.uint32) + (1 << (SPARED_BITS - 1))
    return (bits >> SPARED_BITS << SPARED_BITS).astype(np.uint16).view(np.float16)


def _log_odds(matrix: Any, held: Numbers) -> Numbers:
    """Naive Bayes as weights (features x classes): how much oftener a feature stands in a class than outside it."""
    inside = matrix.T @ held.astype(np.float64) + SMOOTHING
    outside = np.maximum(np.asarray(matrix.sum(axis=0)).T - inside, 0.0) + SMOOTHING
    odds = np.log(inside / inside.sum(axis=0)) - np.log(outside / outside.sum(axis=0))
    centred: Numbers = odds - odds.mean(axis=1, keepdims=True)
    return centred


def _fit(matrix: Any, held: Numbers, strength: float) -> tuple[Numbers, Numbers]:
    """Weights (features x classes) and bias of one linear support vector machine a class; without a row, a low bias."""
    from sklearn.svm import LinearSVC

    rows, size = held.shape
    counts = held.sum(axis=0)
    settings = {"C": strength, "random_state": 7, "max_iter": 2000, "tol": 0.1}
    if size > 2 and counts.all() and (held.sum(axis=1) == 1).all():  # the same machines, three quarters of the time
        shares = {number: rows / (size * int(count)) for number, count in enumerate(counts)}
        machines = LinearSVC(class_weight=shares, **settings).fit(matrix, held.argmax(axis=1))
        return machines.coef_.T.copy(), machines.intercept_
    weights = np.zeros((matrix.shape[1], size))
    bias = np.full(size, -2.0)
    for number in np.flatnonzero((counts > 0) & (counts < rows)):
        machine = LinearSVC(class_weight={True: rows / (size * counts[number]), False: 1.0}, **settings)
        machine.fit(matrix, held[:, number])
        weights[:, number], bias[number] = machine.coef_[0], machine.intercept_[0]
    return weights, bias


def _sharpen(scores: Numbers, target: Numbers) -> float:
    """The sharpness with the least log loss on unseen scores, from 0.5 to 15."""
    rows = np.arange(len(target))
    steps = np.geomspace(0.5, 15.0, 60)
    losses = [-np.log(softmax(scores * step)[rows, target] + 1e-9).mean() for step in steps]
    return float(steps[int(np.argmin(losses))])
