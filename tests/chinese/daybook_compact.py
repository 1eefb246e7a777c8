"""Entries of the day book in one short line, as the table of its tests writes them."""
from __future__ import annotations

from datetime import timedelta

from bot.chinese.daybook import Entry


def compact(entries: list[Entry]) -> str:
    """`11-05..11-08 1工 260/day 大工`: equal days in a row as a stretch, what differs parted by ` | `."""
    rows: list[tuple[Entry, Entry]] = []
    for entry in entries:
        before = rows[-1] if rows else None
        if before and entry.day - before[1].day == timedelta(days=1) and entry.on(before[0].day) == before[0]:
            rows[-1] = (before[0], entry)
        else:
            rows.append((entry, entry))
    return " | ".join(_line(first, last) for first, last in rows)


def _line(first: Entry, last: Entry) -> str:
    days = f"{first.day:%Y-%m-%d}" + ("" if first == last else f"..{last.day:%m-%d}")
    parts = [
        days, *(f"{value.normalize():f}{unit}" for value, unit in
                ((first.work, "工"), (first.hours, "h"), (first.extra, "+h")) if value is not None),
        f"{first.pieces.normalize():f}{first.piece}" if first.pieces is not None else "",
        f"{first.rate['amount']}/{first.rate['unit']}" if first.rate else "", first.trade,
        f"({first.note})" if first.note else "",
        *(f"+{one.count.normalize():f}{one.unit}" + (f" {one.price}" if one.price is not None else "") for one in first.also),
        *(name for name in ("off", "corrects", "deleted") if getattr(first, name))]
    return " ".join(part for part in parts if part)
