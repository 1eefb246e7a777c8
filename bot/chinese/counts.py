"""Whole numbers in hanzi or digits, and vague counts (二十几, 十来个, 几十), for people and other things counted."""
from __future__ import annotations

import re

_DIGITS = dict(zip("零〇一二两俩三仨四五六七八九", (0, 0, 1, 2, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9), strict=True))
_UNITS = {"十": 10, "百": 100, "千": 1000}
HANZI = "零〇一二两三四五六七八九十百千"
#: a count: exact, a range of neighbours, or vague
COUNT = (
    r"(?:\d{1,4}(?:\s?(?:-|~|到|至)\s?\d{1,4})?(?:多|来|几)?|"
    rf"(?:上|好)?[{HANZI}几]{{1,7}}(?:多|来|几)?)"
)


def parse_count(text: str) -> tuple[int, int] | None:
    """Least and greatest number that a count may mean (equal when exact); None when it is no count.

    12 -> (12, 12) · 二十几 -> (21, 29) · 十来 -> (8, 12) · 七八 -> (7, 8) · 二三十 -> (20, 30) · 几十 -> (20, 99) ·
    上百 -> (100, 199) · 几 -> (3, 9) · 30多 -> (31, 39)
    """
    text = text.strip().removeprefix("好").removeprefix("上") if text.strip() != "上百" else "一百多"
    span = re.fullmatch(r"(\d+)\s?[-~到至]\s?(\d+)", text)
    if span:
        low, high = int(span.group(1)), int(span.group(2))
        return (low, high) if low < high else None
    vague = _vague(text)
    if vague:
        return vague
    exact = to_int(text)
    return None if exact is None else (exact, exact)


def _vague(text: str) -> tuple[int, int] | None:
    if text == "几":
        return 3, 9
    if text in ("几十", "几百"):
        return (20, 99) if text == "几十" else (200, 999)
    if text[-1:] in "几多来" and len(text) > 1:
        base = to_int(text[:-1])
        if base is None or base % 10:
            return None
        step = 10 if base % 100 else 100 if base % 1000 else 1000
        return (max(base - 2, 1), base + 2) if text[-1] == "来" else (base + 1, base + step - 1)
    return _neighbours(text)


def _neighbours(text: str) -> tuple[int, int] | None:
    """七八 -> 7, 8; 十七八 -> 17, 18; 二三十 -> 20, 30; 二十五六 -> 25, 26."""
    match = re.fullmatch(r"([二两三四五六七八九]?十)?([一二两三四五六七八九])([一二两三四五六七八九])(十|百)?", text)
    if not match:
        return None
    head, first, second, unit = match.groups()
    low, high = _DIGITS[first], _DIGITS[second]
    if high != low + 1 or (head and unit):
        return None
    base = (to_int(head) or 0) if head else 0
    size = _UNITS.get(unit or "", 1)
    return base + low * size, base + high * size


def to_int(text: str) -> int | None:
    """A whole number in digits or hanzi (十二, 一百零五, 一百二), up to 9999; None otherwise."""
    if text.isdecimal():
        return int(text) if len(text) <= 4 else None
    if not text or any(char not in HANZI and char not in "俩仨" for char in text):
        return None
    total, digit, last_unit = 0, None, 1
    for char in text:
        if char in _UNITS:
            last_unit = _UNITS[char]
            total += (1 if digit is None else digit) * last_unit
            digit = None
        elif digit not in (None, 0):
            return None
        else:
            digit = _DIGITS[char]
            last_unit = 1 if digit == 0 else last_unit
    return total + (digit * last_unit // 10 if last_unit > 10 and digit else digit or 0)
