"""Sums in the capital numerals of receipts (人民币大写), out and in. Money is integer fen."""
from __future__ import annotations

import re
from decimal import Decimal

from bot.chinese.numerals import level
from bot.chinese.values import Amount

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_HEAD = re.compile(r"^(?:(?:共计|合计|总计|金额|计|欠款):?)?(?:人民币)?\(?(?:大写)?\)?:?(?:人民币)?[:¥￥]*")
_NUMERAL = "零〇一二三四五六七八九两十百千万亿"
_DIGIT = _NUMERAL[:-5]
_SHAPE = re.compile(
    rf"(?:(?P<whole>[{_NUMERAL}]+)(?P<yuan>元)?)?零?(?:(?P<jiao>[{_DIGIT}])[角毛])?零?(?:(?P<fen>[{_DIGIT}])分)?[整正]?"
)
_CAPITAL = "零〇壹弌贰貳弍叁參弎肆伍陆陸柒捌玖拾佰陌仟阡万萬亿億两"
_IN_TEXT = re.compile(
    rf"([{_CAPITAL}一二三四五六七八九十百千]{{1,24}}\s?[元圆圓]"
    rf"(?:零?[{_CAPITAL}一二三四五六七八九][角毛])?(?:零?[{_CAPITAL}一二三四五六七八九]分)?[整正]?"
    rf"|[{_CAPITAL}]{{2,24}}[整正])"
)


def to_capital(fen: int) -> str:
    """1200000 -> 壹万贰仟元整. ValueError below zero and from 10**14 yuan on."""
    if fen < 0 or fen >= 10 ** 16:
        raise ValueError("a sum in capitals is at least 0 and below 100 trillion yuan")
    from cn2an import an2cn

    words: str = an2cn(str(Decimal(fen) / 100), "rmb")
    return words


def from_capital(text: str) -> int | None:
    """The fen of a sum written in capitals (also 人民币 before it, 圆 for 元, 零 for empty columns); None if it is not one.

    Shortened numbers (贰万伍) are ambiguous on paper and give None.
    """
    words = level(re.sub(r"\s", "", text))
    words = re.sub(r"[。.;,，]+$", "", _HEAD.sub("", words))
    match = _SHAPE.fullmatch(words)
    if not match or not (match["whole"] or match["jiao"] or match["fen"]):
        return None
    whole = _whole(match["whole"] or "零")
    if whole is None or (match["whole"] and (match["jiao"] or match["fen"]) and not match["yuan"]):
        return None
    return whole * 100 + _DIGITS[match["jiao"] or "零"] * 10 + _DIGITS[match["fen"] or "零"]


def find_capitals(text: str) -> list[Amount]:
    """Sums in capital numerals within a text, as exact amounts; at least one capital numeral must stand in each."""
    found = []
    for match in _IN_TEXT.finditer(text):
        words = match[1]
        fen = from_capital(words) if re.search(f"[{_CAPITAL[2:-2]}]", words) else None
        if fen is not None:
            found.append(Amount(match.start(1), match.end(1), words, fen, fen, False))
    return found


def _whole(words: str) -> int | None:
    """Whole yuan: units must fall from left to right, none may be left out after a digit."""
    for sign, size in (("亿", 100_000_000), ("万", 10_000)):
        head, found, tail = words.rpartition(sign)
        if not found:
            continue
        high, low = (_whole(head) if sign == "亿" else _section(head)), _section(tail) if sign == "万" else _whole(tail)
        shortened = len(tail) == 1 and tail not in "零〇"
        if not head or "亿" in head or high is None or low is None or shortened:
            return None
        return high * size + low
    return _section(words)


def _section(words: str) -> int | None:
    """Below 万: digits with their units, 零 anywhere."""
    total, number, last = 0, None, 10_000
    for at, sign in enumerate(words):
        if sign in _SMALL:
            size = _SMALL[sign]
            if number is None:
                if sign != "十" or (at and words[at - 1] not in "零〇"):
                    return None
                number = 1
            if size >= last:
                return None
            total, number, last = total + number * size, None, size
        elif sign in "零〇":
            if number:
                return None
            number = 0
        else:
            if number or sign not in _DIGITS:
                return None
            number = _DIGITS[sign]
            if at + 1 == len(words) and at and last > 10 and words[at - 1] not in "零〇":
                return None
    return total + (number or 0)
