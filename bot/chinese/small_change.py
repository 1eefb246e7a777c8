"""Money below a yuan: 1毛5, 一毛五分, and what a piece pays in 分 and 厘. Works on levelled text."""
from __future__ import annotations

import re
from decimal import Decimal

from bot.chinese.not_money import is_count
from bot.chinese.numerals import DIGITS, Number
from bot.chinese.rates import rate_after, rate_before

_SMALL = re.compile(r"\s?([角毛分厘])(?:([\d一二两三四五六七八九])([分厘]?))?钱?(?!债|形|色|落|度)")
_SIZES = {"角": 10, "毛": 10, "分": 100, "厘": 1000}
_FIGURE = re.compile(r"[\d零一二两三四五六七八九十百千万wk.]")
_END = re.compile(r"[,，。!！?？\s]|$|吧|左右")


def small_change(text: str, start: int, end: int, number: Number) -> tuple[tuple[Decimal, Decimal], int] | None:
    """The yuan of 毛, 分 and 厘 behind a number, and where they end: 1毛5, 一毛五分, 8厘. 分 without 钱, and 厘, are money only
    as what a piece pays (一个三分, not 八分 or 月息3厘)."""
    match = _SMALL.match(text, end)
    if match is None:
        return None
    size, stop = Decimal(_SIZES[match[1]]), match.end()
    low, high = number.low / size, number.high / size
    if match[2] and (low != high or not _is_tail(text, match)):
        stop = match.end(1)
    elif match[2]:
        part = Decimal(DIGITS.get(match[2], 0) or int(match[2])) / (_SIZES[match[3]] if match[3] else size * 10)
        low, high = low + part, high + part
    if size > 10 and text[stop - 1] != "钱" and not _by_piece(text, start, stop):
        return None
    return (low, high), stop


def _is_tail(text: str, match: re.Match[str]) -> bool:
    """Whether the digit behind 毛, 分 or 厘 is its tenth (1毛5一件), not the begin of a count (五毛一朵, 5毛3个月)."""
    if match[3]:
        return True
    stop = match.end(2)
    if is_count(text, stop, True) or (match[2] in "一1" and rate_after(text, match.start(2))):
        return False
    return not _FIGURE.match(text, stop) or rate_after(text, stop) is not None


def _by_piece(text: str, start: int, stop: int) -> bool:
    """Whether the sum between these places is what a piece pays."""
    rate = rate_after(text, stop) or (rate_before(text, start) if _END.match(text, stop) else None)
    return rate is not None and rate.unit == "piece"
