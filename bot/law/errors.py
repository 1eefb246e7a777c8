"""The one error of the engine: what was given cannot be, so there is no number for it."""
from __future__ import annotations


class ImpossibleInput(ValueError):
    """A sum, a quantity or a day that cannot be. `what` names the input; `why` is one of not_a_number, negative, zero,
    too_large, fraction_of_fen, upside_down (low above high), end_before_start, not_a_day, in_future, too_many, no_such."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what}: {why}")
        self.what = what
        self.why = why
