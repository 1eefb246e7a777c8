"""A month told without its year beside days that are known: the year of those, or both years when two are possible."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.chinese.date_bound import is_year
from bot.chinese.date_expr import Expr
from bot.chinese.date_scan import scan
from bot.chinese.impossible import bounds
from bot.chinese.owed_months import has_loose_end, is_since
from bot.chinese.spans import Span
from bot.chinese.values import Fact

_TO_NOW = re.compile("现在|至今|到今|目前|以来")
_NEAR = 62  # days: months owed up to the last two are those of this year


def in_known_years(found: Mapping[str, Fact], known: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    """The facts, with the days of `start_date`, `end_date`, `owed_period` and `promised_date` that were told without a year
    put in the year that the known ones (and those found beside) give them. Vague over both years when two are possible."""
    facts = dict(found)
    for slot, place in (("start_date", _start), ("end_date", _end), ("owed_period", _owed), ("promised_date", _promise)):
        exprs = _without_year(facts[slot]) if slot in facts else []
        if not exprs:
            continue
        beside = {**known, **{other: fact for other, fact in facts.items() if other != slot}}
        if slot == "start_date" and "end_date" in facts and _without_year(facts["end_date"]):
            beside.pop("end_date")
        if slot in known and (told := bounds(known[slot])) and is_year(told):
            beside[slot] = known[slot]
        span = place(exprs, beside, today)
        facts[slot] = facts[slot] if span is None else _fact(slot, facts[slot], span)
    return facts


def tells_a_year(text: str) -> bool:
    """Whether any time in the text has its year, or is counted from today (去年3月, 上个月, 今天)."""
    return any(expr.each is None for expr in scan(text))


def more_exact(slot: str, told: Fact, known: Mapping[str, Fact]) -> Fact:
    """A day told beside, in the year of the known days; also in the year that alone was known of it."""
    days = bounds(told) if slot in ("start_date", "end_date") else None
    return in_known_years({slot: told}, known, days[1])[slot] if days else told


def _without_year(fact: Fact) -> list[Expr]:
    """The times in the words of a fact, when all of them come every year."""
    exprs = [expr for expr in scan(fact.words) if expr.only is None]
    if _TO_NOW.search(fact.words) or any(is_since(fact.words[expr.start:expr.end]) for expr in exprs):
        return []
    return exprs if all(expr.each is not None and expr.cycle == "year" for expr in exprs) else []


def _fact(slot: str, fact: Fact, span: Span) -> Fact:
    first, last = span[0].isoformat(), span[1].isoformat()
    loose = slot == "owed_period" and fact.value is None and _is_loose(fact)
    if slot == "owed_period" and (span[1] - span[0]).days <= 366 and not loose:
        return replace(fact, state=fact.state if fact.value else "known", value=[first, last], low=None, high=None)
    if slot != "owed_period" and span[0] == span[1]:
        return replace(fact, state=fact.state if fact.value else "known", value=first, low=None, high=None)
    return replace(fact, state="vague", value=None, low=first, high=last)


def _is_loose(fact: Fact) -> bool:
    """Whether months are vague because they end somewhere in a month (8月到9月中): a known year makes them no more exact."""
    said = [fact.words[expr.start:expr.end] for expr in _without_year(fact)]
    return len(said) > 1 and has_loose_end(said[0], said[-1])


def _years(expr: Expr, low: date, high: date) -> list[Span]:
    """Every time it came from the first to the last day, in order; begun on or before the last."""
    found: list[Span] = []
    for year in range(low.year, high.year + 1):
        near = [span for span in expr.near(date(year, 7, 1)) if span[1] >= low and expr.begun(span) <= high]
        found += [span for span in near if span not in found]
    return sorted(found)


def _past(slot: str, known: Mapping[str, Fact], today: date) -> Span | None:
    """The days of a known fact that lie in the past."""
    span = bounds(known.get(slot))
    return span if span and span[0] <= today else None


def _start(exprs: list[Expr], known: Mapping[str, Fact], today: date) -> Span | None:
    """In the year that was told for it, else the last before the end of the work or before the promised day."""
    year = _past("start_date", known, today)
    limit = _past("end_date", known, today) or _past("promised_date", known, today)
    if year is None and limit is None:
        return None
    high = min(span[1] for span in (year, limit, (today, today)) if span)
    low = year[0] if year else date(high.year - 2, 1, 1)
    return next(reversed(_years(exprs[0], low, high)), None)


def _end(exprs: list[Expr], known: Mapping[str, Fact], today: date) -> Span | None:
    """The first after the start; the last before the promised day; both when it may be this year's as well."""
    start, promise = _past("start_date", known, today), _past("promised_date", known, today)
    high = min(promise[1], today) if promise else today
    if start is None:
        return next(reversed(_years(exprs[-1], date(high.year - 2, 1, 1), high)), None) if promise else None
    times = _years(exprs[-1], start[0], high)
    return _one_or_both(times, start, today) if times else None


def _one_or_both(times: list[Span], start: Span, today: date) -> Span:
    first, last = times[0], times[-1]
    sure = is_year(start) and first[0] <= start[1]
    return first if sure or last[0].year != today.year else (first[0], last[1])


def _owed(exprs: list[Expr], known: Mapping[str, Fact], today: date) -> Span | None:
    """The last months before the end of the work (or the promised day); of the year of work when only that is known."""
    words_end = exprs[-1]
    start, end = _past("start_date", known, today), _past("end_date", known, today) or _past("promised_date", known, today)
    still = known.get("still_working")
    high = min(end[1], today) if end else today
    low = start[0] if start else date(high.year - 2, 1, 1)
    if (start is None and end is None) or (still and still.value is True):
        return None
    times = _years(words_end, low, high)
    if not times:
        return None
    finish = times[-1]
    if end is None and start is not None and not (today - finish[1]).days <= _NEAR:
        finish = _one_or_both(times, start, today)
    begin = finish if len(exprs) == 1 else exprs[0].before(finish[0])
    return (begin[0], min(finish[1], today)) if begin else None


def _promise(exprs: list[Expr], known: Mapping[str, Fact], today: date) -> Span | None:
    """The first after the end of the work; together with the next to come, which may be a new promise."""
    end = _past("end_date", known, today)
    if end is None:
        return None
    first = next((span for span in _years(exprs[0], end[0], today) if span[0] > end[0]), None)
    if first is None:
        return None
    coming = next((span for span in exprs[0].near(today) if span[1] >= today), None)
    near = coming is not None and (coming[0] - today).days <= 183
    return (first[0], coming[1]) if near and coming and coming != first else first
