"""记工表: the day book of one month as a sheet that the foreman can sign; nothing in it that the worker did not say."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from bot.chinese.amounts import format_rate, format_yuan
from bot.chinese.capital import to_capital
from bot.chinese.dates import format_date
from bot.chinese.daybook_values import Entry, Piecework
from bot.clock import CHINA
from bot.documents.clean import tidy
from bot.documents.words import words

DOCUMENT = "daybook"
FORMATS = ("pdf", "xlsx")
Format = Literal["pdf", "xlsx"]


def render_daybook(year: int, month: int, entries: Sequence[Entry], *, worker: str, today: date, form: Format,
                   written: Mapping[date, datetime] | None = None) -> bytes:
    """The sheet of a month. `worker`: his name, "" when not known. A pay that is not known is 「待补」, never a figure.

    `written`: when each day was written down, for the evidence bundle: it says that it is his own record, nobody else signs.

    Raises ValueError for an unknown form.
    """
    if form not in FORMATS:
        raise ValueError(f"unknown form: {form}")
    filled = context(year, month, entries, worker, today)
    if written is not None:
        filled = _own_record(filled, year, month, entries, written)
    if form == "xlsx":
        from bot.documents.daybook_xlsx import workbook

        return workbook(filled, today)
    from bot.documents.pdf_file import compile_pdf

    return compile_pdf(DOCUMENT, filled, today)


def context(year: int, month: int, entries: Sequence[Entry], worker: str, today: date) -> dict[str, Any]:
    """What both forms print."""
    paper = words()
    table: dict[str, Any] = paper["daybook"]
    blank = "_" * 12 + str(paper["blank"]["mark"])
    title = str(table["title"]).format(year=year, month=month)
    return {
        "title": title,
        "sheet": table["sheet"],
        "page": table["page"],
        "label": {key: paper["metadata"][key] for key in ("author", "keywords", "subject")},
        "footer": str(table["footer"]).format(today=format_date(today)),
        "head": [{"label": table["worker"], "value": tidy(worker) or blank}, {"label": table["employer"], "value": blank},
                 {"label": table["site"], "value": blank}],
        "columns": list(table["columns"]),
        "rows": [_row(entry, table, paper) for entry in entries],
        "total": _total(entries, table),
        "notes": _notes(entries, table, paper),
        "confirms": table["confirms"],
        "signs": list(table["signs"]),
    }


def _own_record(filled: dict[str, Any], year: int, month: int, entries: Sequence[Entry],
                written: Mapping[date, datetime]) -> dict[str, Any]:
    """The same marked as the worker's own record, with the time at which each day was written down."""
    own: dict[str, Any] = words()["daybook"]["own"]
    rows = []
    for entry, row in zip(entries, filled["rows"], strict=True):
        here = written[entry.day].astimezone(CHINA)
        moment = str(own["written"]).format(month=here.month, day=here.day, time=f"{here:%H:%M}")
        rows.append([*row[:-1], "；".join(part for part in (row[-1], moment) if part)])
    return {**filled, "title": str(own["title"]).format(year=year, month=month), "rows": rows,
            "confirms": own["confirms"], "signs": list(own["signs"])}


def plain(value: Decimal | None) -> str:
    """A count as it is written: 1, 0.5, 10; empty for none."""
    return "" if value is None else f"{value.normalize():f}"


def _row(entry: Entry, table: dict[str, Any], paper: dict[str, Any]) -> list[str]:
    """One day: date, 工, hours, extra hours, pieces, trade, rate, sum, note."""
    day = str(table["day"]).format(day=entry.day.day, weekday=table["weekdays"][entry.day.weekday()])
    if entry.off:
        return [day, "0", "", "", "", "", "", "", tidy(entry.note or table["off"], 60)]
    notes = [entry.note, table["rate_before"] if entry.rate_before else "", table["extra_open"] if entry.extra else ""]
    amount, pieces = entry.fen, "、".join(plain(one.count) + one.unit for one in entry.kinds)
    return [
        day, plain(entry.work) or ("" if entry.hours or entry.pieces else str(table["blank"])), plain(entry.hours),
        plain(entry.extra), pieces, tidy(entry.trade, 20), _rate(entry, table, paper),
        str(table["blank"]) if amount is None else _figures(amount),
        tidy("；".join(note for note in notes if note), 60)]


def _rate(entry: Entry, table: dict[str, Any], paper: dict[str, Any]) -> str:
    if entry.rate is None:
        return str(table["blank"])
    said = str(paper["units"][entry.rate["unit"]])
    first = said.format(figures=format_rate(entry.rate["amount"]), unit=entry.piece or table["piece"])
    return "、".join([first, *(_price(one, table, paper) for one in entry.also)])


def _price(one: Piecework, table: dict[str, Any], paper: dict[str, Any]) -> str:
    if one.price is None:
        return str(table["blank"])
    return str(paper["units"]["piece"]).format(figures=format_rate(one.price), unit=one.unit)


def _figures(fen: int) -> str:
    """A sum as figures alone: 1,234.5."""
    return format_yuan(fen).removesuffix("元")


def _total(entries: Sequence[Entry], table: dict[str, Any]) -> list[str]:
    """The last row: sums of 工, hours, extra hours and of the known pay."""
    work, hours, extra = (sum((getattr(entry, name) or Decimal(0) for entry in entries), Decimal(0))
                          for name in ("work", "hours", "extra"))
    known = [entry.fen for entry in entries if not entry.off and entry.fen is not None]
    pieces = "、".join(plain(count) + unit for unit, count in _pieces(entries).items())
    return [str(table["total"]), plain(work), plain(hours) if hours else "", plain(extra) if extra else "", pieces, "", "",
            _figures(sum(known)) if known else str(table["blank"]), ""]


def _pieces(entries: Sequence[Entry]) -> dict[str, Decimal]:
    """How many of each unit."""
    counts: dict[str, Decimal] = {}
    for entry in entries:
        for one in entry.kinds:
            counts[one.unit] = counts.get(one.unit, Decimal(0)) + one.count
    return counts


def _notes(entries: Sequence[Entry], table: dict[str, Any], paper: dict[str, Any]) -> list[str]:
    """The sentences under the table: days, the sum in figures and capitals, what is not known."""
    worked = [entry for entry in entries if not entry.off]
    known = [entry.fen for entry in worked if entry.fen is not None]
    lines = [str(table["days"]).format(worked=len(worked), off=len(entries) - len(worked))]
    if known:
        capital, prefix = to_capital(sum(known)), str(paper["capital_prefix"])
        capital = capital if capital.startswith(prefix) else prefix + capital
        lines.append(str(table["money"]).format(figures=format_yuan(sum(known)), capital=capital))
    else:
        lines.append(str(table["money_none"]))
    if len(known) < len(worked):
        lines.append(str(table["unpriced"]).format(count=len(worked) - len(known)))
    extra = sum((entry.extra or Decimal(0) for entry in worked), Decimal(0))
    return [*lines, *([str(table["extra"]).format(count=plain(extra))] if extra else [])]
