"""How many months of pay stay out, told without naming them (两个月都没给): they are the last ones before the end of the work."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese.clauses import typed_clauses
from bot.chinese.counts import to_int
from bot.chinese.normalise import normalise
from bot.chinese.pieces import PAY
from bot.chinese.spans import ONE_DAY, add_months
from bot.chinese.values import Fact
from bot.chinese.yes_no import bare

_COUNT = r"(?P<{0}>\d{{1,2}}|[一二两三四五六七八九十]|十[一二])(?:个月|(?<=两)月)"
_LEAD = r"(?:老板|公司|厂里|店里|他们?|她|我们?|俺|就是|反正|已经|都|有|整整|差不多|快|又|现在|最后|后面|后头|这|那|的|,)*"
_TAIL = r"(?:的|钱|工资|工钱|了|过|到|我们?|俺|啊|嘛|呢|呀|,|一直|到现在)*"
_OUT = rf"(?:的?(?:{PAY}|钱))?(?:都|也|全|一直|到现在|至今|还|就)*(?:[没不未]有?(?:给|发|结|付|拿|领|见|得)|没得|拖着|压着|欠着)"
_WHOLE = re.compile(
    rf"{_LEAD}{_COUNT.format('count')}{_OUT}{_TAIL}"
    rf"|{_LEAD}(?:拖?欠|拖|压|差|[没不未]有?(?:给|发|结|付))(?:了|着|我们?|俺)*{_COUNT.format('owing')}{_TAIL}")


def count_of_months(text: str) -> int:
    """How many months are unpaid, when the whole text tells that and nothing else; else 0."""
    found = _WHOLE.fullmatch(bare(normalise(text)))
    return (to_int(found["count"] or found["owing"]) or 0) if found else 0


def counted_clause(text: str) -> str:
    """The clause that tells a number of unpaid months and nothing else (三个月没发, beside 一个月5200); "" when none does."""
    return next((clause for clause in typed_clauses(text) if count_of_months(clause)), "")


def counted_months(text: str, end: tuple[date, date] | None) -> Fact:
    """The unpaid stretch of so many months: the last ones before the known end of the work, roughly; without one no days."""
    if end is None or end[0].isoformat()[:7] != end[1].isoformat()[:7]:
        return Fact("vague", words=text)
    first = add_months(end[1] + ONE_DAY, -count_of_months(text))
    return Fact("vague", low=first.isoformat(), high=end[1].isoformat(), words=text)
