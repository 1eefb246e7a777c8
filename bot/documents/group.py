"""The workers of a group claim as a table, with the sum of each and of all (LAW-DOC-08, LAW-ARB-20, LAW-LIT-15)."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.chinese.amounts import format_yuan
from bot.chinese.dates import format_date
from bot.documents.case import Case, rows
from bot.documents.clean import tidy
from bot.documents.identity import read_id
from bot.documents.roster import RosterRow
from bot.documents.sums import fen_of, money


def workers(case: Case, chosen: Sequence[RosterRow] | None = None) -> list[dict[str, str]]:
    """A row for each worker: n, name, id (hidden in a preview), phone, trade, period, owed (figures with 元), and an empty
    `hand` to sign in."""
    return [_row(case, row) for row in (case.roster if chosen is None else chosen)]


def count(case: Case) -> str:
    """How many there are: 11."""
    return str(len(case.roster))


def total_text(case: Case) -> str:
    """The sum of all in figures and capitals; a blank with the reason as long as one worker's sum is not known."""
    sums = [_fen(row) for row in case.roster]
    open_ = sum(fen is None for fen in sums)
    if not sums:
        return case.blank("sum")
    if open_:
        return case.blank("sum", str(case.words["group"]["open"]).format(count=open_))
    return money(case, sum(fen for fen in sums if fen is not None))


def annex(case: Case) -> list[dict[str, Any]]:
    """The annex 工人名单 of a paper for all: one entry with `rows` and `total`, none without a roster."""
    return [{"rows": workers(case), "total": _total_line(case)}] if case.roster else []


def alone(case: Case) -> Case:
    """The case without how many are owed: in a paper for all that is said of the roster."""
    return replace(case, facts={slot: fact for slot, fact in case.facts.items() if slot != "people_count"})


def request_of_group(case: Case) -> str:
    """The first request of a paper for all: one sum, each worker's share in the annex."""
    return str(case.words["group"]["request"]["text"]).format(count=count(case), sum=total_text(case))


def facts_of_group(case: Case, told: Sequence[str]) -> list[str]:
    """The facts of a paper for all: the sums of the one who tells give way to those of all."""
    first, _, *rest = told
    return [first, str(case.words["group"]["facts"]).format(count=count(case), sum=total_text(case)), *rest]


def told_of_group(case: Case) -> list[tuple[str, str]]:
    """Label and value for a preview: what is owed to all."""
    return [(str(case.words["group"]["preview"]["total"]), total_text(case))] if case.roster else []


def many(case: Case) -> list[dict[str, str]]:
    """A row beside the one who files for all: how many file with him."""
    table = case.words["group"]
    return rows((str(table["preview"]["count"]), str(table["many"]).format(count=count(case)))) if case.roster else []


def _total_line(case: Case) -> str:
    return str(case.words["group"]["total"]).format(count=count(case), sum=total_text(case))


def _fen(row: RosterRow) -> int | None:
    """The worker's sum in fen; none and nothing are not known."""
    return None if row.owed is None else fen_of(float(row.owed)) or None


def _row(case: Case, row: RosterRow) -> dict[str, str]:
    fen = _fen(row)
    return {
        "n": str(row.n),
        "name": tidy(row.name, 40) or case.blank("short"),
        "id": _number(case, row.id_number),
        "phone": _phone(case, row.phone),
        "trade": tidy(row.trade, 20) or case.blank("short"),
        "period": _period(case, row.start, row.end),
        "owed": case.blank("short") if fen is None else format_yuan(fen),
        "hand": "",
    }


def _number(case: Case, number: str) -> str:
    """The ID number in clear when it can be right, else a blank to be filled from the card."""
    if not number:
        return case.blank("short")
    if case.hide:
        return str(case.words["hidden"])
    return number if read_id(number, case.today) else case.blank("short", case.note("id_wrong"))


def _phone(case: Case, number: str) -> str:
    if not number:
        return case.blank("short")
    return str(case.words["hidden"]) if case.hide else tidy(number, 20)


def _period(case: Case, start: date | None, end: date | None) -> str:
    if start is None or end is None or end < start:
        return case.blank("short")
    return str(case.words["owed_period"]).format(start=format_date(start), end=format_date(end))
