"""The year told once holds for the months told after it (`去年在鞋厂做,3月来的,8月走的`: both of last year)."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.chinese import period_words as words
from bot.chinese.date_expr import Ask, Expr
from bot.chinese.date_pairs import joined
from bot.chinese.gone import ends_here
from bot.chinese.spans import Span

_NOW = re.compile("现在|至今|目前|如今|还在|最近|这几个月")
_UP_TO_NOW = re.compile(r"\s*份?(?:起|开始)?(?:一?直)?(?:拖|欠)?(?:(?:到|至)了?(?:现在|今|目前|如今)|以来)")
_CAME = re.compile(r"\s*份?(?:底|初|中)?(?:我们?|才|就)?(?:来|进|去|入职|开始|开工|上班)")
_OWED = re.compile(r"\s*份?(?:的|这个月|一个月|整月)*(?:工资|工钱|薪水|钱)?(?:都|也|就|还|一直|老板)*(?:没|欠|不发|不给|未)"
                   r"|\s*份?的?(?:工资|工钱)")
_TURN = re.compile("过年|年前|春节|年关|年根|除夕|腊月")
_PAYS = re.compile(r"[^,。;!?]{0,6}(?:给|结|付|发|还|清)")
_OTHER = re.compile(r"[^,。;!?\n]{0,12}(?:认识|出生|生的|毕业|结婚|打工)")  # 2023年就认识老板: no time of this work
_OLDEST = 8  # years: what lies further back (born in 1998) is no time of this work


def is_year(span: Span) -> bool:
    """Whether a span is about a year, so that a month told beside it lies in it."""
    return (span[1] - span[0]).days > 300


def bound(plain: str, exprs: list[Expr], ask: Ask) -> list[Expr]:
    """The expressions, those without a year tied to the year that was told before them (new objects, `fixed`).

    Not tied: after 现在 and the like, `7月到现在`, what would lie in the future, and wishes for the future. The pay of a
    month told behind the first day alone may be of any year since: it spans from the first to the last such month.
    """
    if ask.prefer != "past":
        return exprs
    found: list[Expr] = []
    anchor: int | None = None
    for index, expr in enumerate(exprs):
        if anchor is not None and expr.each is not None and expr.cycle == "year":
            told = found[anchor]
            if _NOW.search(plain[told.end:expr.start]):
                anchor = None
            elif not _is_free(plain, exprs, index):
                expr = _tied(plain, found, anchor, expr, ask)
        if expr.each is None and expr.only is None and _is_recent(expr.place(ask), ask.today):
            anchor = None if _OTHER.match(plain[expr.end:]) else index
        found.append(expr)
    return found


def _is_recent(span: Span | None, today: date) -> bool:
    return span is not None and today.year - span[0].year <= _OLDEST


def _is_free(plain: str, exprs: list[Expr], index: int) -> bool:
    """Whether another time than the one before gives it its year: 到现在, or the end that it is joined to."""
    expr, after = exprs[index], exprs[index + 1] if index + 1 < len(exprs) else None
    if _UP_TO_NOW.match(plain[expr.end:]):
        return True
    return after is not None and after.each is None and joined(plain, expr, after)


def _tied(plain: str, found: list[Expr], anchor: int, expr: Expr, ask: Ask) -> Expr:
    """The expression in the year of the one told before; as it was when that would be in the future."""
    told, rest = found[anchor], plain[expr.end:]
    span = told.place(ask)
    if span is None:
        return expr
    owed = _OWED.match(rest) or words.OWED_BEFORE.search(plain[max(0, expr.start - 8):expr.start])
    ended = _is_end(plain, found, anchor)
    if is_year(span):
        late = _TURN.match(plain[expr.start:expr.end]) and _PAYS.match(rest)
        place = expr.after(date(span[0].year, 4, 1)) if late else _within(expr, span)
    elif ended and (owed or _CAME.match(rest)):
        place = expr.before(span[1])
    else:
        place = expr.after(span[0])
    if place is None or place[0] > ask.today:
        return expr
    last = expr.before(ask.today)
    if owed and last and not (ended or is_year(span) or joined(plain, told, expr)):
        if words.ONGOING.search(plain) or words.ONGOING2.search(plain):
            return expr
        place = (place[0], last[1])
    return replace(expr, fixed=lambda _, placed=place: placed, each=None, side="")  # type: ignore[misc]


def _within(expr: Expr, year: Span) -> Span | None:
    first = expr.after(year[0])
    return first if first and first[0] <= year[1] else None


def _is_end(plain: str, found: list[Expr], index: int) -> bool:
    """Whether the work ended then (2025年2月走的, 3月干到9月)."""
    expr = found[index]
    if ends_here(words.BEFORE_END.sub("", plain[expr.end:expr.end + 12])):
        return True
    return bool(words.END_BEFORE.search(plain[max(0, expr.start - 6):expr.start])) or (
        index > 0 and joined(plain, found[index - 1], expr))
