"""What the book tells beside a line: the rate of before, what stands for the day that is corrected."""
from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.cases.daybook_double import BY_PIECE, completes, has_work
from bot.chinese.daybook_values import A_DAY, Entry

BACK = timedelta(days=31)  # a price told later counts for a day before it no longer than that


def completed(entry: Entry, book: dict[date, Entry]) -> Entry:
    """The line with what the book tells beside it: of the same day for a correction, else the rate of the day before it."""
    if entry.off:
        return entry
    same = book.get(entry.day)
    if entry.price_alone and same is not None:
        unit = (entry.rate or {})["unit"] or (same.rate["unit"] if same.rate else _unit_of(same))
        return replace(same, rate={**(entry.rate or {}), "unit": unit}, rate_before=False, corrects=True)
    if same is not None and not same.off and not same.deleted:
        entry = _with_the_day(_of_the_day(entry, same), same)
        if entry.rate is None and same.rate and entry.trade == same.trade and _fits(same.rate, entry, same):
            return replace(entry, rate=same.rate, rate_before=same.rate_before)
    if entry.rate is not None:
        return entry
    return _with_rate_of(entry, book)


def _of_the_day(entry: Entry, same: Entry) -> Entry:
    """With the trade of the day for a correction (what was paid by the piece is said again), and the work for hours on top."""
    if not has_work(entry):
        own = replace(same, rate=entry.rate or same.rate, rate_before=same.rate_before and entry.rate is None,
                      trade=entry.trade or same.trade, note=entry.note or same.note, corrects=entry.corrects)
        return own if entry.extra is None else replace(own, extra=entry.extra)
    extra = same.extra if entry.extra is None and not has_work(same) else entry.extra
    trade = "、".join(one for one in same.trade.split("、") if one != BY_PIECE)
    trade = trade if entry.corrects or (entry.work, entry.hours, entry.kinds) == (same.work, same.hours, same.kinds) else ""
    return replace(entry, trade=entry.trade or trade, extra=extra)


def _with_rate_of(entry: Entry, book: dict[date, Entry]) -> Entry:
    """With the rate told last before the day, else of the first day after it on which he did the same."""
    earlier = [one for day, one in sorted(book.items()) if day < entry.day and one.rate and not one.deleted]
    fitting = [one for one in earlier if not one.rate_before and (not entry.trade or one.trade in ("", entry.trade))
               and one.rate and _fits(one.rate, entry, one)]
    later = [one for day, one in sorted(book.items()) if entry.day < day <= entry.day + BACK and one.rate and not one.deleted
             and not one.rate_before and one.trade == entry.trade and _fits(one.rate, entry, one)]
    found = fitting[-1:] or later[:1]
    return replace(entry, rate=found[0].rate, rate_before=True) if found else entry


def _with_the_day(entry: Entry, same: Entry) -> Entry:
    """A correction that tells other hours of a whole day (18号改成9个小时) leaves it the day that its rate is for; the same day
    told in 工 and in hours is one line."""
    if not entry.corrects and has_work(same) and completes(entry, same):
        return replace(entry, work=entry.work or same.work, hours=entry.hours or same.hours)
    whole = same.work == 1 and same.rate is not None and same.rate["unit"] == "day" and entry.rate is None
    if entry.corrects and whole and entry.work is None and entry.hours is not None and A_DAY[0] <= entry.hours <= A_DAY[1]:
        return replace(entry, work=same.work)
    return entry


def _fits(rate: dict[str, Any], entry: Entry, other: Entry) -> bool:
    """Whether a rate of another line can be this one's: the price of a piece for the same pieces alone, other pay for none."""
    if rate["unit"] == "piece" or entry.pieces is not None:
        return rate["unit"] == "piece" and entry.pieces is not None and entry.piece == other.piece
    return rate["unit"] != "hour" or entry.hours is not None


def _unit_of(entry: Entry) -> str:
    """What a price is for when no unit was told: the pieces, hours or day of the line."""
    if entry.pieces is not None:
        return "piece"
    return "hour" if entry.hours is not None and entry.work is None else "day"


