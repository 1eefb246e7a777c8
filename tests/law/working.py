"""The arithmetic of a line of the working, read back from its words: 每月6000元 × 2个月 = 12000元."""
from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

NUMBER = re.compile(r"(\d+(?:\.\d+)?)(?:~(\d+(?:\.\d+)?))?(元|个月|天|小时|件|%)?")
EQUATION = re.compile(r"([^：。，；]*[×÷][^=]*)= ([\d.~]+)(元|小时)")
PERCENT = re.compile(r"(\d+)%到(\d+)%")
BARE = {"21.75", "8", "2", "3", "365"}
"""Divisors and factors of the law or of the calendar, which have no unit."""


class Sum(NamedTuple):
    """What the left side gives, least and most, and what the right side says."""

    low: Decimal
    high: Decimal
    said: tuple[Decimal, Decimal]


def equations(text: str) -> list[Sum]:
    """Every equation of a line. AssertionError for a number without a unit."""
    text = PERCENT.sub(r"\1~\2%", text).replace("万分之1.75", "0.0175%")
    return [_read(match[1], match[2]) for match in EQUATION.finditer(text)]


def _read(left: str, right: str) -> Sum:
    low = high = Decimal(1)
    for part in re.split(r"(?=[×÷])", left):
        found = NUMBER.search(part)
        assert found, part
        ends = [Decimal(found[1]), Decimal(found[2] or found[1])]
        assert found[3] or found[1] in BARE, f"no unit: {part}"
        if found[3] == "%":
            ends = [end / 100 for end in ends]
        low, high = (low / ends[0], high / ends[1]) if part.startswith("÷") else (low * ends[0], high * ends[1])
    said = [Decimal(end) for end in right.split("~")]
    return Sum(low, high, (said[0], said[-1]))
