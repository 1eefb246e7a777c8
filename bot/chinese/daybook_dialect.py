"""Words of the day book as they are spoken in one region or another, brought to those that its patterns know."""
from __future__ import annotations

import re

_SPOKEN: tuple[tuple[re.Pattern[str], str], ...] = tuple((re.compile(pattern), word) for pattern, word in (
    (r"昨个儿?|昨儿个?|夜来|夜个儿?|夜儿个?|昨晌", "昨天"),
    (r"今个儿?(?!月)|今儿个?|今晌", "今天"),
    (r"前个儿?(?!月)|前儿个?", "前天"),
    (r"昨[晚夜](?:上)?(?=(?:干|做|上|加)了?一(?:宿|夜|晚上?))", "昨天"),
    (r"一(?:宿|晚上|夜)(?=$|[,。\s])", "一个夜班"),
    (r"半晌|半日", "半天"),
    (r"一白天|一大天|一整日", "一天"),
    (r"冇|莫(?=出工|开工|上工|活|干)", "没"),
    (r"(?<=[加班])\s*(?:了)?(?:俩|两|2)(?:个)?点(?!钟|\d|半)", "2小时"),
    (r"(?<=加班)(?P<n>\d|[一二两三四五六])个(?=$|[,。\s])", r"\g<n>小时"),
    (r"(?<![\d几])1?(?:一|1)个(?=(?:大工|小工|点工|技工|杂工))", "一个工"),
    (r"工钱(?=\s*\d)", ","),
    (r"活路", "活"),
    (r"没的(?=活)", "没得"),
    (r"忘了(?:记|说)了?|忘记(?:记|说)了", ","),
))


def in_common_words(plain: str) -> str:
    """The text with such words replaced."""
    for pattern, word in _SPOKEN:
        plain = pattern.sub(word, plain)
    return plain
