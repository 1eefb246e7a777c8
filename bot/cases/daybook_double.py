"""A second line for a day that is written already: another job of that day, or other words for the same one."""
from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.chinese.daybook_values import A_DAY, Entry, Piecework

BY_PIECE = "包工"


def has_work(entry: Entry) -> bool:
    """Whether 工, hours or pieces stand in it: more than that he was at work, or hours on top."""
    return any(one is not None for one in (entry.work, entry.hours, entry.pieces)) or bool(entry.also)


def clashes(new: Entry, old: Entry) -> bool:
    """Whether a new line that corrects nothing would throw away work that stands there."""
    if new.corrects or new.deleted or new.off or old.off or not has_work(old):
        return False
    if not has_work(new) or completes(new, old):
        return False
    return (new.work, new.hours, new.kinds) != (old.work, old.hours, old.kinds)


def completes(new: Entry, old: Entry) -> bool:
    """Whether both tell one whole day, the one in 工 and the other in hours."""
    by_work, by_hours = (old, new) if old.work is not None else (new, old)
    alone = by_work.hours is None and by_hours.work is None and not by_work.kinds and not by_hours.kinds
    return bool(alone and by_work.work == 1 and by_hours.hours is not None and A_DAY[0] <= by_hours.hours <= A_DAY[1]
                and (by_hours.rate is None or by_hours.rate["unit"] == "day" or by_work.rate is None))


def joined(new: Entry, old: Entry) -> Entry | None:
    """Both jobs in one line; None when one line cannot hold them: two prices of a day's work, or a pay that was known and
    would not be any more."""
    if new.off:
        return old
    paid = [entry.rate for entry in (old, new) if entry.rate and entry.rate["unit"] != "piece" and _timed(entry)]
    if any(rate["amount"] != paid[0]["amount"] or rate["unit"] != paid[0]["unit"] for rate in paid):
        return None
    kinds = _kinds(old, new)
    first, timed = (kinds[0] if kinds else None), _timed(old) or _timed(new)
    whole = replace(
        old, work=_sum(old.work, new.work), hours=_sum(old.hours, new.hours), extra=_sum(old.extra, new.extra),
        rate=paid[0] if paid else None, rate_before=new.rate_before if not old.rate else old.rate_before,
        trade="、".join(dict.fromkeys(filter(None, [*old.trade.split("、"), *new.trade.split("、")]))),
        note=",".join(dict.fromkeys(filter(None, (old.note, new.note))))[:40], corrects=False,
        pieces=None, piece="", also=tuple(kinds))
    if first and not timed:
        price = None if first.price is None else {"amount": first.price, "unit": "piece"}
        whole = replace(whole, rate=price, pieces=first.count, piece=first.unit, also=tuple(kinds[1:]))
    return None if whole.fen is None and old.fen is not None else whole


def _timed(entry: Entry) -> bool:
    return entry.work is not None or entry.hours is not None


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return other if one is None else one if other is None else one + other


def _kinds(old: Entry, new: Entry) -> list[Piecework]:
    """The pieces of both; of one unit at one price together."""
    counts: dict[tuple[str, float | None], Decimal] = {}
    for one in (*old.kinds, *new.kinds):
        key = (one.unit, one.price)
        counts[key] = counts.get(key, Decimal(0)) + one.count
    return [Piecework(count, unit, price) for (unit, price), count in counts.items()]
