"""Months and days with a month, solar and lunar: `去年腊月`, `25年3月5号`, `闰六月`, `八月底`, `上个月底`, `15号`."""
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.chinese.date_expr import Ask, Expr, Kind, Prefer
from bot.chinese.date_text import DAY, LUNAR_DAY, MONTH, NOT_NUMBER, must_int, read_int
from bot.chinese.date_years import YEAR, expr_of, lunar_year_for, year_of_match
from bot.chinese.lunar import day_of_moon, lunar_day, lunar_month
from bot.chinese.spans import ONE_DAY, Span, month_of, month_part, one

MOON = r"(?:农历|阴历|旧历|老历|古历)"
SIDE = (
    r"(?:\s*(?P<side>(?:之|以)?前(?!\s*(?:后|[\d一二两三四五六七八九十半几]|面"
    r"|期|天|年|妻|夫|任))|(?:之|以|过)后(?!面|期|来)|后(?!面|期|来|天|年|,)"
    r"|左右|前后|上下))?"
)
_PART = r"(?:上旬|中旬|下旬|上半月|下半月|初(?![一二三四五六七八九十\d])|[底末尾低]|头上?(?!一)|中(?!秋|午|介|间|标))"
_UNITS = (
    r"(?!\s*(?!一[共直起])[\d零一二三四五六七八九十百千万wWkK个天元块毛人年月点楼米吨多几%分斤亩平:趟次桌岁]"
    r"|\s*回(?![家去来老到])|\.\d)"
)
_BARE = r"(?:3[01]|[12]\d|0?[1-9]|[二三]?十[一二三四五六七八九]|[二三]十|廿[一二三四五六七八九]?)" + _UNITS
_LUNAR = r"初(?:10|[1-9]|[一二三四五六七八九十])"
_ROUGH = r"(?P<rough>1|2|十|二十|10|20)(?:几|多|来)[号日]"
_PAIR = r"(?P<tens>二?十)?(?P<p1>[一二三四五六七八九])(?P<p2>[二三四五六七八九])[号日]"
_DAYS = rf"(?:{_ROUGH}|{_PAIR}|(?P<dn>{DAY})\s*(?P<hao>[号日](?!楼|线|院|门|房))|(?P<dl>{_LUNAR})(?:日)?|(?P<db>{_BARE}))"
FULL = re.compile(
    rf"(?P<moon0>{MOON})?(?:{YEAR})?(?P<moon1>{MOON})?(?P<leap>闰)?{NOT_NUMBER}(?:(?P<ml>[正冬腊])|(?P<m>{MONTH}))\s*月"
    rf"(?:(?P<fen>份)|间|里头?|头(?=里|[,。]|$))?(?:的?\s*(?:(?P<part>{_PART})|{_DAYS}))?{SIDE}"
)
_NAMED = {"正": 1, "冬": 11, "腊": 12}


def read_month(match: re.Match[str]) -> Expr | None:
    """A month, a part of it or a day in it."""
    month = _NAMED.get(match["ml"] or "") or must_int(match["m"] or "")
    days = _read_days(match)
    lunar = any(match[group] for group in ("moon0", "moon1", "leap", "ml", "dl")) or (match["db"] or "").startswith("廿")
    bare_hanzi = bool(match["db"]) and not str(match["db"]).isdecimal() and not str(match["m"] or "").isdecimal()
    lunar = lunar or (bare_hanzi and month == 8 and match["db"] == "十五")
    number = -month if match["leap"] else month
    moon = None if lunar or match["hao"] else _lunar_expr(match, number, days)
    if lunar:
        return _lunar_expr(match, number, days)
    return expr_of(
        match.start(), match.end(), "day" if days else "span", year_of_match(match),
        lambda year: _solar(year, month, match["part"], days), side=side_of(match), moon=moon,
    )


def _lunar_expr(match: re.Match[str], month: int, days: tuple[int, int] | None) -> Expr:
    """The same words in the farmers' calendar."""
    found = expr_of(
        match.start(), match.end(), "day" if days else "span", lunar_year_for(match, month),
        lambda year: _lunar(year, month, match["part"], days), side=side_of(match),
    )
    return replace(found, lunar=True, reach=20 if month < 0 else 2)


def side_of(match: re.Match[str]) -> str:
    """前, 后, 左右 or nothing, from the group `side`."""
    said = match["side"] or ""
    if said in ("左右", "前后", "上下"):
        return "左右"
    return "前" if said.endswith("前") else "后" if said.endswith("后") else ""


def around(match: re.Match[str], kind: Kind, span: Callable[[date], Span | None], only: Prefer | None = None) -> Expr:
    """An expression counted from the day of the message."""
    groups = match.groupdict()
    side = side_of(match) if "side" in groups else ""

    def fixed(ask: Ask) -> Span | None:
        return span(ask.today)

    return Expr(match.start(), match.end(), kind, fixed=fixed, side=side, only=only)


def _read_days(match: re.Match[str]) -> tuple[int, int] | None:
    """First and last day of the month that were said; None when only the month was."""
    if match["rough"]:
        low = 10 if match["rough"] in ("1", "十", "10") else 20
        return low, low + 9
    if match["p1"]:
        tens = {"十": 10, "二十": 20}.get(match["tens"] or "", 0)
        return tens + must_int(match["p1"]), tens + must_int(match["p2"])
    said = match["dn"] or match["dl"] or match["db"]
    value = read_int(said) if said else None
    return None if value is None else (value, value)


def _solar(year: int, month: int, part: str | None, days: tuple[int, int] | None) -> Span | None:
    if days is None:
        return month_part(month_of(year, month), (part or "").removesuffix("月"))
    first, last = one(year, month, days[0]), one(year, month, days[1])
    if first is None or (last is None and days[0] == days[1]):
        return None
    return first[0], last[1] if last else month_of(year, month)[1]


def _lunar(year: int, month: int, part: str | None, days: tuple[int, int] | None) -> Span | None:
    if days is None:
        span = lunar_month(year, month)
        return span and month_part(span, (part or "").removesuffix("月"))
    first, last = lunar_day(year, month, days[0]), lunar_day(year, month, days[1])
    return (first[0], last[1]) if first and last else None


BARE_DAY = re.compile(
    rf"(?:(?P<moon0>{MOON})(?P<dm>{LUNAR_DAY})(?![月年\d个])[号日]?|{NOT_NUMBER}(?<![第每月#/])(?P<dn>{DAY})\s*(?P<hao"
    rf">[号日])){SIDE}"
)
NOT_AFTER_DAY = re.compile(
    r"[楼栋线院门厂矿井桥墩房铺车机位塔库仓桌岗码召人工地段标院区坑炉层内]|车间|地块|工地|宿舍|基坑|的?工资|院子|公路"
)
NOT_BEFORE_DAY = re.compile(
    r"(?:满|干了|做了|共|计|第|提前|逾期|每月|每个月|月月|月的|工号|编号|单号|门牌"
    r"|拖了|欠了|超过|个月|工龄)$"
)
ROUGH_DAY = re.compile(rf"{NOT_NUMBER}(?P<rough>十|二十|10|20)(?:几|多|来)[号日](?!人|楼|工)")


def read_bare_day(match: re.Match[str]) -> Expr | None:
    """A day of the month alone (`15号`); 15日 only when it is no length of time."""
    text = match.string
    after, ahead = text[match.end("hao") if match["hao"] else match.end():], text[max(0, match.start() - 4):match.start()]
    if NOT_AFTER_DAY.match(after) or NOT_BEFORE_DAY.search(ahead):
        return None
    if match["moon0"]:
        day = must_int(match["dm"])
        return Expr(match.start(), match.end(), "day", each=lambda n: day_of_moon(n, day, day), cycle="moon", reach=5, lunar=True)
    day = must_int(match["dn"])
    return month_day(match.start(), match.end(), day, day, side_of(match))


LUNAR_ALONE = re.compile(
    r"(?<![最当起年月])(?P<dm>初[四五六七八九十])(?![级中步])|(?<=[夕十九八节年][到至、])(?P<de>初[一二三])(?![级中步])"
)


def read_lunar_alone(match: re.Match[str]) -> Expr:
    """`初八`: that day of the farmers' month; 初一 to 初三 only after a day (a school class otherwise)."""
    day = must_int((match["dm"] or match["de"]).removeprefix("初"))
    return Expr(match.start(), match.end(), "day", each=lambda n: day_of_moon(n, day, day), cycle="moon", reach=5, lunar=True)


def read_rough_day(match: re.Match[str]) -> Expr:
    """`二十几号`: a span in the month."""
    low = 10 if match["rough"] in ("十", "10") else 20
    return month_day(match.start(), match.end(), low, low + 9, "")


def month_day(start: int, end: int, low: int, high: int, side: str) -> Expr:
    """A day (or days) that comes again every month."""

    def each(number: int) -> Span | None:
        first, last = month_of(number // 12, number % 12 + 1)
        if low == high and low > last.day:
            return None
        return first + (low - 1) * ONE_DAY, min(first + (high - 1) * ONE_DAY, last)

    return Expr(start, end, "day", each=each, cycle="month", reach=13, side=side)
