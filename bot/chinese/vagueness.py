"""Words that make a sum vague: 大概, 将近, 不到, 左右, 多, 出头, 上万. Works on levelled text."""
from __future__ import annotations

import re
from decimal import Decimal

from bot.chinese.numerals import step

Span = tuple[Decimal, Decimal]

_GAP = r"(?:有个?|是|欠我?|在|得|要|给了?|共|就|能|拿|发)?"
_BEFORE: list[tuple[str, re.Pattern[str]]] = [
    (kind, re.compile(rf"(?:{words}){_GAP}\s?$"))
    for kind, words in [
        ("under", r"还?不到|不足|不满|没到|最多|顶多|不超过|撑死"),
        ("over", r"至少|最少|起码|少说也?|不止|不只|不少于|超过|多于|高于|不低于"),
        ("nearly", r"将近|接近|快要?|逼近|近(?<!最近)"),
        ("about", r"大概其?|大约摸?|约莫?|差不多|估计|估摸着?|可能|好像"),
    ]
]
_AFTER: list[tuple[str, re.Pattern[str]]] = [
    (kind, re.compile(words))
    for kind, words in [
        ("about", r"\s?(?:左右|上下|的样子|前后|差不多|大概|这样子)"),
        ("over_a_little", r"\s?(?:出头|挂零|冒头|零头|多一点|多点)"),
        ("under", r"\s?(?:都?不到(?!手|位|账|帐)|不足|以内|以下|之内)"),
        ("over", r"\s?(?:以上|往上|不止|打底|起步|开外|还多)"),
    ]
]
_SPECIAL = [
    (re.compile(r"(?<![马晚早])[上过](?P<unit>十万|百万|千万|[百千万])(?![把儿多来余一])(?!别|不要|莫)"), 10, 100),
    (re.compile(r"(?<![最附远])近(?P<unit>[百千万])(?![把儿多来余一])"), 9, 10),
    (re.compile(r"(?P<unit>[百千万])[把来](?=[块元]|(?:钱|$|[,，。!?！？]))"), 8, 12),
    (re.compile(r"(?P<unit>[百千万])[多余](?=[块元]|(?:钱|$|[,，。!?！？]))"), 10, 20),
    (re.compile(r"(?P<unit>[千万])儿[八九][百千]"), 8, 10),
    (re.compile(r"(?P<unit>百)(?:十|八十)(?=[块元])"), 8, 18),
]
_SIZES = {"百": 100, "千": 1000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "千万": 10_000_000}


def special(text: str, at: int) -> tuple[int, Span] | None:
    """A vague sum without a figure at this place (上万, 千把, 万儿八千): its end and yuan from, to."""
    for pattern, low, high in _SPECIAL:
        match = pattern.match(text, at)
        if match:
            size = Decimal(_SIZES[match["unit"]])
            return match.end(), (size * low / 10, size * high / 10)
    return None


def widen(kind: str, span: Span) -> Span:
    """The range that a vague word makes of yuan from, to."""
    low, high = span
    weight = step(high)
    if kind == "about":
        return low * 9 / 10, high * 11 / 10
    if kind == "nearly":
        return low * 9 / 10, high
    if kind == "over":
        return low, high + weight
    if kind == "over_a_little":
        return low, high + high / 10
    return max(low - weight, low / 2), high


def vague_before(text: str, start: int) -> tuple[str, int] | None:
    """The kind of a vague word that ends at `start`, and where it begins."""
    window = text[max(0, start - 8):start]
    for kind, pattern in _BEFORE:
        match = pattern.search(window)
        if match:
            return kind, start - len(window) + match.start()
    return None


def vague_after(text: str, end: int) -> tuple[str, int] | None:
    """The kind of a vague word that begins at `end`, and where it ends."""
    for kind, pattern in _AFTER:
        match = pattern.match(text, end)
        if match:
            return kind, match.end()
    return None
