"""The sheets of the day book as pieces of an evidence bundle: paper that is made, marked as the worker's own record."""
from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.cases.check_codes import made_id
from bot.cases.evidence import EvidenceItem
from bot.chinese.daybook_values import Entry
from bot.clock import CHINA
from bot.documents.daybook import render_daybook

KIND, CHANNEL = "own_daybook", "made"
Piece = tuple[EvidenceItem, bytes]


def sheets(told: Sequence[tuple[Entry, datetime]], worker: str, now: datetime) -> list[Piece]:
    """One PDF for each month with entries, the earliest first. `told`: the entries by day, each with when it was written."""
    months: dict[tuple[int, int], list[tuple[Entry, datetime]]] = {}
    for entry, moment in told:
        months.setdefault((entry.day.year, entry.day.month), []).append((entry, moment))
    return [_sheet(month, rows, worker, now) for month, rows in sorted(months.items())]


def _sheet(month: tuple[int, int], rows: Sequence[tuple[Entry, datetime]], worker: str, now: datetime) -> Piece:
    entries, written = [entry for entry, _ in rows], {entry.day: moment for entry, moment in rows}
    today = now.astimezone(CHINA).date()
    data = render_daybook(*month, entries, worker=worker, today=today, form="pdf", written=written)
    item = EvidenceItem("", hashlib.sha256(data).hexdigest(), len(data), "application/pdf", KIND,
                        f"{month[0]}-{month[1]:02}.pdf", "", now, channel=CHANNEL)
    return replace(item, id=made_id(item)), data
