"""What is asked of the day book, and money that it cannot hold: 三月份一共几个工, 今天借支500. Pure: today is a parameter."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese.amounts import find_amounts
from bot.chinese.date_text import fold
from bot.chinese.dates import find_dates
from bot.chinese.normalise import normalise
from bot.chinese.numerals import level

_HOW_MANY = re.compile(
    r"(?:那|我|看看|查一下|查下|算一下|帮我|给我|记工本里?|,|\s)*(?:的)?(?:我)?(?:一共|总共|拢共|统共|共|到底|都|现在)*(?:干|做|记|上|出|有)?(?:了|过|的)?"
    r"(?:是|有|得|好)?(?:几|多少|好多|多)个?(?:工|天)(?:天|数)?(?:了|啊|呀|呢|嘛|哦)*[?？。]?")
_ADVANCE = re.compile(r"借支|预支|生活费|支取|支了|预付")
_BESIDE_ADVANCE = re.compile(
    r"(?:我|老板|工头|包工头|带班的?|公司|项目部|今天|刚才|又|还|先|了|的|给|发|找|跟|向|在|从|那里|那儿|处|借支|预支|支取|支|借|领|拿|预付|付|打|转|记一?下|记工|记上|帮我"
    r"|生活费|工资|块钱?|元|,|。|\s)*")


def asks_sum_of_month(text: str, today: date) -> bool:
    """Whether the 工 of a month are asked for, and nothing else."""
    plain = level(fold(normalise(text))).strip()
    months = [phrase for phrase in find_dates(plain, today) if 27 <= (phrase.last - phrase.first).days <= 31
              or (phrase.first.day == 1 and re.search(r"[这本]个?月", phrase.words))]
    if len(plain) > 24 or len(months) != 1:
        return False
    return bool(_HOW_MANY.fullmatch(plain[:months[0].start] + plain[months[0].end:].removeprefix("份")))


def read_advance(text: str, today: date) -> int | None:
    """The fen of an advance or of money to live on that he got, said alone; None for other words."""
    plain = level(fold(normalise(text))).strip()
    sums = find_amounts(plain)
    if len(plain) > 30 or not _ADVANCE.search(plain) or len(sums) != 1:
        return None
    one = sums[0]
    if one.unit != "sum" or one.vague or one.low <= 0:
        return None
    rest = plain[:one.start] + plain[one.end:]
    for phrase in sorted(find_dates(rest, today), key=lambda found: found.start, reverse=True):
        rest = rest[:phrase.start] + rest[phrase.end:]
    return one.low if _BESIDE_ADVANCE.fullmatch(rest) else None
