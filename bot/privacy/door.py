"""The door: what a message loses on its way in, and what a reply gets back on its way to the phone."""
from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import Any

from bot.chinese.personal import find_personal
from bot.clock import now as clock_now
from bot.privacy import tokens
from bot.privacy.keeper import keeper_of
from bot.privacy.redact import redact
from bot.privacy.words import find_words

LONGEST = 1000
_RAW_LONGEST = 3_000  # more is cut before it is searched: the search for words and numbers costs
_GONE = "●●●●●●"
_NUMERALS = "0-9０-９零〇一二三四五六七八九幺两xXxX"


class Admitted(str):
    """A text that may enter the conversation store. `cut`: it was longer than 1,000 characters."""

    cut: bool = False


def admit(session: Any, sender: str, text: str, now: datetime) -> Admitted:
    """The text of a message as it may be stored: no control characters, no command, no personal number, no secret word."""
    clean, too_long = _readable(text)
    keeper = keeper_of(session)
    clean = _hide_words(clean, lambda words: keeper.keep_words(sender, words, now))
    clean = redact(clean, lambda kind, value: keeper.keep(sender, kind, value))
    short = _cut(no_command(clean))
    admitted = Admitted(short)
    admitted.cut = too_long or len(short) < len(clean)
    return admitted


def has_secrets(text: str) -> bool:
    """Whether `admit` would keep something of this text: a personal number or secret words."""
    clean, _ = _readable(text)
    return find_words(clean) is not None or any(True for _ in find_personal(clean))


def release(session: Any, sender: str, text: str, now: datetime | None = None) -> str:
    """A reply as the phone may see it: masked numbers, and secret words if they were made for this sender just now.

    Never store the result: keep the reply with its tokens, and release it again at a re-delivery.
    """
    found = tokens.find(text)
    if not found:
        return text
    keeper = keeper_of(session)
    secret = tokens.of_kind(text, "secret")
    plain = [token for token in found if token not in secret]
    said: dict[str, str] = keeper.masked(sender, plain) if plain else {}
    if secret:
        words = keeper.words(sender, secret, now or clock_now())
        said |= {token: " ".join(words[token]) if token in words else _GONE for token in secret}
    return tokens.replace(text, said.get)


def _readable(text: str) -> tuple[str, bool]:
    """The text without invisible signs, cut to what is searched, and whether it was cut."""
    clean = drop_invisible(text)
    too_long = len(clean) > _RAW_LONGEST
    return (re.sub(rf"[{_NUMERALS}\s-]+$", "", clean[:_RAW_LONGEST]) if too_long else clean), too_long


def drop_invisible(text: str) -> str:
    """Without control, format (zero-width), surrogate and private characters; tabs become blanks, line ends stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in _DROPPED)


_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def no_command(text: str) -> str:
    """A leading slash, also after blanks, made full width: typed text never reaches Rasa's `/intent` reading."""
    bare = text.lstrip()
    if not bare.startswith("/"):
        return text
    slashes = len(bare) - len(bare.lstrip("/"))
    return text[: len(text) - len(bare)] + "／" * slashes + bare[slashes:]


def _hide_words(text: str, keep: Any) -> str:
    found = find_words(text)
    if found is None:
        return text
    start, end, words = found
    return text[:start] + str(keep(words)) + text[end:]


def _cut(text: str) -> str:
    """At most LONGEST characters, no token cut in two."""
    if len(text) <= LONGEST:
        return text
    short = text[:LONGEST]
    opened = short.rfind("〔")
    return short[:opened] if opened > short.rfind("〕") and opened > LONGEST - 16 else short
