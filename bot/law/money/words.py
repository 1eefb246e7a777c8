"""Sums as words for papers and sentences: 人民币大写 out and in, and short figures."""
from __future__ import annotations

from decimal import Decimal

from bot.chinese.capital import from_capital, to_capital
from bot.law.errors import ImpossibleInput
from bot.law.money.values import money, yuan


def in_capitals(fen: int) -> str:
    """Fen -> 人民币大写 (LAW-IOU-01). ImpossibleInput for what is no sum."""
    return to_capital(int(money(fen, "sum").low))


def from_capitals(text: str) -> int:
    """人民币大写 -> fen. ImpossibleInput when the words are no sum or leave one open (贰万伍)."""
    found = from_capital(text)
    if found is None:
        raise ImpossibleInput("capitals", "not_a_number")
    return found


def agree(fen: int, capitals: str) -> bool:
    """Whether figures and capitals of a paper name the same sum (LAW-IOU-01)."""
    return from_capitals(capitals) == int(money(fen, "sum").low)


def sum_words(low: int, high: int) -> str:
    """Yuan in figures; a range with ~."""
    return str(yuan(low)) if low == high else f"{yuan(low)}~{yuan(high)}"


def count_words(low: Decimal, high: Decimal | None = None) -> str:
    """A count in figures with at most two places, no trailing zeros; a range with ~."""
    ends = [f"{round(part, 2).normalize():f}" for part in (low, low if high is None else high)]
    return ends[0] if ends[0] == ends[1] else "~".join(ends)
