"""Two times joined by 到: whether they belong together, and how one gives the other its year."""
from __future__ import annotations

from datetime import date
from itertools import pairwise

from bot.chinese import period_words as words
from bot.chinese.date_expr import Ask, Expr
from bot.chinese.spans import Span


def joined(plain: str, a: Expr, b: Expr) -> bool:
    """Whether the words between two times make them a stretch."""
    gap = plain[a.end:b.start]
    if len(gap) > 24:
        return False
    if words.PLAIN.match(gap):
        return True
    if words.NOT_WORK.search(gap):
        return False
    if words.WORKED.match(gap):
        return True
    return bool(words.FROM.search(plain[max(0, a.start - 4):a.start]) and words.AFTER_FROM.match(gap))


def place_pair(a: Expr, b: Expr, today: date) -> tuple[Span | None, Span | None]:
    """Start and end in the calendar: the year said for one holds for the other; two without a year end in the past."""
    ask = Ask(today)
    if a.each is None and b.each is None:
        return a.place(ask), b.place(ask)
    if a.each is None:
        begin = a.place(ask)
        if begin is None or (begin[1] - begin[0]).days > 300:
            return begin, b.place(ask)
        return begin, b.after(begin[0])
    if b.cycle in ("month", "moon") and a.cycle == "year" and b.each is not None:
        begin = a.before(today)
        return begin, begin and b.after(begin[0])
    finish = b.place(ask)
    return (a.before(finish[0]) if finish else a.place(ask)), finish


def place_all(plain: str, exprs: list[Expr], ask: Ask) -> list[Span | None]:
    """Every expression in the calendar, the joined ones (`去年3月做到9月`) placed together when the past is meant."""
    spans = [expr.place(ask) for expr in exprs]
    if ask.prefer == "past":
        for index, (a, b) in enumerate(pairwise(exprs)):
            if joined(plain, a, b):
                spans[index], spans[index + 1] = place_pair(a, b, ask.today)
    return spans
