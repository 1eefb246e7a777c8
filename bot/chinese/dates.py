"""Dates in what workers write: `去年腊月`, `25年3月`, `上个月底`, `3月5号`, `过年前`. Pure: today is a parameter."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese.date_bound import bound
from bot.chinese.date_digits import two_numbers
from bot.chinese.date_expr import Ask, Expr, Prefer
from bot.chinese.date_pairs import place_all
from bot.chinese.date_scan import scan
from bot.chinese.date_text import fold
from bot.chinese.periods import find_period
from bot.chinese.spans import month_of
from bot.chinese.values import DatePhrase

__all__ = ["DatePhrase", "find_dates", "find_period", "format_date", "parse_date"]


def phrase(text: str, expr: Expr, ask: Ask) -> DatePhrase | None:
    """The expression placed in the calendar; None when there is no such day (`2月30号`)."""
    span = expr.place(ask)
    return span and DatePhrase(expr.start, expr.end, text[expr.start:expr.end], span[0], span[1])


def find_dates(text: str, today: date, prefer: Prefer = "past") -> list[DatePhrase]:
    """Days and spans in the text, in order. A month or day without a year is the last one past
    (with prefer="future": the next to come), or lies in the year told before. Amounts, counts and numbers are never dates."""
    plain, ask = fold(text), Ask(today, prefer)
    exprs = bound(plain, [expr for expr in scan(text) if expr.only is None or expr.only == prefer], ask)
    spans = place_all(plain, exprs, ask)
    return [
        DatePhrase(expr.start, expr.end, text[expr.start:expr.end], *span)
        for expr, span in zip(exprs, spans, strict=True) if span is not None
    ]


_FILLER = re.compile(
    r"大概|大约|差不多|可能|应该|好像|记得|估计|左右|前后|是|在|就|从|自|打|我们"
    r"|我|俺|他|她|老板|工头|包工头|说好|说|讲|答应|承诺|保证|约定|写的|"
    r"开始|回来|回家|回老家|回去|出来|进来|过来|进场|进去|进厂|入职|上班|上工|开工|干起|干到|做到|干|做|去|来|到|走"
    r"|离开|离职|辞职|辞工|退场|进(?!展)|完工|结束|停工|给我|给钱|给|付清|付|结清|结账|结|还清|还"
    r"|发|"
    r"那时候|那会儿|的时候|时候|那天|那几天|期间|当天|吧|的|了|呢|啊|哦|嘛|哈|呀"
    r"|份|工地|工作|钱|工资|拿|再|才|刚|会|要|起|底下|之前|以前|之后|以后|前|后|过"
    r"|完|[,。!?;:、~\s]|约|某天|某日|最后|最晚|最迟"
)
_WHOLE = re.compile(r"^\s*(\d{1,2})\s*[./\-]\s*(\d{1,2})\s*[号日]?\s*$")
_SIX = re.compile(r"^\s*(20\d\d)(0[1-9]|1[0-2])\s*$")


def parse_date(text: str, today: date, prefer: Prefer = "past") -> DatePhrase | None:
    """The whole text as an answer to "when": one date with at most small words round it; else None."""
    plain = fold(text)
    found = _bare_numbers(plain) or [e for e in scan(text) if e.only is None or e.only == prefer]
    if len(found) != 1:
        return None
    expr = found[0]
    rest = _FILLER.sub("", plain[:expr.start]) + _FILLER.sub("", plain[expr.end:])
    return None if rest else phrase(text, expr, Ask(today, prefer))


def _bare_numbers(plain: str) -> list[Expr]:
    """`3.15`, `25.3`, `202503` as the whole answer."""
    match = _WHOLE.match(plain)
    if match:
        expr = two_numbers(match.start(1), match.end(), int(match[1]), int(match[2]))
        return [expr] if expr else []
    six = _SIX.match(plain)
    if six:
        span = month_of(int(six[1]), int(six[2]))
        return [Expr(six.start(1), six.end(2), "span", fixed=lambda ask: span)]
    return []


def format_date(day: date) -> str:
    """`2026年3月5日`."""
    return f"{day.year}年{day.month}月{day.day}日"
