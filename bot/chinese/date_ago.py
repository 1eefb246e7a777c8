"""Times counted from today in numbers: `三个月前`, `七八年前`, `前几天`, and as promises `三天内`, `半个月后`."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese.date_expr import Expr
from bot.chinese.date_months import around
from bot.chinese.date_text import COUNT, NOT_NUMBER, must_int
from bot.chinese.spans import ONE_DAY, Span, add_months, month_of

_N = rf"(?P<n>{COUNT}|半|几)(?P<n2>[二三四五六七八九](?=年|个))?"
AGO = re.compile(
    rf"(?<![\d.零一二三四五六七八九十])(?:大?约|大概)?{_N}(?P<more>多)?(?:个)?(?P<unit>年"
    rf"|月|天|日|周|星期|礼拜)(?P<half>半)?(?P<rest>多)?(?:之|以)?前(?!面|期)(?:左右)?"
)
LATER = re.compile(
    rf"(?:再?过|再等|等)?{NOT_NUMBER}(?P<n>{COUNT}|半)(?:个)?(?P<unit>年|月|天|日|周"
    rf"|星期|礼拜)(?:(?P<inside>之内|以内|内)|之后|以后|后)?"
)
RECENT = re.compile(r"(?:(?<=[,。.!?;:我们他她俺板头说了也才就还从是在\s])|^)(?P<word>前(?:几|些|两|二)天|这(?:几|些)天)")

THIS_TIME = re.compile(r"(?P<year>去|前)年的?(?:这个?(?:时候|时间|时节)|这会儿?|这阵子?)")


def read_this_time(match: re.Match[str]) -> Expr | None:
    """去年这个时候: the same month a year or two before."""
    back = 1 if match["year"] == "去" else 2
    return around(match, "span", lambda day: month_of(day.year - back, day.month))


def read_ago(match: re.Match[str]) -> Expr | None:
    """三年前 is that calendar year, 三个月前 that month, 五天前 that day; 七八年前 and 几年前 (2-9) are wider."""
    unit, few = match["unit"], match["n"] == "几"
    if unit == "月" and "个" not in match.group(0):
        return None
    if match["n"] == "半":
        return around(match, "span", lambda day: _months_ago(day, 6)) if unit == "年" else _half_month(match, unit)
    low, high = (2, 9) if few else (must_int(match["n"]),) * 2
    if match["n2"]:
        low, high = sorted((low, must_int(match["n2"])))
    if unit == "年" and (match["half"] or match["more"] or match["rest"]):
        near, far = (3, 9) if match["half"] else (0, 11)
        return around(match, "span", lambda day: (_months_ago(day, high * 12 + far)[0], _months_ago(day, low * 12 + near)[1]))
    if unit == "年":
        return around(match, "span", lambda day: (date(day.year - high, 1, 1), date(day.year - low, 12, 31)))
    if unit == "月":
        return around(match, "span", lambda day: (_months_ago(day, high)[0], _months_ago(day, low)[1]))
    step = 1 if unit in "天日" else 7
    return around(match, "day", lambda day: (day - high * step * ONE_DAY, day - low * step * ONE_DAY))


def _half_month(match: re.Match[str], unit: str) -> Expr | None:
    return around(match, "span", lambda day: (day - 18 * ONE_DAY, day - 12 * ONE_DAY)) if unit == "月" else None


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

    return around(match, "day", span, only="future")


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
    return around(match, "span", lambda day: (day - high * ONE_DAY, day - low * ONE_DAY))
