"""The price of a day mended (18号的单价不对是200), and days told as a stretch in short (11月18-20). On prepared text."""
from __future__ import annotations

import re
from typing import Any

from bot.chinese.daybook_values import NotWritten
from bot.chinese.numerals import read_number

_NUM = r"\d{1,4}(?:\.\d{1,2})?|[一二两三四五六七八九十百]+"
_PRICE = re.compile(
    rf"^[,\s]*(?:那[天条个笔]|的|记|工|每天)*(?:单价|工价|价钱|价格|价)(?:记|写|说|搞|弄|填|算)?(?:[错高低多少]|不对|不是[^,是]{{1,8}})?(?:了|,|\s|的)*"
    rf"(?:应该|得|要)?(?:改成|改为|改到|改|是|按|算|成|为|:|\s)*(?P<n>{_NUM})\s*(?:块钱?|元)?\s*"
    r"(?P<unit>(?:一|每|/)?\s*(?:天|个?工|个?小时|个?钟头?|平方?|件|方|米))?[\s。.!了吧]*$")
_MENDS = re.compile(r"错|不对|不是|改|应该|高了|低了|[多少]了")
_MONTH_DAY = r"(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])"
_DAY = r"3[01]|[12]\d|0?[1-9]"
#: 11月18-20 每天: the second day without its 号
_SHORT = re.compile(
    rf"(?<!\d)(?P<first>{_MONTH_DAY})[号日]?\s*(?:到|至|-|~|—)\s*(?P<last>{_DAY})[号日]?(?=[\s,:每都天各大小点共一]|$)(?!\s*(?:个|小时|钟|工))")
#: 11.18-11.20, 11/18-20
_DOTTED = re.compile(
    rf"(?<![\d./-])(?P<m>1[0-2]|0?[1-9])[./](?P<a>{_DAY})\s*(?:到|至|-|~|—)\s*(?:(?P<n>1[0-2]|0?[1-9])[./])?(?P<b>{_DAY})[号日]?"
    r"(?=[\s,:每都天各大小点共]|$)(?!\s*(?:个|小时|钟|工))")
#: (从)11月2号干到11月6号: the same month, so that it is a stretch of days and no story of a job
_WORKED_TO = re.compile(
    rf"(?:从|自)?\s*(?P<m>(?:1[0-2]|0?[1-9])月份?)?(?P<a>{_DAY})[号日]\s*(?:一直)?(?:干|做|上班?|忙)(?:到|至)\s*"
    rf"(?P<n>(?:1[0-2]|0?[1-9])月份?)?(?P<b>{_DAY})[号日]")


def with_stretches(plain: str) -> str:
    """Stretches in short with 号 and 到; days that he worked from and to as days with 干活."""
    plain = _DOTTED.sub(lambda found: f"{found['m']}月{found['a']}号到{found['n'] or found['m']}月{found['b']}号", plain)
    plain = _SHORT.sub(lambda found: f"{found['first']}号到{found['last']}号", plain)
    return _WORKED_TO.sub(_worked, plain)


def _worked(found: re.Match[str]) -> str:
    same = found["n"] is None or (found["m"] or "").rstrip("份") == found["n"].rstrip("份")
    if not same or int(found["a"]) >= int(found["b"]):
        return found[0]
    return f"{found['m'] or ''}{found['a']}号到{found['b']}号干活"


def mended_price(words: str) -> dict[str, Any] | None:
    """The rate in words beside a day that mend its price and tell nothing else; unit "" when none is told."""
    found = _PRICE.match(words)
    if found is None or not _MENDS.search(words):
        return None
    number = read_number(found["n"])
    if number is None or number.vague:
        return None
    if number.low <= 0:
        raise NotWritten("below_nothing")
    yuan = number.low
    return {"amount": int(yuan) if yuan == yuan.to_integral_value() else float(yuan), "unit": _unit(found["unit"] or "")}


def _unit(words: str) -> str:
    if re.search(r"天|工", words):
        return "day"
    return "hour" if re.search(r"时|钟", words) else "piece" if words.strip() else ""
