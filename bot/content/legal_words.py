"""What makes a sentence one of law: it may stand only where the facts behind it are named."""
from __future__ import annotations

import re

from bot.content.numbers import find_quantities

UNITS = frozenset({"day", "month", "year", "share", "yuan"})
SIGNS = re.compile(r"\d\s*个?(?:工作)?[天日年月倍%元]|第[零一二三四五六七八九十百千\d]+条|条例|法")


def legal_words(text: str) -> list[str]:
    """The words of `text` that need a fact: a number of days, months, years, times, percent or yuan; 法, 条例, 第…条."""
    numbers = [quantity.words for quantity in find_quantities(text) if quantity.unit in UNITS]
    return list(dict.fromkeys([*numbers, *SIGNS.findall(text)]))
