"""The rows of tests/law/money as calls of the engine."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from bot.law.money.additional import additional
from bot.law.money.compensation import compensation, notice_month
from bot.law.money.fees import lawsuit_fee, payment_order_fee
from bot.law.money.findings import findings
from bot.law.money.interest import late, promised, unpromised
from bot.law.money.overtime import overtime
from bot.law.money.second_wage import second_wage
from bot.law.money.values import Money
from bot.law.money.wages import owed, owed_over
from tests.law.tables import facts, rows, today

Row = dict[str, Any]


def fen(yuan: Any) -> Any:
    """Yuan of a table (number, [low, high] or null) as fen; a Decimal when a part of a fen is left."""
    if isinstance(yuan, list):
        return tuple(fen(part) for part in yuan)
    exact = None if yuan is None else Decimal(str(yuan)) * 100
    return exact if exact is None or exact % 1 else int(exact)


def plain(value: Any) -> Any:
    """A number of a table as int or Decimal; [low, high] as a tuple."""
    if isinstance(value, (list, tuple)):
        return tuple(plain(part) for part in value)
    return Decimal(str(value)) if isinstance(value, float) else value


def _wages(row: Row) -> Money:
    rate, paid = fen(row["rate"]), fen(row.get("paid", 0))
    if "begin" in row:
        count = plain(row["count"]) if "count" in row else None
        return owed_over(rate, row["unit"], row["begin"], row["end"], count=count, paid=paid)
    return owed(rate, row["unit"], plain(row["count"]), part_days=plain(row.get("part_days", 0)), paid=paid)


def _overtime(row: Row) -> Money:
    hours = {kind: plain(row[kind]) for kind in ("weekday", "rest_day", "holiday", "untold", "rested") if kind in row}
    hours |= {"between": tuple(row["between"])} if "between" in row else {}
    return overtime(fen(row["rate"]), row["unit"], **hours, system=row.get("system", "standard"),
                    base_paid=row.get("base_paid", False), paid=fen(row.get("paid", 0)))


def _second_wage(row: Row) -> Money:
    return second_wage(fen(row["wage"]), row["begin"], row["end"], claimed=row["claimed"], signed=row.get("signed"),
                       employment=row.get("employment", True))


def _compensation(row: Row) -> Money:
    begin = tuple(row["begin"]) if isinstance(row["begin"], list) else row["begin"]
    known = {name: fen(row[name]) for name in ("average", "minimum") if name in row}
    return compensation(fen(row["wage"]), begin, row["end"], ending=row["ending"], **known)


def _interest(row: Row) -> Money:
    sum_, lpr = fen(row["sum"]), plain(row["lpr"]) if "lpr" in row else None
    if row["how"] == "late":
        return late(sum_, row["begin"], row["end"])
    if row["how"] == "unpromised":
        return unpromised(sum_, row["begin"], row["end"], lpr=lpr)
    return promised(sum_, plain(row["rate"]), row["begin"], row["end"], lpr=lpr)


def _fees(row: Row) -> Money:
    if row["how"] == "order":
        return payment_order_fee(fen(row["sum"]))
    return lawsuit_fee(fen(row["sum"]), labour_dispute=row["dispute"], simplified=row["simplified"])


CALLS: dict[str, Callable[[Row], Money]] = {
    "wages": _wages, "overtime": _overtime, "second_wage": _second_wage, "compensation": _compensation,
    "notice": lambda row: notice_month(fen(row["wage"]), ending=row["ending"], told_days_before=plain(row["told"])),
    "additional": lambda row: additional(fen(row["owed"]), unpaid_order=row["order"],
                                         against_unit=row.get("unit", True)),
    "interest": _interest, "fees": _fees,
}
"""table -> what a row of it computes."""


def computed() -> Iterator[Money]:
    """Every sum of every table."""
    for name, call in CALLS.items():
        for row in rows(f"money/{name}"):
            yield call(row)
    for row in rows("money/findings"):
        yield from findings(facts(row["facts"]), today(row))
