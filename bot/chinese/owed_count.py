"""How many months of pay stay out, told without naming them (两个月都没给): they are the last ones before the end of the work."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese.counts import to_int
from bot.chinese.normalise import normalise
from bot.chinese.pieces import PAY
from bot.chinese.spans import ONE_DAY, add_months
from bot.chinese.values import Fact
from bot.chinese.yes_no import bare

_COUNT = r"(?P<{0}>\d{{1,2}}|[一二两三四五六七八九十]|十[一二])(?:个月|(?<=两)月)"
_LEAD = r"(?:老板|公司|厂里|店里|他们?|她|我们?|俺|就是|反正|已经|都|有|整整|差不多|快|又|现在|最后|后面|后头|这|那|的|,)*"
_TAIL = r"(?:的|钱|工资|工钱|了|过|到|我们?|俺|啊|嘛|呢|呀|,|一直|到现在)*"
_OUT = (
    rf"(?:的?(?:{PAY}|钱))?(?:都|也|全|一直|到现在|至今|还|就)*"
    r"(?:[没不未]有?(?:给|发|结|付|拿|领|见|得|开(?:工资|资|薪|支))|没得|(?:拖|压|押|欠|扣)[着起])"
)
_OWES = r"(?:拖?欠|拖|压|押|差|[没不未]有?(?:给|发|结|付))(?:了|着|起|我们?|俺们?|他们?|她|大家)*"
_WHOLE = re.compile(rf"{_LEAD}{_COUNT.format('count')}{_OUT}{_TAIL}|{_LEAD}{_OWES}{_COUNT.format('owing')}{_TAIL}")
#: the same inside a longer story: so many months are told to stay out (上班三个月没发工资), or stand behind the word of owing
_STAYING = re.compile(
    rf"(?:(?<=后头)|(?<![\d十一二两三四五六七八九第每满够头前]))(?:{_COUNT.format('count')}{_OUT}(?![他她它谁人家婚果束现生烧冰]))")
_OWING = re.compile(rf"{_OWES}(?:最后|这|那)?{_COUNT.format('owing')}(?:的?(?:{PAY}|钱))?")
#: before such months: the time that he worked or waited, those before others, a rule, a condition, what is asked of others
_NOT_OWED = re.compile(
    r"(?:(?:[干做上待呆跑送开带]|打工|工作)(?:了|满|过)|等了?|过了?|[催要讨找推]了?|拖了|满|(?<!后)头|前面|开头|刚来|试用期?)"
    r"(?:快|将近|整整|差不多|大概|都|有|的)*$")
_IF = re.compile(r"(?:如果|要是|万一|超过|只要|每)[^,。!?;]{0,4}$")
_CUSTOM = re.compile(r"(?:每个?月|都要?|要|会|规定|说好|讲好|统一|先|就?得|习惯|一般|必须)[^,。!?;]{0,2}$")
#: what may be a delay as well (拖了三个月): only with a word for pay
_DELAY = re.compile(rf"(?:拖|[没不未]有?[给发结付])(?!.*(?:{PAY}|钱))")
_HELD = re.compile("[压押]")
_HELD_NOW = re.compile("[压押](?:了|着|起|我|俺)")


def count_of_months(text: str) -> int:
    """How many months are unpaid, when the whole text tells that and nothing else; else 0."""
    found = _WHOLE.fullmatch(bare(normalise(text)))
    return (to_int(found["count"] or found["owing"]) or 0) if found else 0


def counted_in_story(plain: str) -> Fact | None:
    """The number of unpaid months that a story tells in normal writing (三个月没发工资, 差四个月工资), in its words; None without
    one, for months that he worked or waited, and for pay that is held back by custom (每个月压半个月)."""
    staying = [found for found in _STAYING.finditer(plain) if not _NOT_OWED.search(plain[: found.start()])]
    for found in sorted([*staying, *_OWING.finditer(plain)], key=lambda match: match.start()):
        before, words = plain[: found.start()], found.group()
        if _IF.search(before) or _DELAY.match(words) or not count_of_months(words):
            continue
        if _HELD.match(words) and (_CUSTOM.search(before) or not _HELD_NOW.match(words)):
            continue
        return Fact("vague", words=words)
    return None


def counted_months(text: str, end: tuple[date, date] | None) -> Fact:
    """The unpaid stretch of so many months: the last ones before the known end of the work, roughly; without one no days."""
    if end is None or end[0].isoformat()[:7] != end[1].isoformat()[:7]:
        return Fact("vague", words=text)
    first = add_months(end[1] + ONE_DAY, -count_of_months(text))
    return Fact("vague", low=first.isoformat(), high=end[1].isoformat(), words=text)
