"""Finds the expressions of time in a text: every rule is tried, the longest wins, counts and numbers are left out."""
from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.chinese import date_ago, date_bare_years, date_digits, date_feasts, date_months, date_relative
from bot.chinese.date_expr import Expr
from bot.chinese.date_text import fold

_Found = Expr | None | list[Expr]
_RULES: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], _Found]]] = (
    (date_digits.PAIR_DOTTED, date_digits.read_pair_dotted),
    (date_digits.YEAR_MONTHS, date_digits.read_year_months),
    (date_digits.YMD, date_digits.read_ymd),
    (date_digits.SHORT_YMD, date_digits.read_ymd),
    (date_digits.EIGHT, date_digits.read_ymd),
    (date_digits.RANGE_MONTHS, date_digits.read_range_months),
    (date_digits.RANGE_DAYS, date_digits.read_range_days),
    (date_digits.RANGE_YEARS, date_digits.read_range_years),
    (date_digits.RANGE_SHORT_YEARS, date_digits.read_range_years),
    (date_digits.LIST_MONTHS, date_digits.read_list_months),
    (date_digits.ONE_DOTTED, date_digits.read_one_dotted),
    (date_months.FULL, date_months.read_month),
    (date_months.BARE_DAY, date_months.read_bare_day),
    (date_months.ROUGH_DAY, date_months.read_rough_day),
    (date_months.LUNAR_ALONE, date_months.read_lunar_alone),
    (date_feasts.NEW_YEAR_DAY, date_feasts.read_new_year_day),
    (date_feasts.TURN, date_feasts.read_turn),
    (date_feasts.FEAST, date_feasts.read_feast),
    (date_feasts.PART, date_feasts.read_part),
    (date_feasts.BARE_PART, date_feasts.read_part),
    (date_relative.DAY_WORD, date_relative.read_day_word),
    (date_relative.MONTH_WORD, date_relative.read_month_word),
    (date_relative.BARE_EDGE, date_relative.read_bare_edge),
    (date_relative.WEEK, date_relative.read_week),
    (date_ago.AGO, date_ago.read_ago),
    (date_ago.THIS_TIME, date_ago.read_this_time),
    (date_ago.LATER, date_ago.read_later),
    (date_ago.RECENT, date_ago.read_recent),
    (date_bare_years.BARE_YEAR, date_bare_years.read_bare_year),
)
_ANY = re.compile(
    r"[年月号日天周节夕昨今明]|星期|礼拜|[农阴旧老古]历|\d[./-]\d|\d{8}|五一|十一|六一|七一|八一|元旦"
    r"|国庆|中秋|端午|清明|元宵|重阳|冬至|除夕|开春|季度|20\d\d|廿|初"
)
_REPEATED = re.compile(r"(?:每|每个|每年|月月|每到|年年|每逢|逢)$")
_PER_MONTH = re.compile(r"^(?:一|1)\s*月$")
_PAID = re.compile(
    r"\s*(?:\d{3}|[一二两三四五六七八九几][千百万]|多少|才|(?:工资|薪水)(?:是|才|只有)?\s*[\d一二两三四五六七八九几多]"
    r"|底薪|包|给|发)"
)
_LENGTH = re.compile(r"(?:干了|做了|干满|做满|上了|欠了|拖了|干|一共|总共|压|押)\s*$")
_EVERY_WEEK = re.compile(r"周|星期|礼拜")
_WEEK_AFTER = re.compile(r"\s*(?:到|至|-)\s*(?:周|星期|礼拜)")
_WEEK_BEFORE = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天](?:到|至|-)$")
_TRAILING_MOON = re.compile(r"[,( ]?(?:农历|阴历|旧历|老历)(?![一二三四五六七八九十正冬腊\d闰])")


def scan(text: str) -> list[Expr]:
    """Expressions of time in order of place, without overlaps. Offsets are those of the text."""
    plain = fold(text)
    if not _ANY.search(plain):
        return []
    groups: list[list[Expr]] = []
    for pattern, read in _RULES:
        for match in pattern.finditer(plain):
            found = read(match)
            exprs = found if isinstance(found, list) else [found] if found is not None else []
            if exprs and all(_is_date(plain, e) for e in exprs):
                groups.append(exprs)
    return _farmers(plain, _longest(groups))


def _longest(groups: list[list[Expr]]) -> list[Expr]:
    """Of groups that overlap, the longest; of equal ones, that of the earlier rule."""
    taken: list[list[Expr]] = []
    for group in sorted(groups, key=lambda g: g[0].start - g[-1].end):
        if all(group[-1].end <= other[0].start or group[0].start >= other[-1].end for other in taken):
            taken.append(group)
    return sorted((expr for group in taken for expr in group), key=lambda e: e.start)


def _is_date(text: str, expr: Expr) -> bool:
    """Not what comes every month (每月10号), not pay by the month (一月3000), not a length (干了3月)."""
    words, ahead = text[expr.start:expr.end].strip(), text[max(0, expr.start - 3):expr.start]
    if _REPEATED.search(ahead):
        return False
    if _PER_MONTH.match(words) and (_PAID.match(text[expr.end:]) or _LENGTH.search(ahead)):
        return False
    week_ahead = _WEEK_BEFORE.search(text[max(0, expr.start - 5):expr.start])
    if _EVERY_WEEK.match(words) and (week_ahead or _WEEK_AFTER.match(text[expr.end:])):
        return False
    row = re.match(r"[、和跟]?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月", text[expr.end:])
    one = re.fullmatch(r"[\d一二三四五六七八九]月", words) and not row
    return not (one and re.search(r"(?:干了|做了|干满|做满|上了|欠了|拖了)$", ahead))


def _farmers(text: str, exprs: list[Expr]) -> list[Expr]:
    """`从二月初三到五月二十,阴历`: the words after, or the lunar day before, make the other lunar as well."""
    for index, expr in enumerate(exprs):
        nearby = index > 0 and exprs[index - 1].lunar and expr.start - exprs[index - 1].end <= 6
        hanzi = not re.search(r"\d|[号日份]", text[expr.start:expr.end])
        said = _TRAILING_MOON.match(text[expr.end:])
        if expr.moon is not None and (said or (nearby and hanzi and expr.kind == "day")):
            exprs[index] = expr.moon
            if said and index > 0 and exprs[index - 1].moon is not None and expr.start - exprs[index - 1].end <= 4:
                exprs[index - 1] = exprs[index - 1].moon or exprs[index - 1]
    return exprs
