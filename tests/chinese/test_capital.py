"""Sums in capital numerals: the table capital.yml, and the way there and back against cn2an."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from cn2an import an2cn
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chinese.capital import find_capitals, from_capital, to_capital

TABLE = yaml.safe_load((Path(__file__).parent / "capital.yml").read_text(encoding="utf-8"))


def fen(yuan: str) -> int:
    """The fen of a table entry."""
    return round(float(yuan) * 100)


@pytest.mark.parametrize(("text", "yuan"), TABLE["read"])
def test_capitals_are_read_or_refused(text: str, yuan: str) -> None:
    assert from_capital(text) == (None if yuan == "none" else fen(yuan))


@pytest.mark.parametrize(("yuan", "words"), TABLE["write"])
def test_capitals_are_written_as_accountants_do(yuan: str, words: str) -> None:
    assert to_capital(fen(yuan)) == words


@pytest.mark.parametrize(("text", "sums"), [(row[0], row[1:]) for row in TABLE["find"]])
def test_capitals_are_found_in_a_text(text: str, sums: list[str]) -> None:
    found = find_capitals(text)
    assert [amount.low for amount in found] == [fen(yuan) for yuan in sums]
    assert all(text[amount.start:amount.end] == amount.words for amount in found)


@given(st.integers(min_value=0, max_value=10**14))
@settings(max_examples=500, deadline=None)
def test_every_sum_comes_back_from_its_capitals(sum_: int) -> None:
    assert from_capital(to_capital(sum_)) == sum_
    assert from_capital("人民币" + to_capital(sum_).replace("元", "圆")) == sum_


@given(st.integers(min_value=1, max_value=10**9))
@settings(max_examples=200, deadline=None)
def test_our_reader_agrees_with_the_other_library_on_plain_capitals(yuan: int) -> None:
    assert from_capital(an2cn(yuan, "up") + "元整") == yuan * 100


@pytest.mark.parametrize("wrong", [-1, 10**16])
def test_a_sum_that_no_receipt_can_hold_is_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match="capitals"):
        to_capital(wrong)
