"""What is said of a letter, form or agreement: why and when it is used, why it is not written yet (decided in bot.law)."""
from __future__ import annotations

from typing import NamedTuple

from bot.documents.words import words


class Note(NamedTuple):
    """A sentence for the worker with the ids of the law behind it."""

    text: str
    laws: tuple[str, ...]


def why(document: str) -> Note:
    """Why and when this paper is used. Raises KeyError for a paper of another kind."""
    return _note("letters_when", document)


def not_yet_words(reason: str) -> Note:
    """The reason that `bot.law.letters.not_yet` gave, in words, with the next step. Raises KeyError for an unknown one."""
    return _note("letters_not_yet", reason)


def _note(table: str, key: str) -> Note:
    row = words()[table][key]
    return Note(str(row["text"]), tuple(row["laws"]))
