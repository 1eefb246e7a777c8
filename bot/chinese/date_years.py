"""The year in front of a month, feast or season: `2025年`, `25年`, `去年`, `前年`, `两年前的`."""
from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from bot.chinese.date_expr import Ask, Expr, Kind
from bot.chinese.date_text import COUNT, full_year, must_int
from bot.chinese.lunar import lunar_month, spring_festival
from bot.chinese.spans import Span

RELATIVE = {
    "大前年": -3, "前年": -2, "去年": -1, "旧年": -1, "上一年": -1, "头年": -1, "今年": 0, "本年": 0, "本年度": 0,
    "明年": 1, "来年": 1, "后年": 2,
}
_WORDS = "|".join(sorted(RELATIVE, key=len, reverse=True))
_D4 = r"(?:(?:19|20)\d\d|2[oO0][oO\d]\d|[一二][零九oO][零一二三四五六七八九oO]{2})"
_D2 = r"(?:(?:0|1|2|3)\d|[零一二][零一二三四五六七八九])"
YEAR = (
    rf"(?:(?<!\d)(?P<y4>{_D4})\s*年?(?:度)?|(?<![\d零一二三四五六七八九十百])(?P<y2>{_D2})\s*年|(?<![十几百])(?P<yr>{_WORDS})子?"
    rf"|(?<![\d零一二三四五六七八九十])(?P<yago>{COUNT})年(?:之|以)?前)\s*(?:的|从|自|打)?\s*"
)


def year_of_match(match: re.Match[str]) -> Callable[[Ask], int | None] | None:
    """The year said in a match of a pattern that begins with an optional `YEAR`; None when none was said."""
    groups = match.groupdict()
    absolute = groups.get("y4") or groups.get("y2")
    if absolute:
        return lambda ask: full_year(absolute, ask.today.year)
    shift = shift_of_match(match)
    return None if shift is None else (lambda ask: ask.today.year + shift)


Year = Callable[[Ask], int | None]


def expr_of(
    start: int, end: int, kind: Kind, year: Year | None, each: Callable[[int], Span | None], *,
    side: str = "", moon: Expr | None = None,
) -> Expr:
    """An expression that comes every year, tied to one year when the year was said."""
    if year is None:
        return Expr(start, end, kind, each=each, side=side, moon=moon)

    def fixed(ask: Ask) -> Span | None:
        found = year(ask)
        return None if found is None else each(found)

    return Expr(start, end, kind, fixed=fixed, side=side, moon=moon)


def shift_of_match(match: re.Match[str]) -> int | None:
    """Years from this one (去年 = -1) when the year is relative; else None."""
    groups = match.groupdict()
    if groups.get("yr"):
        return RELATIVE[groups["yr"]]
    return -must_int(groups["yago"]) if groups.get("yago") else None


def lunar_year_for(match: re.Match[str], month: int) -> Callable[[Ask], int | None] | None:
    """The lunar year meant by the year in a match, for a lunar month.

    去年腊月 is month 12 of the farmers' year called last year. Before Spring Festival that year is still running:
    a month not yet over then counts as this year's, and 今年 with a month yet to come is the running year's.
    """
    shift = shift_of_match(match)
    if shift is None:
        return year_of_match(match)
    return lambda ask: _running_year(ask, month) + shift if shift else _this_year(ask, month)


def _running_year(ask: Ask, month: int) -> int:
    today = ask.today
    if today >= spring_festival(today.year):
        return today.year
    span = lunar_month(today.year - 1, month)
    return today.year - 1 if span is not None and span[1] >= today else today.year


def _this_year(ask: Ask, month: int) -> int:
    today = ask.today
    year = _running_year(ask, month)
    span: Span | None = lunar_month(year, month)
    early = today < spring_festival(today.year)
    return year - 1 if early and ask.prefer == "past" and span is not None and _later(span, today) else year


def _later(span: Span, today: date) -> bool:
    return span[0] > today
