"""The day book in words: entries in one line, the days of a month, sums."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from actions.common import content
from bot import clock
from bot.cases.daybook import Sums
from bot.chinese.amounts import format_rate, format_yuan
from bot.chinese.dates import format_date
from bot.chinese.daybook_values import Entry


def table() -> dict[str, Any]:
    """The words of content/words/daybook.yml."""
    return dict(content().words["daybook"])


def entries_in_words(entries: Sequence[Entry]) -> str:
    """Entries as one line: equal days in a row together, a few in all (11月5日到11月8日共4天，1个工，260元一天)."""
    words = table()
    runs = _runs(entries)
    said = [str(words["entry"]).format(days=_days(first, last), what=what(first)) for first, last in runs[: words["most"]]]
    line = str(words["parts"]).join(said)
    return line if len(runs) <= words["most"] else line + str(words["and_more"]).format(count=len(entries))


def lines_of_month(entries: Sequence[Entry]) -> list[str]:
    """The days of a month as lines, equal days in a row together."""
    words = table()
    return [str(words["line"]).format(day=_numbers(first, last), what=what(first)) for first, last in _runs(entries)]


def what(entry: Entry) -> str:
    """What was told of a day: 1个工，加班2小时，260元一天."""
    words = table()
    if entry.off:
        return entry.note or str(words["off"])
    said = [str(words[name]).format(count=_plain(value)) for name, value in
            (("work", entry.work), ("hours", entry.hours), ("extra", entry.extra)) if value is not None]
    if entry.pieces is not None:
        said.append(str(words["pieces"]).format(count=_plain(entry.pieces), unit=entry.piece))
    rate = entry.rate
    paid = [str(words["rate"]).format(rate=format_rate(rate["amount"]), unit=_unit(entry, words))] if rate else []
    for one in entry.also:
        paid.append(str(words["pieces"]).format(count=_plain(one.count), unit=one.unit))
        paid += [str(words["rate"]).format(rate=format_rate(one.price), unit=one.unit)] if one.price is not None else []
    return str(words["between"]).join([entry.trade, *(said or [words["at_work"]]), *paid] if entry.trade
                                      else [*(said or [words["at_work"]]), *paid])


def _unit(entry: Entry, words: dict[str, Any]) -> str:
    """What the rate is for: 天, 小时, the piece that he counts."""
    unit = entry.rate["unit"] if entry.rate else ""
    return entry.piece if unit == "piece" and entry.piece else str(words["units"][unit])


def sums_in_words(sums: Sums) -> str:
    """12个工，另有8小时，能算出来的工钱3,120元."""
    words = table()["sums"]
    said = [str(words["work"]).format(count=_plain(sums.work))] if sums.work else []
    if sums.hours:
        said.append(str(words["hours" if said else "only_hours"]).format(count=_plain(sums.hours)))
    if sums.extra:
        said.append(str(words["extra"]).format(count=_plain(sums.extra)))
    said += [str(words["pieces"]).format(count=_plain(count), unit=unit) for unit, count in sums.pieces]
    if sums.fen:
        said.append(str(words["money"]).format(money=format_yuan(sums.fen)))
    return str(table()["between"]).join(said) or str(words["none"])


def _runs(entries: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """First and last of equal days in a row."""
    runs: list[tuple[Entry, Entry]] = []
    for entry in entries:
        follows = runs and entry.day - runs[-1][1].day == timedelta(days=1) and entry.on(runs[-1][0].day) == runs[-1][0]
        runs[-1 if follows else len(runs):] = [(runs[-1][0] if follows else entry, entry)]
    return runs


def _days(first: Entry, last: Entry) -> str:
    here = clock.today().year
    names = [format_date(one.day).removeprefix(f"{here}年") for one in (first, last)]
    if first == last:
        return names[0]
    return str(table()["many"]).format(first=names[0], last=names[1], count=(last.day - first.day).days + 1)


def days_in_words(first: Entry, last: Entry) -> str:
    """A day, or the first and last of a stretch, as a line of the day book names them: 11月5日到11月8日."""
    here = clock.today().year
    names = [format_date(one.day).removeprefix(f"{here}年") for one in (first, last)]
    return str(table()["stretch"]).format(first=names[0], last=names[1]) if first != last else names[0]


def _numbers(first: Entry, last: Entry) -> str:
    return str(first.day.day) if first == last else f"{first.day.day}-{last.day.day}"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
