"""Times told from today: `昨天`, `上个月底`, `上周五`, `上周`."""
from __future__ import annotations

import re
from datetime import date, timedelta

from bot.chinese.date_expr import Expr
from bot.chinese.date_months import SIDE, around, side_of
from bot.chinese.date_text import DAY, must_int
from bot.chinese.spans import ONE_DAY, Span, month_of, month_part

_DAYS = {
    "大前天": -3, "大前日": -3, "前天": -2, "前日": -2, "前晚": -2, "前儿": -2,
    "昨天": -1, "昨日": -1, "昨晚": -1, "昨儿": -1, "昨夜": -1,
    "今天": 0, "今日": 0, "今早": 0, "今晚": 0, "今儿": 0,
    "明天": 1, "明日": 1, "明早": 1, "明晚": 1, "明儿": 1, "后天": 2, "大后天": 3,
}
DAY_WORD = re.compile(rf"(?P<word>{'|'.join(sorted(_DAYS, key=len, reverse=True))})(?:早上|上午|中午|下午|晚上|个)?{SIDE}")


def read_day_word(match: re.Match[str]) -> Expr | None:
    """昨天, 大前天 …"""
    shift = _DAYS[match["word"]]
    return around(match, "day", lambda day: (day + shift * ONE_DAY, day + shift * ONE_DAY))


_MONTHS = {"上上": -2, "上": -1, "这": 0, "本": 0, "下": 1, "下下": 2}
MONTH_WORD = re.compile(
    r"(?P<word>上上|上|这|本|下下|下)(?:个)?月(?:份)?(?:的?\s*(?:月(?=[底末尾初低]))?"
    rf"(?:(?P<part>上旬|中旬|下旬|上半月|下半月|初(?![一二三四五六七八九十])|[底末尾低头]"
    rf"|中(?![秋午间介]))|(?P<dn>{DAY})(?:[号日]|(?![\d.个天万千百元块零一二三四五六七八九十月人年起共直样些切律并]))))?{SIDE}"
)


def read_month_word(match: re.Match[str]) -> Expr | None:
    """上个月, 下个月15号, 上月底."""
    shift, part = _MONTHS[match["word"]], (match["part"] or "").removesuffix("月")
    day = must_int(match["dn"]) if match["dn"] else 0

    def span(today: date) -> Span | None:
        found = month_of(today.year, today.month + shift)
        if not day:
            return month_part(found, part)
        return (found[0] + (day - 1) * ONE_DAY,) * 2 if day <= found[1].day else None

    return around(match, "day" if day else "span", span)


BARE_EDGE = re.compile(rf"(?<![每\d零一二三四五六七八九十个上下本这])月(?P<part>初(?![一二三四五六七八九十])|[底末尾低头]){SIDE}")


def read_bare_edge(match: re.Match[str]) -> Expr | None:
    """月底, 月初: of the month, coming again."""
    part = match["part"]
    return Expr(
        match.start(), match.end(), "span", each=lambda n: month_part(month_of(n // 12, n % 12 + 1), part),
        cycle="month", side=side_of(match),
    )


_WEEKDAY = {c: i for i, c in enumerate("一二三四五六")} | {"日": 6, "天": 6, "末": 5} | {str(i + 1): i for i in range(6)}
WEEK = re.compile(
    r"(?:(?P<word>上上|上|这|本|下下|下)(?:个)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末123456](?![\d个次百千万十年月]))?"
    r"|(?<![\d一二三四五六七八九十两几每半个])(?:周(?P<b1>[一二三四五六日](?![一二三四五六七八九十个次百千万年岁]))"
    r"|(?:星期|礼拜)(?P<b2>[一二三四五六日天](?![个次]))))" + SIDE
)


def read_week(match: re.Match[str]) -> Expr | None:
    """上周五, 这个礼拜天, 周末; 上周 is the whole week from Monday."""
    bare = match["b1"] or match["b2"]
    word = match["day"] or bare
    begin = _WEEKDAY[word] if word else 0
    finish = begin + 1 if word == "末" else begin if word else 6
    if bare:
        return Expr(match.start(), match.end(), "day", each=lambda n: _week(n, begin, finish), cycle="week", side=side_of(match))
    shift = _MONTHS[match["word"]]

    def span(today: date) -> Span | None:
        monday = today - today.weekday() * ONE_DAY + timedelta(weeks=shift)
        return monday + begin * ONE_DAY, monday + finish * ONE_DAY

    return around(match, "day" if word else "span", span)


def _week(number: int, begin: int, finish: int) -> Span | None:
    monday = date.fromordinal(number * 7 + 1)
    return monday + begin * ONE_DAY, monday + finish * ONE_DAY
