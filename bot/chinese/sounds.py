"""Mend terms of three or more syllables typed with wrong characters of the same sound (data/nlu/lookups/sounds.yml)."""
from __future__ import annotations

from functools import lru_cache

from bot.chinese.typos import read_lookup

_BLUR = (("zh", "z"), ("ch", "c"), ("sh", "s"))


@lru_cache(maxsize=8192)
def syllable(sign: str) -> str:
    """The most usual sound of one character without tone, zh/ch/sh as z/c/s and -ng as -n; the sign itself if it has none."""
    from pypinyin import lazy_pinyin

    sound: str = lazy_pinyin(sign)[0]
    for full, plain in _BLUR:
        if sound.startswith(full):
            sound = plain + sound[2:]
    return sound[:-1] if sound.endswith(("eng", "ing")) else sound


@lru_cache(maxsize=1)
def _terms() -> dict[tuple[str, ...], str]:
    """The terms by their sound."""
    return {tuple(map(syllable, term)): term for term in read_lookup("sounds.yml")["terms"]}


@lru_cache(maxsize=1)
def _starts() -> dict[tuple[str, str], list[int]]:
    """First two sounds of a term -> the lengths that occur, longest first."""
    starts: dict[tuple[str, str], set[int]] = {}
    for sound in _terms():
        starts.setdefault((sound[0], sound[1]), set()).add(len(sound))
    return {key: sorted(lengths, reverse=True) for key, lengths in starts.items()}


@lru_cache(maxsize=1)
def _protected() -> tuple[str, ...]:
    """Right words that sound like a part of a term."""
    return tuple(read_lookup("sounds.yml")["keep"])


def mend_by_sound(text: str) -> str:
    """The text with same-sounding spellings of the listed terms put right; at least one character must be right already."""
    sounds = [syllable(sign) if "\u4e00" <= sign <= "\u9fff" else sign for sign in text]
    starts, terms = _starts(), _terms()
    at = 0
    while at < len(text) - 2:
        for length in starts.get((sounds[at], sounds[at + 1]), ()):
            term = terms.get(tuple(sounds[at:at + length]))
            written = text[at:at + length]
            if term and written != term and _is_slip(written, term):
                text = text[:at] + term + text[at + length:]
                at += length - 1
                break
        at += 1
    return text


def _is_slip(written: str, term: str) -> bool:
    """Whether a spelling is a slip for the term: some of it right, and no word that is right in itself."""
    alike = sum(one == other for one, other in zip(written, term, strict=True))
    return alike >= 1 and not any(word in written for word in _protected())
