"""Feasts, seasons and the turn of the year: `五一`, `中秋节前`, `过年前`, `年底`, `去年冬天`, `上半年`."""
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.chinese.date_expr import Ask, Expr
from bot.chinese.date_months import SIDE, side_of
from bot.chinese.date_text import read_int
from bot.chinese.date_years import YEAR, Year, expr_of, lunar_year_for, year_of_match
from bot.chinese.lunar import lunar_day, lunar_month, spring_festival
from bot.chinese.spans import ONE_DAY, Span, one, year_part


def qingming(year: int) -> Span | None:
    """清明 of the years 2000-2099."""
    short = year % 100
    return one(year, 4, int(short * 0.2422 + 4.81) - short // 4)


def winter_solstice(year: int) -> Span | None:
    """冬至 of the years 2000-2099."""
    short = year % 100
    return one(year, 12, int(short * 0.2422 + 21.94) - short // 4 - (year == 2021))


def _new_year(year: int) -> Span:
    first = spring_festival(year)
    return first, first


def _around_new_year(year: int) -> Span:
    first = spring_festival(year)
    return first - ONE_DAY, first + timedelta(days=6)


_SOLAR: dict[str, tuple[int, int]] = {
    "元旦": (1, 1), "三八节": (3, 8), "妇女节": (3, 8), "五一": (5, 1), "劳动节": (5, 1), "六一": (6, 1), "儿童节": (6, 1),
    "七一": (7, 1), "八一": (8, 1), "十一": (10, 1), "国庆": (10, 1),
}
_MOON: dict[str, tuple[int, int]] = {"元宵": (1, 15), "端午": (5, 5), "中秋": (8, 15), "重阳": (9, 9), "七月半": (7, 15)}
_END: dict[str, tuple[int, int]] = {"除夕": (12, 30), "大年三十": (12, 30), "年三十": (12, 30), "小年": (12, 23)}
_OTHER: dict[str, Callable[[int], Span | None]] = {
    "清明": qingming, "冬至": winter_solstice, "春节": _new_year, "过年": _around_new_year, "新年": _around_new_year,
}
_LAST_MONTH = ("过年之前", "过年以前", "过年前", "年前", "年关", "年根", "年跟前", "年边")
_FIRST_MONTH = ("过完年", "过了年", "年后", "年过完")

_NAMES = "|".join(sorted([*_SOLAR, *_MOON, *_END, *_OTHER], key=len, reverse=True))
FEAST = re.compile(rf"(?:{YEAR})?(?P<feast>{_NAMES})(?:节|晚上|当天|那天|放假|假期|期间|长假)*{SIDE}")
TURN = re.compile(
    rf"(?:{YEAR})?(?P<turn>{'|'.join(_LAST_MONTH + _FIRST_MONTH)})(?![夕级])"
)
NEW_YEAR_DAY = re.compile(
    rf"(?:{YEAR})?(?:大?年|新年|春节)\s*(?:初|廿|二十)(?P<nd>[一二三四五六七八九十]{{1,2}})(?P<after>(?:之|以)?前|后)?"
)
PART = re.compile(
    rf"(?:{YEAR})(?:年?(?P<edge>初(?![一二三四五六七八九十])|[底末尾低]|头(?=[,。到]"
    rf"|$)|中(?![秋午间介标旬]))|(?P<season>上半年|下半年|开春|(?:[春夏秋冬][天季]|春上|热天)"
    rf"|第?[一二三四1234]季度))"
    r"(?:的时候)?(?P<side>(?:之|以)?前|左右|前后)?"
)
BARE_PART = re.compile(
    r"(?<![\d零一二三四五六七八九十每半多几])(?:年(?P<edge>初(?![一二三四五六七八九十])"
    r"|[底末尾低]|中(?![秋午间介标旬]))|(?P<season>上半年|下半年|开春|第?[一二三四1234]季度"
    r"|(?:[春夏秋冬]天|春上|热天)))"
    r"(?P<side>(?:之|以)?前|左右|前后)?"
)
_YEAR_END = frozenset("底末尾低")
_QUARTERS = {"1": "一", "2": "二", "3": "三", "4": "四"}


def _expr(match: re.Match[str], year: Year | None, each: Callable[[int], Span | None], feast: bool) -> Expr:
    side = side_of(match) if "side" in match.groupdict() else ""
    return expr_of(match.start(), match.end(), "feast" if feast else "span", year, each, side=side)


def read_feast(match: re.Match[str]) -> Expr | None:
    """A feast. 除夕 and 小年 belong to the farmers' year that they close."""
    name = match["feast"]
    if not _is_feast(match, name):
        return None
    if name in _SOLAR:
        month, day = _SOLAR[name]
        return _expr(match, year_of_match(match), lambda year: one(year, month, day), True)
    if name in _MOON or name in _END:
        month, day = (_MOON | _END)[name]
        return _expr(match, lunar_year_for(match, month), lambda year: lunar_day(year, month, day), True)
    return _expr(match, _spring_year(match), _OTHER[name], True)


_BEFORE_NEEDED = re.compile(r"(?:过|到|从|在|去年|今年|前年|年|自|的|欠|等|至|,|。|\s|^|-)$")
_AFTER_NEEDED = re.compile(r"节|前|后|放假|假|期间|那天|当天|到|就|长假")
_NOT_FEAST_AFTER = re.compile(
    r"路|街|村|镇|广场|大道|公园|小区|个|块|元|人|天|点|月|号|毛|层|楼|斤|(?!一直)[\d零一二三四五六七八九十百千万]"
    r"|医院|医|工程|制衣|公司|桥|大厦|厂"
)
_BEFORE_NEW_YEAR = re.compile(r"(?:也就|祝你|快|要|快要|就要|马上|钱|家|去|来|乡|好|咋|么|人|法|能|得|年年|等着|都|还)$")
_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马胡朱郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜"
    "叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾韦付方白邹孟熊秦邱江尹薛"
)


def _is_feast(match: re.Match[str], name: str) -> bool:
    """Whether the word is the feast here, not a number (十一个人), a street (五一路), a person (王国庆) or a wish (快过年了)."""
    text, start, end = match.string, match.start("feast"), match.end("feast")
    ahead, after = text[max(0, start - 4):start], text[end:end + 4]
    if match.start() < start:
        return not _NOT_FEAST_AFTER.match(after) or after[:1] == "前"
    if name in ("过年", "新年"):
        return not _BEFORE_NEW_YEAR.search(ahead) and not after.startswith(("货", "钱", "快乐", "好"))
    if _NOT_FEAST_AFTER.match(after):
        return False
    if name in ("国庆", "中秋", "清明", "重阳", "冬至", "元旦", "端午") and ahead[-1:] in _SURNAMES and ahead[-1:]:
        return after.startswith("节")
    if name == "小年" and after.startswith(("轻", "纪")):
        return False
    if name in ("五一", "六一", "七一", "八一", "十一"):
        if (ahead and ahead[-1] in "零一二三四五六七八九十百千万几连着第") or re.search(r"\d$", ahead):
            return False
        alone = bool(_BEFORE_NEEDED.search(ahead)) and not after.strip(",。 ")
        return name == "五一" or alone or bool(_AFTER_NEEDED.match(after))
    return True


def _spring_year(match: re.Match[str]) -> Year | None:
    """今年春节, said as a promise when this year's is over, is the next one."""
    year = year_of_match(match)
    if year is None:
        return None

    def found(ask: Ask) -> int | None:
        value = year(ask)
        late = match.groupdict().get("yr") in ("今年", "本年") and ask.prefer == "future" and value is not None
        return value + 1 if late and value is not None and _around_new_year(value)[1] < ask.today else value

    return found


_COUNTED_YEAR = re.compile(r"[\d零一二三四五六七八九十几多数半个百去今明前后来当每成青少老童周常]\s*$")


def read_turn(match: re.Match[str]) -> Expr | None:
    """年前 and 年关: the last lunar month (腊月); 年后: the first. 年前 as in 两年前 is a count."""
    text, start = match.string, match.start("turn")
    ahead = text[max(0, start - 2):start]
    word = match["turn"]
    if match.start() == start and word.startswith("年") and _COUNTED_YEAR.search(ahead):
        return None
    if word in _FIRST_MONTH:
        return _expr(match, lunar_year_for(match, 1), lambda year: lunar_month(year, 1), False)
    return _expr(match, _before_year(match), lambda year: lunar_month(year, 12), False)


def _before_year(match: re.Match[str]) -> Year | None:
    """今年年前 said of the past is the end of the farmers' year that closed this year."""
    year = lunar_year_for(match, 12)
    if year is None:
        return None

    def found(ask: Ask) -> int | None:
        value = year(ask)
        span = None if value is None else lunar_month(value, 12)
        this = match.groupdict().get("yr") in ("今年", "本年")
        late = this and ask.prefer == "past" and span is not None and span[0] > ask.today
        return value - 1 if late and value is not None else value

    return found


def read_new_year_day(match: re.Match[str]) -> Expr | None:
    """大年初三 is in the first lunar month; 年二十八 and 年廿八 in the last."""
    words = match.group(0)
    first = "初" in words
    number = read_int(match["nd"])
    if number is None or not 1 <= number + (0 if first else 20) <= 30:
        return None
    month, day = (1, number) if first else (12, number + 20)
    return _expr(match, lunar_year_for(match, month), lambda year: lunar_day(year, month, day), False)


def read_part(match: re.Match[str]) -> Expr | None:
    """A part of a year. 年底前 is by the end of the year, as 月底前 by the end of the month."""
    season = (match["season"] or "").removeprefix("第")
    word = match["edge"] or (_QUARTERS.get(season[:1], season[:1]) + season[1:] if season.endswith("季度") else season)
    groups = match.groupdict()
    year = year_of_match(match) if "y4" in groups else None
    found = _expr(match, year, lambda value: year_part(value, word), False)
    return replace(found, side="") if match["edge"] in _YEAR_END and found.side == "前" else found
