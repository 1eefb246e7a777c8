"""Stretches of work or of unpaid wages: `去年腊月到今年五月`, `3月干到6月`, `8月以来`, `干了三个月`."""
from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from bot.chinese import period_words as words
from bot.chinese.date_bound import bound
from bot.chinese.date_expr import Ask, Expr
from bot.chinese.date_pairs import joined, place_pair
from bot.chinese.date_scan import scan
from bot.chinese.date_text import fold
from bot.chinese.gone import ends_here, tells_an_end
from bot.chinese.lengths import find_lengths
from bot.chinese.period_ends import length_beside, other_end
from bot.chinese.spans import Span
from bot.chinese.values import DatePhrase, Period


def find_period(text: str, today: date, told: list[Expr] | None = None) -> Period | None:
    """The first stretch in the text, the surest kind first; None when there is none.

    * A to B: begin and finish as said. An end before the start is NOT put right.
    * A to now: finish is today (words 现在), `ongoing`. `8月以来`: begin, finish None, `ongoing`.
    * One end only: `3月进场`, `做到上个月`. `现在还在干`: both None, `ongoing`.
    * The pay of a month or year (`上个月的工资`): begin and finish are that same phrase.
    * A length alone (`干了三个月`): both None, not ongoing; `lengths.find_lengths(period.words)` gives it.
      With a start or an end (`3月开始干了三个月`) the other end is counted.

    `told`: the times in the text when they are known from a longer text, which gave them their years.
    """
    plain = fold(text)
    exprs = told if told is not None else bound(plain, [e for e in scan(text) if e.only is None], Ask(today))
    for finder in (_between, _until_now, _one_end):
        found = finder(text, plain, exprs, today)
        if found is not None:
            return found
    return _ongoing(text, plain) or _pay(text, plain, exprs, today) or _length(text, plain)


def _phrase(text: str, expr: Expr, span: Span | None) -> DatePhrase | None:
    return span and DatePhrase(expr.start, expr.end, text[expr.start:expr.end], span[0], span[1])


def _between(text: str, plain: str, exprs: list[Expr], today: date) -> Period | None:
    for a, b in pairwise(exprs):
        if not joined(plain, a, b):
            continue
        first, last = place_pair(a, b, today)
        begin, finish = _phrase(text, a, first), _phrase(text, b, last)
        if begin and finish:
            start = _from_start(plain, a.start)
            tail = words.ONGOING2.search(plain[b.end:b.end + 12]) or plain[b.start:b.end] in ("今天", "今日")
            return Period(start, b.end, text[start:b.end], begin, finish, bool(tail) and finish.last >= today)
    return None


def _from_start(plain: str, start: int) -> int:
    found = re.search(r"(?:自从|打从|从|自|打)\s*$", plain[:start])
    return found.start() if found else start


def _until_now(text: str, plain: str, exprs: list[Expr], today: date) -> Period | None:
    for index, expr in enumerate(exprs):
        rest = plain[expr.end:expr.end + 30]
        begin = _phrase(text, expr, expr.before(today) if expr.each else expr.place(Ask(today)))
        if begin is None:
            continue
        start = _from_start(plain, expr.start)
        since = words.SINCE.match(rest)
        if since and "到" not in since.group(0) and "至今" not in since.group(0):
            end = expr.end + since.end()
            return Period(start, end, text[start:end], begin, None, True)
        now = words.NOW.search(rest)
        if now and (tells_an_end(rest[:now.start()]) or words.PAY.match(rest) or words.PAY_OF.match(rest)):
            continue
        stop = re.search(r"[。!?;\n]", rest)
        following = exprs[index + 1].start - expr.end if index + 1 < len(exprs) else len(rest)
        if now and (stop is None or now.start() < stop.start()) and now.start() <= 16 and now.start("now") <= following + 1:
            return _to_today(text, expr, start, now, begin, today)
    return None


def _to_today(text: str, expr: Expr, start: int, now: re.Match[str], begin: DatePhrase, today: date) -> Period:
    here, end = expr.end + now.start("now"), expr.end + now.end("now")
    finish = DatePhrase(here, end, text[here:end], today, today)
    return Period(start, end, text[start:end], begin, finish, True)


def _one_end(text: str, plain: str, exprs: list[Expr], today: date) -> Period | None:
    """Begin or end alone; both when one sentence says 进场 at one time and 离职 at another."""
    a, b = _starts(plain, exprs), _ends(plain, exprs)
    if a is None and b is None:
        return None
    if a is not None and b is not None and a.start >= b.start:
        a = None
    if a is None and b is not None:
        a = _told_before(plain, exprs, b)
    begin = _phrase(text, a, a.place(Ask(today))) if a else None
    finish = _phrase(text, b, b.place(Ask(today))) if b else None
    if a is not None and b is not None:
        spans = place_pair(a, b, today)
        begin, finish = _phrase(text, a, spans[0]), _phrase(text, b, spans[1])
    ends = [p for p in (begin, finish) if p is not None]
    return _with_length(text, plain, begin, finish, ends) if ends else None


def _with_length(text: str, plain: str, begin: DatePhrase | None, finish: DatePhrase | None, ends: list[DatePhrase]) -> Period:
    """The period of one or two ends; a length beside a single end counts out the other."""
    start, end = _from_start(plain, ends[0].start), ends[-1].end
    length = length_beside(plain, end) if len(ends) == 1 else None
    if length is not None:
        begin, finish = other_end(text, length, begin, finish)
        end = length.end
    ongoing = finish is None and _is_ongoing(plain)
    return Period(start, end, text[start:end], begin, finish, ongoing)


def _told_before(plain: str, exprs: list[Expr], finish: Expr) -> Expr | None:
    """`去年三月我跟老乡去贵阳做外墙,干到八月`: the time told before the end, when the sentence between goes to work."""
    index = exprs.index(finish)
    if not index or not words.END_BEFORE.search(plain[max(0, finish.start - 6):finish.start]):
        return None
    gap = plain[exprs[index - 1].end:finish.start]
    return exprs[index - 1] if len(gap) <= 40 and words.WENT.search(gap) and not words.BROKEN.search(gap) else None


def _starts(plain: str, exprs: list[Expr]) -> Expr | None:
    for expr in exprs:
        rest, ahead = plain[expr.end:expr.end + 14], plain[max(0, expr.start - 3):expr.start]
        begun = words.BEGIN.match(rest) or words.BEGIN_LOOSE.match(rest)
        said_from = words.FROM_END.search(ahead) and re.match(r"\s*(?:份)?(?:起|开始|就|干|做|以后|之后)", rest)
        if begun or said_from:
            return expr
    return None


def _ends(plain: str, exprs: list[Expr]) -> Expr | None:
    for expr in exprs:
        rest, ahead = plain[expr.end:expr.end + 12], plain[max(0, expr.start - 6):expr.start]
        if ends_here(words.BEFORE_END.sub("", rest)) or words.END_BEFORE.search(ahead):
            return expr
    return None


def _is_ongoing(plain: str) -> bool:
    return bool(words.ONGOING.search(plain) or words.ONGOING2.search(plain)) and not words.NOT_ONGOING.search(plain)


def _ongoing(text: str, plain: str) -> Period | None:
    if not _is_ongoing(plain):
        return None
    found = words.ONGOING.search(plain) or words.ONGOING2.search(plain)
    return found and Period(found.start(), found.end(), text[found.start():found.end()], None, None, True)


def _pay(text: str, plain: str, exprs: list[Expr], today: date) -> Period | None:
    """`上个月的工资`, `欠我3月份`: the month or year itself is the period; several in a row make one."""
    for run in _runs(plain, [e for e in exprs if e.kind == "span"]):
        first, last = run[0], run[-1]
        alone = first.place(Ask(today))
        paid = words.PAY.match(plain[last.end:]) or words.OWED_BEFORE.search(plain[max(0, first.start - 8):first.start])
        if not paid and not (_only(plain, first.start, last.end) and _several(run, alone)):
            continue
        spans = (alone, alone) if first is last else place_pair(first, last, today)
        begin, finish = _phrase(text, first, spans[0]), _phrase(text, last, spans[1])
        if begin and finish:
            return Period(first.start, last.end, text[first.start:last.end], begin, finish)
    return None


def _runs(plain: str, spans: list[Expr]) -> list[list[Expr]]:
    """Times told one after the other (`3月4月`, `3月、5月和6月`)."""
    runs: list[list[Expr]] = []
    for expr in spans:
        if runs and re.fullmatch(r"\s*(?:[、,和跟]|以及|还有)?\s*", plain[runs[-1][-1].end:expr.start]):
            runs[-1].append(expr)
        else:
            runs.append([expr])
    return runs


def _length(text: str, plain: str) -> Period | None:
    """A length of work or debt with neither end."""
    for length in find_lengths(text):
        ahead = words.WORKED_LENGTH.search(plain[max(0, length.start - 12):length.start])
        if words.NOT_PERIOD.search(plain[max(0, length.start - 3):length.start]) and not ahead:
            continue
        if re.match(r"\s*[\d一二两三四五六七八九几](?!个)", plain[length.end:]) and not ahead:
            continue
        if ahead or words.LENGTH_AFTER.match(plain[length.end:]) or _only(plain, length.start, length.end):
            back = len(ahead.group(0)) if ahead else 0
            start = length.start - back
            return Period(start, length.end, text[start:length.end], None, None)
    return None


def _several(run: list[Expr], span: Span | None) -> bool:
    """Several months told as one answer (`2月、3月、5月`, `三四月份`)."""
    return len(run) > 1 or (span is not None and 32 < (span[1] - span[0]).days < 200)


def _only(plain: str, start: int, end: int) -> bool:
    """Whether nothing but small words stands round it."""
    return not re.sub(r"[,。!?\s]|大概|大约|差不多|吧|了|的|多|左右|样子|得有|有", "", plain[:start] + plain[end:])
