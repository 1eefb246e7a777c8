"""A line of the day book as it is spoken in one breath, brought to what its patterns know. On text in one spelling."""
from __future__ import annotations

import re

#: sounds and words that tell nothing
_FILLERS: tuple[tuple[re.Pattern[str], str], ...] = tuple((re.compile(pattern), word) for pattern, word in (
    (r"[嗯呃唉诶欸]+|^额+", ""),
    (r"(?:^|(?<=,))(?:那个|这个|就是|反正)(?:呢|嘛|啊)?(?=大?前天|昨|今|我)", ""),
    (r"(?<=[天日号])(?:呢|嘛|哈)?(?:就是|反正)(?:说)?(?=我|干|做|上|搞|[\d一两半])", ""),
    (r"(?<=[昨今前]天)(?:呢|嘛|哈)(?=.{2})", ""),
    (r"然后(?:呢|嘛|就|再)?|完了(?=一天|一个)", ","),
    (r"(?<=[工天活时钟了])(?:(?:嘛|噻|哈|哦|呢)(?=[\d一两,。])|(?:嘛|噻|哈|哦)$)", ","),
))
#: 昨天一天前天半天: each day begins a clause
_NEXT_DAY = re.compile(r"(?<=[天工班活干去歇息时钟头半个了])(?<!除了)(?=大?前天|昨天|今天)")
_DAY_WORDS = r"(?:一|1|每|两)个?(?:天|工|个?小时|钟头?|平方?|件|米|方)"
#: 一天是二百八, 一个小时就是25
_PRICE_IS = re.compile(
    rf"(?P<unit>{_DAY_WORDS})(?:的?(?:价|工钱))?[,\s]*(?:就)?(?:是|算|按|给)(?:是)?(?=\d{{2}}|[一二两三四五六七八九]?[百十])")
_EVERY_DAY = re.compile(r"(?:天天|每天)都?(?:在|有)?(?:干|做|搞|上|出)(?:活路?|工|班)?(?=$|[,。!的])")
_MEAL = r"(?:饭钱|饭费|餐费|伙食费|烟钱|水钱|车费|路费|红包)"
#: money beside the pay (中午老板给了五十块钱饭钱)
SIDE_MONEY = re.compile(
    rf"[,\s]*(?:早上|中午|下午|晚上)?(?:老板|工头|包工头|带班的?|他)?(?:还|又|也|另外)?(?:给|发|补)了?(?:我|我们|每人)?"
    rf"(?:\d+|[一二两三四五六七八九十百]+)(?:块钱?|元)?的?{_MEAL}")


def in_plain_words(plain: str) -> str:
    """The text without fillers, a comma before each day, a price right behind its unit."""
    for pattern, word in _FILLERS:
        plain = pattern.sub(word, plain)
    plain = _PRICE_IS.sub(lambda found: found["unit"], _NEXT_DAY.sub(",", plain))
    return _EVERY_DAY.sub("每天出工", plain).lstrip(" ,")


def without_side_money(plain: str) -> str:
    """The text without money for meals and the like, which is no pay."""
    return SIDE_MONEY.sub(",", plain)


def side_money(plain: str) -> str:
    """What was told of such money, "" for none."""
    found = SIDE_MONEY.search(plain)
    return found[0].strip(" ,") if found else ""
