"""What the door needs from the case store; the store puts one into `session.info["keeper"]`."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol


class Keeper(Protocol):
    """Keeps personal values and secret words of a sender behind tokens."""

    def keep(self, sender: str, kind: str, value: str) -> str:
        """The token of a personal number."""

    def keep_words(self, sender: str, words: Sequence[str], now: datetime) -> str:
        """The token of secret words, good for a quarter of an hour."""

    def masked(self, sender: str, tokens: Sequence[str]) -> dict[str, str]:
        """Masked numbers of those tokens that are this sender's."""

    def words(self, sender: str, tokens: Sequence[str], now: datetime) -> dict[str, list[str]]:
        """Secret words of those tokens that are this sender's and not past their time."""


def keeper_of(session: Any) -> Keeper:
    """The keeper of a store's session."""
    keeper: Keeper = session.info["keeper"]
    return keeper
