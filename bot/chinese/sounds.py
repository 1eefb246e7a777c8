"""Mend terms of three or more syllables typed with wrong characters of the same sound (data/nlu/lookups/sounds.yml)."""
from __future__ import annotations

from functools import lru_cache

from bot.chinese.typos import read_lookup

_BLUR = (("zh", "z"), ("ch", "c"), ("sh", "s"))


FIRST, LAST = 0x4E00, 0x9FA5


def build_signs() -> dict[str, str]:
    """Sound -> all basic hanzi of that sound, the most usual reading without tone, zh/ch/sh as z/c/s and -ng as -n.

    What signs.yml holds; needs pypinyin, whose import is slow, so only `python -m bot.chinese.sounds` and a test call it.
    """
    from pypinyin import lazy_pinyin

    signs: dict[str, str] = {}
    for code in range(FIRST, LAST + 1):
        sound: str = lazy_pinyin(chr(code))[0]
        for full, plain in _BLUR:
            if sound.startswith(full):
                sound = plain + sound[2:]
        sound = sound[:-1] if sound.endswith(("eng", "ing")) else sound
        signs[sound] = signs.get(sound, "") + chr(code)
    return dict(sorted(signs.items()))


@lru_cache(maxsize=1)
def _sounds() -> dict[str, str]:
    """The sound of each listed character."""
    return {sign: sound for sound, signs in read_lookup("signs.yml")["signs"].items() for sign in signs}


def syllable(sign: str) -> str:
    """The sound of one character as `build_signs` has it; the sign itself if it has none."""
    return _sounds().get(sign, sign)


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


if __name__ == "__main__":
    print("# Which characters sound alike: sound -> characters. Read by bot/chinese/sounds.py. Not written by hand:")
    print("# python -m bot.chinese.sounds > data/nlu/lookups/signs.yml")
    print("signs:")
    for heard, alike in build_signs().items():
        print(f"  '{heard}': '{alike}'")
