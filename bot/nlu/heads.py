"""A head: one linear classifier over the features, its scores turned into honest probabilities by one temperature."""
from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

FOLDS = 4
Numbers = NDArray[Any]


@dataclass
class Head:
    """`weights`: features x classes (float16, half the memory); `sharpness` multiplies the scores before the softmax."""

    classes: list[str]
    weights: Numbers
    bias: Numbers
    sharpness: float

    def rank(self, index: Numbers, weight: Numbers) -> list[tuple[str, float]]:
        """All classes with their probability, best first, for one text's features."""
        chance = softmax((weight @ self.weights[index].astype(np.float32) + self.bias)[None, :] * self.sharpness)[0]
        return [(self.classes[i], float(chance[i])) for i in np.argsort(-chance)]


def softmax(scores: Numbers) -> Numbers:
    """Rows of scores to rows of probabilities."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Numbers = raised / raised.sum(axis=1, keepdims=True)
    return chances


def fold_of(text: str) -> int:
    """The fold of a text: by its hash, so that it stays when lines move."""
    return zlib.crc32(text.encode()) % FOLDS


def train_head(matrix: Any, labels: Sequence[Sequence[str]], folds: Sequence[int], strength: float = 0.5) -> Head:
    """Fit on all rows; each row carries its label and perhaps further ones that are true too, the main one first. A row
    without a label teaches nothing.

    The sharpness comes from the rows of fold 0, scored by a classifier that had not seen them.
    """
    told = [place for place, row in enumerate(labels) if row]
    matrix, labels, folds = matrix[told], [labels[place] for place in told], [folds[place] for place in told]
    classes = sorted({name for row in labels for name in row})
    number = {name: place for place, name in enumerate(classes)}
    held = np.zeros((len(labels), len(classes)), dtype=bool)
    for place, row in enumerate(labels):
        held[place, [number[name] for name in row]] = True
    first = np.array([number[row[0]] for row in labels])
    unseen = np.array(folds) == 0
    part = _fit(matrix[~unseen], held[~unseen], strength)
    sharpness = _sharpen(matrix[unseen] @ part[0] + part[1], first[unseen])
    weights, bias = _fit(matrix, held, strength)
    return Head(classes, weights.astype(np.float16), bias.astype(np.float32), sharpness)


def _fit(matrix: Any, held: Numbers, strength: float) -> tuple[Numbers, Numbers]:
    """Weights (features x classes) and bias of one linear support vector machine a class; without a row, a low bias."""
    from sklearn.svm import LinearSVC

    rows, size = held.shape
    weights = np.zeros((matrix.shape[1], size))
    bias = np.full(size, -2.0)
    for number in range(size):
        count = int(held[:, number].sum())
        if 0 < count < rows:
            machine = LinearSVC(C=strength, class_weight={True: rows / (size * count), False: 1.0}, random_state=7,
                                max_iter=2000, tol=0.01).fit(matrix, held[:, number])
            weights[:, number], bias[number] = machine.coef_[0], machine.intercept_[0]
    return weights, bias


def _sharpen(scores: Numbers, target: Numbers) -> float:
    """The sharpness with the least log loss on unseen scores, from 0.5 to 15."""
    rows = np.arange(len(target))
    steps = np.geomspace(0.5, 15.0, 60)
    losses = [-np.log(softmax(scores * step)[rows, target] + 1e-9).mean() for step in steps]
    return float(steps[int(np.argmin(losses))])
