"""Ages in a message, as marks that the reader can learn from: a child at work must not look like a man of forty."""
from __future__ import annotations

import re

from bot.chinese.numerals import read_number

CHILD, YOUNG, GROWN = "㐀", "㐁", "㐂"
WORKING_AGE, OF_AGE = 16, 18  # LAW-CHL: who is under 16 may not be employed at all
_NUMBER = r"(?:\d{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[七八九])"
_AGE = re.compile(
    rf"(?P<years>{_NUMBER}(?:[一二三四五六七八九](?=岁))?)(?=(?:周)?岁)"
    rf"|(?:刚刚?满|才满|未满|不满|没满|不到|还没满|还没到|还不到|满不满)(?P<full>{_NUMBER})(?![\d一二三四五六七八九十个天块元年月号日小万千百人点%])"
    r"|(?:(?<=[崽娃子儿女娘弟妹侄甥孙])|(?<![^,。;!? ])我)(?:今年|现在|才|刚|刚满|还|就){0,2}"
    r"(?P<bare>1\d|十[一二三四五六七八九])(?=半?(?:[,。;!? ]|$))"
    r"|(?P<born>(?:20|19)?\d\d)年?(?:\d{1,2}月)?(?:\d{1,2}[号日])?(?:出)?生(?=的|人|$|[,，。 ])"
)
_UNTIL = re.compile(r"(?:还差|还有|差)[^,。]{0,6}(?:才|就)?满?(?:十六|16)")
MOST_YEARS = 120


def mark_ages(text: str, year: int) -> str:
    """A normalised text with each age replaced by one sign: under 16, 16 and 17, grown. `year`: the year of today.

    >>> mark_ages("我弟十三岁在厂里", 2026)
    '我弟㐀岁在厂里'
    """
    text = _UNTIL.sub(f"差满{CHILD}", text)
    return _AGE.sub(lambda found: _marked(found, year), text)


def _marked(found: re.Match[str], year: int) -> str:
    bare = found.group("bare")
    if bare:  # 我外甥十四,
        number = read_number(bare)
        return found.group() if number is None else f"{found.group()[:-len(bare)]}{_sign(int(number.low))}岁"
    words = found.group("years") or found.group("full")
    if words:
        number = read_number(words)
        age = None if number is None else int(number.low)
        if found.group("full") and age is not None and found.group()[0] in "未不没还":
            age -= 1
        before = found.group()[:-len(words)]
        return found.group() if age is None else f"{before}{_sign(age)}"
    born = int(found.group("born"))
    born += 0 if born > 99 else (2000 if born <= year - 2000 else 1900)
    age = year - born
    return f"{_sign(age)}生" if 0 < age < MOST_YEARS else found.group()


def _sign(age: int) -> str:
    if age < WORKING_AGE:
        return CHILD
    return YOUNG if age < OF_AGE else GROWN
