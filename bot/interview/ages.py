"""Ages told in a message: what holds for children under sixteen does not hold for who is sixteen or older (LAW-LLA-58)."""
from __future__ import annotations

import re

from bot.chinese.counts import to_int
from bot.chinese.normalise import normalise

GROWN, WORKING_AGE = 18, 16  # years
_N = r"(?:[1-9]\d|[二三四五六七八九]?十[一二三四五六七八九]?)"
_AGE = re.compile(
    rf"(?P<under>不到|未满|没满|不满|没到|没有|差)?(?P<n>{_N})(?:周)?岁"
    rf"|(?:今年|才|刚|刚满|已经|都|(?:^|[,，。\s])我)(?:才|刚|满|都|已经|快|有|是)*(?P<bare>{_N})(?:了|的|多)?(?=[,，。.!！;；\s在就]|$)")
_AT_SCHOOL = re.compile(r"学生|实习|学校|上学|读书|念书|寒假|暑假|假期工|中专|职高|技校|大专|大学")
_YOUNG = re.compile(
    r"娃|孩|崽|儿子|女儿|闺女|[弟妹侄甥]|[未没]成年|未满|童工|少年|年级|[初高][一二三中]|大[一二三四]|职校|毕业|同学|岁")


def told_ages(text: str) -> list[int]:
    """Years of age in the text, in order; an age that was not reached (不到16岁) counts as a year less."""
    found = []
    for match in _AGE.finditer(normalise(text)):
        years = to_int(match["n"] or match["bare"])
        if years is not None:
            found.append(years - 1 if match["under"] else years)
    return found


def is_no_child(text: str) -> bool:
    """Whether ages are told and every one is sixteen or more."""
    ages = told_ages(text)
    return bool(ages) and min(ages) >= WORKING_AGE


def is_young_worker(text: str) -> bool:
    """Whether the youngest age told is sixteen or seventeen (未成年工)."""
    ages = told_ages(text)
    return bool(ages) and WORKING_AGE <= min(ages) < GROWN


def is_at_school(text: str) -> bool:
    """Whether the text speaks of somebody at school, for whom other rules hold (LAW-WAGE-32)."""
    return bool(_AT_SCHOOL.search(text))


def tells_of_youth(text: str) -> bool:
    """Whether the text speaks of a child, of somebody young or at school, or of any age: a 兼职 alone is no child."""
    return is_at_school(text) or bool(_YOUNG.search(text) or told_ages(text))
