"""The case store as the door's keeper (see bot/privacy/keeper.py)."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.cases import personal, secrets_out


class CaseKeeper:
    """Keeps values in the transaction of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, sender: str, kind: str, value: str) -> str:
        """The token of a personal number."""
        return personal.keep(self._session, sender, kind, value)

    def keep_words(self, sender: str, words: Sequence[str], now: datetime) -> str:
        """The token of secret words."""
        return secrets_out.put(self._session, sender, words, now)

    def masked(self, sender: str, tokens: Sequence[str]) -> dict[str, str]:
        """Masked numbers of the sender's tokens."""
        return personal.masked_all(self._session, sender, tokens)

    def words(self, sender: str, tokens: Sequence[str], now: datetime) -> dict[str, list[str]]:
        """Secret words of the sender's tokens."""
        return secrets_out.take(self._session, sender, tokens, now)


def attach(session: Session) -> None:
    """Give a session its keeper; called by the store."""
    session.info["keeper"] = CaseKeeper(session)
