"""The three secret words of a receipt: chosen, hashed, compared, found in what somebody types."""
from __future__ import annotations

import re
import secrets
from collections.abc import Sequence

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from bot.chinese.receipts import read_receipt
from bot.privacy import tokens
from bot.privacy.words import Three, canonical, find_words, without_frame, word_list

__all__ = ["Hashed", "Three", "find_words", "hash_words", "is_words", "make_words", "matches", "new_words", "read_receipt",
           "split_words"]

Hashed = tuple[Three, str]
WORDS = 3
_GROUPS = re.compile(r"[\s,、.。;:+/]+")
_LONGEST_GROUP = 4
# OWASP's smallest for Argon2id: 19 MiB, two passes (about 25 ms here)
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1, hash_len=32, salt_len=16)


def make_words() -> Three:
    """Three different words of the list, by chance (2048 · 2047 · 2046, 33 bits)."""
    words = secrets.SystemRandom().sample(word_list(), 3)
    return words[0], words[1], words[2]


def new_words() -> Hashed:
    """Three new words and their hash (25 ms of processor time)."""
    words = make_words()
    return words, hash_words(words)


def hash_words(words: Sequence[str]) -> str:
    """The Argon2 hash to store."""
    return _HASHER.hash(_canonical(words))


def matches(words_hash: str, words: Sequence[str]) -> bool:
    """Whether these are the words (written alike or sounding alike, in order)."""
    try:
        return _HASHER.verify(words_hash, _canonical(words))
    except (VerifyMismatchError, InvalidHashError):
        return False


def split_words(text: str) -> list[str]:
    """The words in what was typed as three words, perhaps with the receipt and a request: `苹果 西瓜,火车`, `苹果西瓜火车`.

    Three short groups of hanzi are three words, however long each is (山 水 人). Other than three: no try at the words.
    """
    found = find_words(text)
    if found is not None:
        return list(found[2])
    groups = _groups(text)
    if len(groups) == WORDS:
        return groups
    hanzi = "".join(sign for sign in without_frame(text) if "一" <= sign <= "鿿")
    return [hanzi[at : at + 2] for at in range(0, min(len(hanzi), 12), 2)]


def _groups(text: str) -> list[str]:
    """The groups of a few hanzi of which a message is made, a gap between each two; empty when anything else stands in it."""
    groups = [group for group in _GROUPS.split(without_frame(text).strip()) if group]
    short = all(len(group) <= _LONGEST_GROUP and all("一" <= sign <= "鿿" for sign in group) for group in groups)
    return groups if short else []


def like_words(text: str) -> bool:
    """Whether a message, where the words are awaited, can only be a try at them: two to four short words with gaps, or what
    `is_words` takes."""
    return is_words(text) or 2 <= len(_groups(text)) <= WORDS + 1


def is_words(text: str) -> bool:
    """Whether a message is nothing but three words: the door's token for them, or three of two hanzi of which two are of the
    list (a mistyped try)."""
    if tokens.of_kind(text, "secret"):
        return True
    said = split_words(text)
    return len(said) == WORDS and sum(canonical(word) is not None for word in said) >= WORDS - 1


def _canonical(words: Sequence[str]) -> str:
    return "-".join(canonical(word) or word for word in words)

