"""What makes a sentence one of law: it may stand only where the facts behind it are named."""
from __future__ import annotations

import re

from bot.content.numbers import find_quantities

UNITS = frozenset({"day", "week", "month", "quarter", "year", "share", "yuan"})
SIGNS = re.compile(r"\d\s*个?(?:工作)?[天日周年月倍%元]|双倍|加倍|翻倍|翻番|第[零一二三四五六七八九十百千\d]+条|条例|法")

STRONG = re.compile(r"双倍|加倍|翻倍|翻番|第[零一二三四五六七八九十百千\d]+条|条例|法律(?!援助|明白人|问题|服务)")
RATE = re.compile(r"一(?:个月|天|小时)(?={)|{\w+}")  # 一个月{value}: what a worker told


def legal_words(text: str) -> list[str]:
    """The words of `text` that need a fact: a number of days, weeks, months, years, times, parts or yuan; 法, 条例, 第…条."""
    numbers = [quantity.words for quantity in find_quantities(text) if quantity.unit in UNITS]
    return list(dict.fromkeys([*numbers, *SIGNS.findall(text)]))


def strong_words(text: str) -> list[str]:
    """Those that need a fact wherever they stand: the numbers, 条例, 法律 (not 法律援助), 第…条; not 法 in a name (法院)."""
    plain = RATE.sub(" ", text)
    numbers = [quantity.words for quantity in find_quantities(plain) if quantity.unit in UNITS]
    return list(dict.fromkeys([*numbers, *STRONG.findall(plain)]))
