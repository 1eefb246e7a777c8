"""Which claim words mean that name it by its trade, its place, its sum (撤回服装厂那个)."""
from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.chinese.amounts import find_amounts
from bot.chinese.normalise import normalise
from bot.chinese.receipts import read_receipt
from bot.chinese.story import read_story
from bot.chinese.values import Fact

FIGURES = re.compile(r"(?<![\d.])\d{3,7}(?![\d.])")
SLOTS = ("debtor_name", "debtor_kind", "industry", "work_place", "owed_amount")


def fits(text: str, facts: Mapping[str, Fact], today: date) -> bool:
    """Whether the text names something of a claim, and all that it names is so in these facts."""
    told = {slot: fact.value for slot, fact in read_story(text, today).items() if slot in SLOTS}
    if "industry" in told:
        told.pop("debtor_kind", None)  # inferred from the same word
    sums = set() if read_receipt(text) else _sums(normalise(text))
    if len(sums) == 1 and "owed_amount" not in told:
        told["owed_amount"] = sums.pop()
    return bool(told) and all(slot in facts and _same(value, facts[slot].value) for slot, value in told.items())


def _sums(plain: str) -> set[float]:
    """Sums in yuan, bare figures too (4200那份)."""
    told = {amount.low / 100 for amount in find_amounts(plain) if amount.unit == "sum"}
    return told or {float(figures) for figures in FIGURES.findall(plain)}


def _same(told: Any, known: Any) -> bool:
    if isinstance(told, str) and isinstance(known, str):
        return told in known or known in told
    return known is not None and bool(told == known)
