"""Times told from today: `昨天`, `上个月底`, `上周五`, `三个月前`, `前几天`, `三天内`, and bare years (`去年`, `25年`)."""
from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.chinese.date_expr import Ask, Expr, Kind, Prefer
from bot.chinese.date_months import SIDE, side_of
from bot.chinese.date_text import COUNT, DAY, NOT_NUMBER, must_int
from bot.chinese.date_years import YEAR, year_of_match
from bot.chinese.spans import ONE_DAY, Span, add_months, month_of, month_part, year_of

_DAYS = {
    "大前天": -3, "大前日": -3, "前天": -2, "前日": -2, "前晚": -2, "前儿": -2, "昨天": -1, "昨日": -1, "昨晚": -1, "昨儿": -1, "昨夜": -1,
    "今天": 0, "今日": 0, "今早": 0, "今晚": 0, "今儿": 0, "明天": 1, "明日": 1, "明早": 1, "明晚": 1, "明儿": 1, "后天": 2, "大后天": 3,
}
DAY_WORD = re.compile(rf"(?P<word>{'|'.join(sorted(_DAYS, key=len, reverse=True))})(?:早上|上午|中午|下午|晚上|个)?{SIDE}")


def read_day_word(match: re.Match[str]) -> Expr | None:
    """昨天, 大前天 …"""
    shift = _DAYS[match["word"]]
    return _around(match, "day", lambda day: (day + shift * ONE_DAY, day + shift * ONE_DAY))


def _around(match: re.Match[str], kind: Kind, span: Callable[[date], Span | None], only: Prefer | None = None) -> Expr:
    groups = match.groupdict()
    side = side_of(match) if "side" in groups else ""

    def fixed(ask: Ask) -> Span | None:
        return span(ask.today)

    return Expr(match.start(), match.end(), kind, fixed=fixed, side=side, only=only)


_MONTHS = {"上上": -2, "上": -1, "这": 0, "本": 0, "下": 1, "下下": 2}
MONTH_WORD = re.compile(
    r"(?P<word>上上|上|这|本|下下|下)(?:个)?月(?:份)?(?:的?\s*"
    rf"(?:(?P<part>上旬|中旬|下旬|上半月|下半月|初(?![一二三四五六七八九十])|[底末尾低头]|中(?![秋午间介]))|(?P<dn>{DAY})(?:[号日]|(?![\d.个天万千百元块零一二三四五六七八九十月人年]))))?{SIDE}"
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

    return _around(match, "day" if day else "span", span)


BARE_EDGE = re.compile(rf"(?<![每\d零一二三四五六七八九十个上下本这])月(?P<part>初(?![一二三四五六七八九十])|[底末尾低头]){SIDE}")


def read_bare_edge(match: re.Match[str]) -> Expr | None:
    """月底, 月初: of the month, coming again."""
    part = match["part"]
    return Expr(
        match.start(), match.end(), "span", each=lambda n: month_part(month_of(n // 12, n % 12 + 1), part), cycle="month", side=side_of(match)
    )


_WEEKDAY = {c: i for i, c in enumerate("一二三四五六")} | {"日": 6, "天": 6, "末": 5} | {str(i + 1): i for i in range(6)}
WEEK = re.compile(
    r"(?:(?P<word>上上|上|这|本|下下|下)(?:个)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末123456](?![\d个次百千万十年月]))?"
    r"|(?<![\d一二三四五六七八九十两几每半个])(?:周(?P<b1>[一二三四五六日](?![一二三四五六七八九十个次百千万年岁]))|(?:星期|礼拜)(?P<b2>[一二三四五六日天](?![个次]))))" + SIDE
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

    return _around(match, "day" if word else "span", span)


def _week(number: int, begin: int, finish: int) -> Span | None:
    monday = date.fromordinal(number * 7 + 1)
    return monday + begin * ONE_DAY, monday + finish * ONE_DAY


_N = rf"(?P<n>{COUNT}|半|几)(?P<n2>[二三四五六七八九](?=年|个))?"
AGO = re.compile(rf"(?<![\d.零一二三四五六七八九十])(?:大?约|大概)?{_N}(?P<more>多)?(?:个)?(?P<unit>年|月|天|日|周|星期|礼拜)(?P<half>半)?多?(?:之|以)?前(?!面|期)(?:左右)?")
LATER = re.compile(rf"(?:再?过|再等|等)?{NOT_NUMBER}(?P<n>{COUNT}|半)(?:个)?(?P<unit>年|月|天|日|周|星期|礼拜)(?:(?P<inside>之内|以内|内)|之后|以后|后)?")
RECENT = re.compile(r"(?:(?<=[,。.!?;:我们他她俺板头说了也才就还从是在\s])|^)(?P<word>前(?:几|些|两|二)天|这(?:几|些)天)")


def read_ago(match: re.Match[str]) -> Expr | None:
    """三年前 is that calendar year, 三个月前 that month, 五天前 that day; 七八年前 and 几年前 (2-9) are wider."""
    unit, few = match["unit"], match["n"] == "几"
    if unit == "月" and "个" not in match.group(0):
        return None
    if match["n"] == "半":
        return _around(match, "span", lambda day: _months_ago(day, 6)) if unit == "年" else _half_month(match, unit)
    low, high = (2, 9) if few else (must_int(match["n"]),) * 2
    if match["n2"]:
        high = must_int(match["n2"])
    if unit == "年" and (match["half"] or match["more"]):
        return _around(match, "span", lambda day: (_months_ago(day, high * 12 + 9)[0], _months_ago(day, low * 12 + 3)[1]))
    if unit == "年":
        return _around(match, "span", lambda day: (date(day.year - high, 1, 1), date(day.year - low, 12, 31)))
    if unit == "月":
        return _around(match, "span", lambda day: (_months_ago(day, high)[0], _months_ago(day, low)[1]))
    step = 1 if unit in "天日" else 7
    return _around(match, "day", lambda day: (day - high * step * ONE_DAY, day - low * step * ONE_DAY))


def _half_month(match: re.Match[str], unit: str) -> Expr | None:
    return _around(match, "span", lambda day: (day - 18 * ONE_DAY, day - 12 * ONE_DAY)) if unit == "月" else None


def _months_ago(day: date, months: int) -> Span:
    return month_of(day.year, day.month - months)


def read_later(match: re.Match[str]) -> Expr | None:
    """三天后, 半个月内, 过十天: only as a promise, counted from today."""
    text, unit = match.group(0), match["unit"]
    if not (match["inside"] or text.endswith("后") or text.startswith(("过", "再过", "再等", "等"))):
        return None
    if unit == "月" and "个" not in text:
        return None

    def span(today: date) -> Span | None:
        until = _shift(today, match["n"], unit)
        return (today, until) if match["inside"] else (until, until)

    return _around(match, "day", span, only="future")


def _shift(today: date, number: str, unit: str) -> date:
    if number == "半":
        return today + 15 * ONE_DAY if unit == "月" else add_months(today, 6)
    count = must_int(number)
    if unit in ("年", "月"):
        return add_months(today, count * (12 if unit == "年" else 1))
    return today + count * (1 if unit in "天日" else 7) * ONE_DAY


def read_recent(match: re.Match[str]) -> Expr | None:
    """前几天: 2 to 9 days ago; 前两天: 1 to 3; 这几天: the last two and today."""
    word = match["word"]
    low, high = (0, 2) if word.startswith("这") else (1, 4) if word[1] in "两二" else (2, 9)
    return _around(match, "span", lambda day: (day - high * ONE_DAY, day - low * ONE_DAY))


BARE_YEAR = re.compile(YEAR)
_AGE = re.compile(r"\s*(?:有|满|快|都|刚|才|已经|也)*\s*(?:\d{2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]十)(?![\d月号个万块元]|多?[个万块元]|年)")


def read_bare_year(match: re.Match[str]) -> Expr | None:
    """去年, 2025年, 25年 (never 干了25年, nor an age: 今年五十八)."""
    text, said = match.string, match.group(0)
    if match["yago"]:
        return None
    if match["yr"] and _AGE.match(text[match.end():]):
        return None
    plain = said.rstrip("的从自打 ")
    end = match.start() + len(plain)
    if match["y4"] and "年" not in said and not _alone(text, match.start(), end):
        return None
    if match["y2"] and not _two_digits(text, match):
        return None
    year = year_of_match(match)

    def fixed(ask: Ask) -> Span | None:
        found = year(ask) if year else None
        return None if found is None else year_of(found)

    return Expr(match.start(), end, "span", fixed=fixed)


def _alone(text: str, start: int, end: int) -> bool:
    return not text[:start].strip() and not text[end:].strip()


_COUNTED = re.compile(r"(?:了|有|满|快|近|共|第|约|长达|整整|多|超过|工龄|干|做|到)\s*$")
_YEARS_AFTER = re.compile(r"\s*(?:了|多|工龄|前|以来|之|来|间|没|的?(?:工龄|老|经验)|内|半|以上|左右|后)")


def _two_digits(text: str, match: re.Match[str]) -> bool:
    number = must_int(match["y2"])
    if match["y2"].startswith("二") and not match["y2"].endswith(tuple("零一五六四七八九二三")):
        return False
    if not 10 <= number <= 40 or match["y2"] == "二三":
        return False
    return not _YEARS_AFTER.match(text[match.end():]) and not _COUNTED.search(text[max(0, match.start() - 4):match.start()])
