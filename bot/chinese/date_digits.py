"""Dates in figures, and short lists and ranges of months and days (`2025.3`, `3.15`, `3-6月`, `三四月份`)."""
from __future__ import annotations

import re
from dataclasses import replace

from bot.chinese.date_expr import Expr
from bot.chinese.date_months import month_day
from bot.chinese.date_text import DAY, MONTH, NOT_NUMBER, must_int
from bot.chinese.date_years import YEAR, Year, expr_of, year_of_match
from bot.chinese.spans import month_of, months_of, one, year_of

_M, _D = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12]\d|0?[1-9])"
_UNIT = r"(?!\s*[\d万wWkK个天元块%小时米平吨亩斤倍点折毛分人]|[.\-/]\d)"
YMD = re.compile(
    rf"(?<![\d.])(?P<y>(?:19|20)\d\d)(?P<s>[.\-/])(?P<m>{_M})(?:月份?)?(?:(?P=s)(?P<d>{_D})(?!\d)[日号]?)?(?!\d"
    rf"|[.]\d|\s*[万元块])"
)
SHORT_YMD = re.compile(rf"(?<![\d.\-])(?P<y>[0-3]\d)(?P<s>[.\-/])(?P<m>{_M})(?P=s)(?P<d>{_D})(?![\d.\-]){_UNIT}")
EIGHT = re.compile(r"(?<![\d.])(?P<y>20[0-4]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d|[万元块])")
_NUMBERED = re.compile(r"(?:电话|号码|号|工单|单号|编号|座机|#|〔)[:是为]?\s*$")


def _day_expr(match: re.Match[str], year: int, month: int, day: int | None) -> Expr | None:
    span = month_of(year, month) if day is None else one(year, month, day)
    return span and Expr(match.start(), match.end(), "span" if day is None else "day", fixed=lambda ask: span)


def read_ymd(match: re.Match[str]) -> Expr | None:
    """2025.3, 2025-03-05, 25/3/15, 20250305 (never after 电话 or 编号)."""
    if _NUMBERED.search(match.string[max(0, match.start() - 5):match.start()]):
        return None
    year = int(match["y"])
    day = int(match["d"]) if match["d"] else None
    return _day_expr(match, year if year > 99 else 2000 + year, int(match["m"]), day)


def two_numbers(start: int, end: int, first: int, second: int) -> Expr | None:
    """`3.15` as 15 March (every year), `25.3` as March 2025; None when it can be neither."""
    if 1 <= first <= 12 and 1 <= second <= 31:
        if one(2024, first, second) is None:
            return None
        return Expr(start, end, "day", each=lambda year: one(year, first, second))
    if 13 <= first <= 40 and 1 <= second <= 12:
        span = month_of(2000 + first, second)
        return Expr(start, end, "span", fixed=lambda ask: span)
    return None


PAIR_DOTTED = re.compile(
    rf"(?<![\d.\-])(?P<a>\d{{1,2}})[./](?P<b>\d{{1,2}})(?:号|日)?\s*(?P<do>开始)?(?:一直)?(?:干"
    rf"|做|上班)?(?:到|至|-|~|—)\s*(?P<c>\d{{1,2}})[./](?P<d>\d{{1,2}}){_UNIT}"
)
ONE_DOTTED = re.compile(
    rf"(?:(?P<lead>从|自|打|在|于|是|到|至|[号日期:]\s*)(?P<a>\d{{1,2}})[./](?P<b>\d{{1,2}}){_UNIT}"
    rf"|(?<![\d.\-/])(?P<a2>\d{{1,2}})[./](?P<b2>\d{{1,2}})(?=[号日]|\s*(?:开始"
    rf"|进场|入职|(?:到|至)(?:\d{{1,2}}月|\d{{4}}|[^\d\s]))))[号日]?"
)


def read_pair_dotted(match: re.Match[str]) -> list[Expr]:
    """3.15到6.30, 24.10-25.3: two dates, or none."""
    a = two_numbers(match.start("a"), match.end("b"), int(match["a"]), int(match["b"]))
    b = two_numbers(match.start("c"), match.end("d"), int(match["c"]), int(match["d"]))
    return [a, b] if a and b and (a.each is None) == (b.each is None) else []


def read_one_dotted(match: re.Match[str]) -> Expr | None:
    """从3.15, 3.15号: one date where the words say that it is one."""
    a, b = match["a"] or match["a2"], match["b"] or match["b2"]
    start = match.start("a") if match["a"] else match.start("a2")
    return two_numbers(start, match.end(), int(a), int(b))


RANGE_MONTHS = re.compile(
    rf"(?:{YEAR})?{NOT_NUMBER}(?<![初月])(?P<a>{MONTH})\s*(?:到|至|-{{1,2}}|~|—"
    rf"|(?<=\d)一(?=\d))\s*(?P<b>{MONTH})\s*月份?(?P<part>[底末初中](?![秋午间介]))?"
)
_AND = r"(?:[、,和跟]|(?<=\d)\s+(?=\d{1,2}(?:\s+\d{1,2})*\s*月))"  # 4、5和6月, 4 5 6月
LIST_MONTHS = re.compile(
    rf"(?:{YEAR})?{NOT_NUMBER}(?:(?P<a>{MONTH})月?(?:(?:{_AND}{MONTH})月?)*{_AND}(?P<b>{MONTH})"
    rf"|(?P<h1>[一二三四五六七八九])(?P<h2>[二三四五六七八九十]))\s*(?P<count>[两二2三3四4]个?)?月份?"
)
YEAR_MONTHS = re.compile(
    rf"(?<![\d.])(?P<y>20\d\d)(?P<s>[.年/])(?P<a>{_M})(?P<sep>-{{1,2}}|~|—|到|至)(?P<b>{_M})(?![\d.年/\-])(?:月份?)?"
)
RANGE_DAYS = re.compile(rf"{NOT_NUMBER}(?<![月.\-])(?P<a>{DAY})\s*(?:到|至|-|~|—)\s*(?P<b>{DAY})[号日](?![楼线院内])")
RANGE_YEARS = re.compile(r"(?<!\d)(?P<a1>(?P<a>20\d\d)年?)\s*(?:到|至|-|~|—)\s*(?P<b>20\d\d)年?(?![\d.\-/]|\s*[元块月])")


RANGE_SHORT_YEARS = re.compile(rf"{NOT_NUMBER}(?P<a1>(?P<a>[012]\d)年)\s*(?:到|至|-|~|—)\s*(?P<b>[012]\d)年(?!前|后|多)")


def read_range_months(match: re.Match[str]) -> list[Expr]:
    """3-6月, 今年三到六月, 10一11月: two months."""
    a, b = must_int(match["a"]), must_int(match["b"])
    year = year_of_match(match)
    first = _month(match.start(), match.end("a"), a, year)
    return [first, _month(match.start("b"), match.end(), b, None)]


def _month(start: int, end: int, month: int, year: Year | None) -> Expr:
    return expr_of(start, end, "span", year, lambda value: month_of(value, month))


def read_list_months(match: re.Match[str]) -> Expr | None:
    """三四月份, 3、4、5月, 6、7两月: one span over all of them."""
    a, b = (match["a"], match["b"]) if match["a"] else (match["h1"], match["h2"])
    low, high = must_int(a), must_int(b)
    if match["h1"] and high != low + 1:
        return None
    if match["a"] and 0 < low - high <= 3:
        low, high = high, low  # 10月和9月
    if high < low:
        high += 12
    if match["count"] and must_int(match["count"].removesuffix("个")) != high - low + 1:
        return None
    row = expr_of(match.start(), match.end(), "span", year_of_match(match), lambda value: months_of(value, low, high))
    return replace(row, row=bool(match["a"]))


def read_year_months(match: re.Match[str]) -> list[Expr]:
    """2025.3-8: two months of one year."""
    year, a, b = int(match["y"]), int(match["a"]), int(match["b"])
    first, last = month_of(year, a), month_of(year if b >= a else year + 1, b)
    return [
        Expr(match.start(), match.end("a"), "span", fixed=lambda ask: first),
        Expr(match.start("b"), match.end(), "span", fixed=lambda ask: last),
    ]


def read_range_days(match: re.Match[str]) -> list[Expr]:
    """5-20号: two days of a month."""
    a, b = must_int(match["a"]), must_int(match["b"])
    return [month_day(match.start(), match.end("a"), a, a, ""), month_day(match.start("b"), match.end(), b, b, "")]


def read_range_years(match: re.Match[str]) -> list[Expr]:
    """2023到2025年, 20年到23年: two years."""
    first, last = int(match["a"]), int(match["b"])
    a, b = year_of(first if first > 99 else 2000 + first), year_of(last if last > 99 else 2000 + last)
    return [
        Expr(match.start(), match.end("a1"), "span", fixed=lambda ask: a),
        Expr(match.start("b"), match.end(), "span", fixed=lambda ask: b),
    ]
