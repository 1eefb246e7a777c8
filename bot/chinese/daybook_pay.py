"""The monthly question (这个月工资发了吗): its answer, the day on which it is wanted, and the month that words mean. Pure."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese.amounts import find_amounts
from bot.chinese.date_text import fold, must_int
from bot.chinese.dates import find_dates
from bot.chinese.normalise import normalise
from bot.chinese.spans import month_of

_MONTH = r"(?:这个月|本月|上个月|上月|这月|月)?(?:的|份)?"
_SAYS = r"^(?:记一下|记工|记|告诉你|回你)?[,:\s]*(?:老板|公司|厂里|工头|包工头|他)?"
_DONE = r"(?:已经|都|刚|今天|昨天|终于|也|才)*"
_END = r"[了的啦哦啊呀,。.!\s]*$"
_PAYS = r"(?:发(?:下来|放|完)?|打卡上|打到卡上|到账|到帐|到位|[结给]清?|拿到手?|收到)"
#: done, never the bare verb (发, 给, 收到)
_PAID = re.compile(
    rf"{_SAYS}(?:{_MONTH}(?:工资|工钱|薪水))?{_DONE}{_PAYS}(?:[了啦](?:工资|工钱)?|(?:工资|工钱)?[了啦的]|(?<=到[账帐])){_END}")
_NOT_PAID = re.compile(
    rf"{_SAYS}(?:{_MONTH}(?:工资|工钱|薪水|钱)?)?(?:还|一直|也|又|都|到现在|照样|依然|仍然)*(?:没有?|没得|莫得|未)(?:发|给|结|到账|到帐|拿到|收到|到手|到|发下来|动静)?(?:工资|工钱|钱)?{_END}")
_A_PART = re.compile(r"一半|一部分|一点|没发完|没发全|没发齐|差|少发|才发")
_ON = re.compile(
    r"(?P<n>3[01]|[12]\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])\s*[号日]")
#: what stands around the sum of a wage that came (今天发了3000工资, 工资到账4500)
_CAME = re.compile(
    r"(?:我|老板|公司|厂里|包工头|工头|带班的|他|[,\s]|今天|昨天|前天|刚刚?|终于|已经|都|给我?|这个月|上个月|本月|的|工资|工钱|薪水|元|块钱?)*"
    r"(?:发|给|结|打|付|到账|收到|拿到|领)(?:了|到|下来|给我|[,\s]|我|这个月|上个月|本月|的|工资|工钱|薪水|元|块钱?|卡上|过来|啦)*[。.!]?")
_WAGE = re.compile(r"工资|工钱|薪水")
FIRST, LAST, USUAL = 1, 28, 5


def read_pay_answer(text: str) -> bool | None:
    """Whether the month's wage was paid, said alone (发了, 还没发); None for anything else, a part of it among it."""
    plain = fold(normalise(text)).strip()
    if len(plain) > 20 or _A_PART.search(plain) or re.search(r"[?？吗]|\d", plain):
        return None
    if not re.search(r"发|到账|到帐|到位|结|给|拿|收到|工资|工钱", plain):
        return None
    if _NOT_PAID.match(plain):
        return False
    return True if _PAID.match(plain) else None


def read_wage_came(text: str, today: date) -> int | None:
    """The fen of a wage that came, said alone (今天发了3000工资); None for anything else: a part, a question, arrears."""
    plain = fold(normalise(text)).strip()
    sums = find_amounts(plain)
    if len(plain) > 24 or not _WAGE.search(plain) or _A_PART.search(plain) or len(sums) != 1:
        return None
    one = sums[0]
    if one.unit != "sum" or one.vague or one.low <= 0:
        return None
    rest = plain[:one.start] + plain[one.end:]
    for phrase in sorted(find_dates(rest, today), key=lambda found: found.start, reverse=True):
        rest = rest[:phrase.start] + rest[phrase.end:]
    return one.low if _CAME.fullmatch(rest) else None


def read_ask_day(text: str) -> int | None:
    """The day of the month that he wants to be asked on, 1 to 28 (29 to 31 become 28, so that no month lacks it); None when he
    names none."""
    found = _ON.search(fold(normalise(text)))
    number = must_int(found["n"]) if found else 0
    return min(number, LAST) if number >= FIRST else None


def read_month(text: str, today: date) -> tuple[int, int]:
    """(year, month) whose sheet is wanted: the month named, the last one that has begun; this month when none is named."""
    spans = [phrase for phrase in find_dates(normalise(text), today) if phrase.first <= today]
    day = spans[0].first if spans else today
    return month_of(day.year, day.month)[0].year, day.month
