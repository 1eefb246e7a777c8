"""Figures of a reader over held-out rows."""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bench.understanding.rows import Row

BINS = 10
OUT = "out_of_scope"
Ranking = Sequence[tuple[str, float]]


@dataclass(frozen=True)
class Figures:
    """Shares from 0 to 1. `counted`: the first guess is the need or a second need that the sentence clearly has."""

    rows: int
    strict: float
    counted: float
    in_three: float
    macro_f1: float
    out_found: float
    turned_away: float
    calibration: float


def share(flags: Sequence[bool]) -> float:
    """The part that is true; 0 for none."""
    return sum(flags) / len(flags) if flags else 0.0


def score(rows: Sequence[Row], rankings: Sequence[Ranking]) -> Figures:
    """Rows with a need against the needs' rankings (best first, with chances)."""
    pairs = [(row, ranking) for row, ranking in zip(rows, rankings, strict=True) if row.need]
    first = [(row, ranking[0][0]) for row, ranking in pairs]
    inside = [guess == OUT for row, guess in first if row.need != OUT]
    return Figures(
        rows=len(pairs),
        strict=share([guess == row.need for row, guess in first]),
        counted=share([guess in (row.need, *row.second) for row, guess in first]),
        in_three=share([bool({row.need, *row.second} & {name for name, _ in ranking[:3]}) for row, ranking in pairs]),
        macro_f1=macro_f1([(str(row.need), guess) for row, guess in first]),
        out_found=share([guess == OUT for row, guess in first if row.need == OUT]),
        turned_away=share(inside),
        calibration=calibration_error([(ranking[0][1], ranking[0][0] in (row.need, *row.second)) for row, ranking in pairs]),
    )


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean F1 over the true classes of (true, guessed) pairs."""
    hit, true, guessed = Counter(t for t, g in pairs if t == g), Counter(t for t, _ in pairs), Counter(g for _, g in pairs)
    return sum(2 * hit[name] / (true[name] + guessed[name]) for name in true) / max(1, len(true))


def calibration_error(pairs: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: how far chances lie from what came true, over ten equal bins."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for chance, right in pairs:
        bins.setdefault(min(BINS - 1, int(chance * BINS)), []).append((chance, right))
    gaps = [abs(sum(right for _, right in one) - sum(chance for chance, _ in one)) for one in bins.values()]
    return sum(gaps) / max(1, len(pairs))
