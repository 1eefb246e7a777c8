"""Rates below a yuan and below a fen: the table small_rates.yml, read exactly."""
from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from bot.chinese.amounts import find_amounts
from bot.chinese.values import Amount

TABLE = yaml.safe_load((Path(__file__).parent / "small_rates.yml").read_text(encoding="utf-8"))


def said(amount: Amount) -> str:
    """An amount in the notation of the table, by its exact yuan."""
    low, high = amount.yuan
    words = f"{low}" if low == high else f"{low}..{high}"
    return words if amount.unit == "sum" else f"{words}/{amount.unit}"


@pytest.mark.parametrize(("text", "sums"), [(row[0], row[1:]) for row in TABLE])
def test_what_a_piece_pays_is_read_to_the_part_of_a_fen(text: str, sums: list[str]) -> None:
    assert [said(amount) for amount in find_amounts(text)] == sums


@pytest.mark.parametrize(("text", "sums"), [(row[0], row[1:]) for row in TABLE])
def test_the_whole_fen_are_the_exact_sum_rounded_and_never_nothing(text: str, sums: list[str]) -> None:
    for amount in find_amounts(text):
        for fen, yuan in zip((amount.low, amount.high), amount.yuan, strict=True):
            assert isinstance(fen, int) and fen >= 1
            assert abs(Decimal(fen) - Decimal(str(yuan)) * 100) <= (Decimal("0.5") if yuan >= 0.005 else 1)
