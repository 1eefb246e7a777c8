"""What the letters, forms and agreements share: rows of persons, boxes to tick, a county's desk."""
from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from bot.documents.case import Case, rows
from bot.documents.paper import Pairs
from bot.documents.proof import Item, all_rows
from bot.documents.seats import office_at_work
from bot.documents.times import owed_period

Rows = list[dict[str, str]]

def blank_rows(case: Case, labels: Mapping[str, str], kinds: Mapping[str, str]) -> Rows:
    """Rows that only a hand can fill, each as long as its kind needs."""
    return rows(*((label, case.blank(kinds.get(key, "text"))) for key, label in labels.items()))


def boxes(case: Case, options: Mapping[str, str], chosen: Collection[str] = ()) -> str:
    """Boxes in one line, those that the facts tell ticked; none told: the mark 「待补」 that they are to be ticked."""
    table = case.words["letters"]
    line: str = table["gap"].join((table["ticked"] if key in chosen else table["box"]) + text for key, text in options.items())
    return line if set(chosen) & set(options) else line + case.mark(case.note("tick"))


def desk(case: Case, kind: str) -> str:
    """The desk of the county where the work was done (`kind`: a name of `desks`), found as for the complaint."""
    complaint, desks = case.words["complaint"], case.words["letters"]["desks"]
    inspection, name = str(desks["inspection"]), str(desks[kind])
    patterns = {key: complaint[key].replace(inspection, name) for key in ("office", "office_open", "office_blank")}
    return office_at_work(case, patterns)


def period_text(case: Case) -> str:
    """The time for which wages are owed, else a blank from month to month."""
    return owed_period(case) or str(case.words["letters"]["months"]) + case.mark()


def proof_names(case: Case, evidence: Sequence[Item]) -> str:
    """The kinds of proof in one line, a blank when there is none."""
    names = list(dict.fromkeys(item["name"] for item in all_rows(case, evidence)))
    return str(case.words["preview"]["and"]).join(names) if names else case.blank("text")


def labelled(case: Case, part: str, data: Mapping[str, Any], *keys: str) -> Pairs:
    """Pairs of a preview for single values, by the labels in `preview` of the paper's words."""
    table = case.words[part]["preview"]
    return [(str(table[key]), str(data[key])) for key in keys]
