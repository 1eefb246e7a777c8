"""Sums as words for papers and sentences: 人民币大写 out and in, and short figures."""
from __future__ import annotations

from decimal import Decimal

from bot.chinese.capital import from_capital, to_capital
from bot.law.errors import ImpossibleInput
from bot.law.money.values import Number, Range, money, yuan

LONGEST_PART = 8
"""No rate or count that somebody told has more decimal places."""


def in_capitals(fen: int) -> str:
    """Fen -> 人民币大写 (LAW-IOU-01). ImpossibleInput for what is no sum."""
    if isinstance(fen, tuple):
        raise ImpossibleInput("sum", "not_a_number")
    return to_capital(int(money(fen, "sum").low))


def from_capitals(text: str) -> int:
    """人民币大写 -> fen. ImpossibleInput when the words are no sum or leave one open (贰万伍)."""
    found = from_capital(text) if isinstance(text, str) else None
    if found is None:
        raise ImpossibleInput("capitals", "not_a_number")
    return found


def agree(fen: int, capitals: str) -> bool:
    """Whether figures and capitals of a paper name the same sum (LAW-IOU-01)."""
    return in_capitals(fen) == in_capitals(from_capitals(capitals))


def sum_words(low: Number, high: Number) -> str:
    """Fen as yuan in figures, rounded to the fen; a range with ~."""
    return _range(str(yuan(low)), str(yuan(high)))


def rate_words(rate: Range) -> str:
    """Fen as yuan in figures, with every part of a fen that a rate has (0.125), so that what is counted with it comes out; a
    wage that does not end (a month by hours) is rounded to the fen."""
    return _range(*(_exact(part / 100, yuan(part)) for part in (rate.low, rate.high)))


def count_words(low: Decimal, high: Decimal | None = None) -> str:
    """A count in figures, no trailing zeros; a range with ~. One that does not end is rounded to two places."""
    return _range(*(_exact(part, round(part, 2)) for part in (low, low if high is None else high)))


def _exact(value: Decimal, rounded: Decimal) -> str:
    plain = value.normalize()
    places = -int(plain.as_tuple().exponent)
    return f"{plain if places <= LONGEST_PART else rounded.normalize():f}"


def _range(low: str, high: str) -> str:
    return low if low == high else f"{low}~{high}"
