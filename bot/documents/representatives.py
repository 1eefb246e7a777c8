"""推选代表人书 (LAW-DOC-08): the common request, whom they choose, the bounds of his power, the list of all workers."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.group import annex, count, total_text, workers
from bot.documents.letter_parts import labelled
from bot.documents.paper import Pairs, Paper
from bot.documents.parties import contractor, debtor_name
from bot.documents.proof import Item

PART = "representatives"
LINES = 10
"""Ruled lines of the list where no roster is there: from this many workers on representatives are chosen (LAW-ARB-20)."""
FEWEST, FEWEST_IN_COURT, MOST = 3, 2, 5
"""3 to 5 in arbitration, 2 to 5 in court."""


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates representatives.docx and representatives.typ print."""
    chosen = [row for row in case.roster if row.representative]
    return {
        "debtor": debtor_name(case),
        "contractor": [contractor(case)] if contractor(case) else [],
        "count": count(case) if case.roster else case.blank("short"),
        "sum": total_text(case),
        "tick": case.mark(case.note("tick")),
        "chosen": workers(case, chosen) or [_empty(case, n) for n in range(1, FEWEST + 1)],
        "number": _number(case, len(chosen)),
        "workers": workers(case) or [_empty(case, n) for n in range(1, LINES + 1)],
        "total": annex(case)[0]["total"] if case.roster else case.blank("sum"),
    }


def _number(case: Case, chosen: int) -> list[str]:
    """What the number of those chosen is good for: nothing to say between three and five."""
    table = case.words[PART]["number"]
    if FEWEST <= chosen <= MOST:
        return []
    if chosen == FEWEST_IN_COURT:
        return [str(table["court_only"]) + case.mark(str(table["note"]))]
    return [str(table["open"]) + case.mark(str(table["note"]))]


def _empty(case: Case, n: int) -> dict[str, str]:
    blank = case.blank("short")
    return {"n": str(n), "name": blank, "id": blank, "phone": blank, "trade": blank, "period": blank, "owed": blank, "hand": ""}


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    label = case.words[PART]["preview"]
    names = str(case.words["preview"]["and"]).join(row["name"] for row in data["chosen"])
    pairs = labelled(case, PART, data, "debtor", "count", "sum")
    pairs += [(str(label["chosen"]), names)] + [(str(label["number"]), line) for line in data["number"]]
    blanks = [row["name"] for row in data["workers"] if any(case.is_blank(value) for value in row.values())]
    if case.roster and blanks:
        pairs.append((str(label["open"]), case.blank("short")))
    return pairs


PAPER = Paper(name=PART, part=PART, context=context, pairs=_preview, wanted=("debtor_name", "people_count"))
