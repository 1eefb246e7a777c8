"""Checks of content/law/*.yml: form and types of each fact, disagreements, what took the place of a rule that ended."""
from __future__ import annotations

import re
from datetime import date
from typing import Any

from bot.content.check_articles import check_articles
from bot.content.check_days import check_days, is_day
from bot.content.check_lines import check_sentences
from bot.content.check_statutes import Statutes
from bot.content.marks import Marked
from bot.content.numbers import not_held
from bot.content.strict_yaml import Unread

TEXT, LIST, FLAG, DAY, DAY_OR_NULL = (
    "text", "a list of texts like [LAW-DIS-01], empty: []", "true or false",
    "a day like 2026-11-22, without quotes or hour", "a day like 2008-05-01, without quotes or hour, or null",
)
FIELDS = {
    "id": TEXT, "rule": TEXT, "law": TEXT, "document": TEXT, "article": TEXT, "articles": LIST, "since": DAY_OR_NULL,
    "checked": DAY, "review_by": DAY, "status": TEXT, "disputed": FLAG, "disagreements": LIST,
}
OPTIONAL = {"source": TEXT, "unchecked": TEXT, "note": TEXT, "internal": FLAG, "replaced_by": LIST, "say": TEXT}
DISAGREEMENT = {"question": TEXT, "sides": TEXT, "kind": TEXT}
KINDS = ("version", "local", "reading", "unknown")
STATUSES = ("verified", "second_hand", "memory")
LAW_ID = re.compile(r"LAW-[A-Z]+-\d{2,4}[a-z]?")

Laws = dict[str, dict[str, Any]]
Place = tuple[Marked, int, dict[str, Any]]


def check_laws(files: dict[str, Marked], statutes: Statutes, today: date | None, day: date | None = None) -> Laws:
    """All facts by id; problems go into the files. `today`: on which laws have ended; `day`: the same, None when it cannot be
    (check_clock)."""
    laws: Laws = {}
    places: list[Place] = []
    for area, file in files.items():
        rows = file.data.get("facts") if isinstance(file.data, dict) else None
        if not isinstance(rows, list):
            if not file.problems:
                file.error("the file must be a mapping with a list `facts`")
            continue
        for number, row in enumerate(rows):
            if not isinstance(row, dict) or not isinstance(row.get("id"), str):
                file.error("a fact needs an id, text like LAW-ARB-01", "facts", number, "id")
                continue
            if row["id"] in laws:
                file.error(f"{row['id']} stands twice", "facts", number, "id")
            laws[row["id"]] = {**row, "area": area}
            places.append((file, number, row))
    for file, number, row in places:
        _fields(file, number, row)
        check_articles(file, number, row, statutes, today)
        _dispute(file, number, row, laws)
        _replaced(file, number, row, laws)
        check_days(file, number, row, day)
        _said(file, number, row)
    return laws


def _fields(file: Marked, number: int, row: dict[str, Any]) -> None:
    needed = {**FIELDS, **(DISAGREEMENT if "question" in row else {})}
    known = {**needed, **OPTIONAL}
    for name in needed:
        if name not in row:
            file.error(f"{row['id']}: {name} is missing", "facts", number)
    for name in sorted(set(row) - set(known), key=str):
        file.error(f"{row['id']}: no such field: {name}", "facts", number, name)
    for name, kind in known.items():
        if name in row and not _is(row[name], kind):
            file.error(f"{row['id']}: {name} must be {kind}, not {_shown(row[name])}", "facts", number, name)
    if not LAW_ID.fullmatch(row["id"]):
        file.error(f"not an id of a fact: {row['id']}", "facts", number, "id")
    if not str(row.get("rule", "")).strip():
        file.error(f"{row['id']}: rule is empty", "facts", number, "rule")
    if "status" in row and row["status"] not in STATUSES:
        file.error(f"{row['id']}: status must be one of {', '.join(STATUSES)}", "facts", number, "status")
    if "kind" in row and row["kind"] not in KINDS:
        file.error(f"{row['id']}: kind must be one of {', '.join(KINDS)}", "facts", number, "kind")


def _is(value: Any, kind: str) -> bool:
    """Whether a value is of the kind; Unread is named already."""
    if isinstance(value, Unread):
        return True
    if kind == TEXT:
        return isinstance(value, str)
    if kind == LIST:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if kind == FLAG:
        return isinstance(value, bool)
    return is_day(value) or (value is None and kind == DAY_OR_NULL)


def _shown(value: Any) -> str:
    """A value as a volunteer may have written it."""
    return "nothing" if value is None else str(value)


def _replaced(file: Marked, number: int, row: dict[str, Any], laws: Laws) -> None:
    """`replaced_by` names living facts; empty: the rule ended and nothing took its place."""
    for place, law_id in enumerate(_texts(row, "replaced_by")):
        if laws.get(law_id, {"replaced_by": []}).get("replaced_by") is not None:
            file.error(f"{row['id']}: replaced_by names no fact in force: {law_id}", "facts", number, "replaced_by", place)


def _dispute(file: Marked, number: int, row: dict[str, Any], laws: Laws) -> None:
    for place, law_id in enumerate(_texts(row, "disagreements")):
        if "question" not in laws.get(law_id, {}):
            file.error(f"{row['id']}: no such disagreement: {law_id}", "facts", number, "disagreements", place)
    if "question" in row and row.get("disputed") is not True:
        file.error(f"{row['id']}: a disagreement is disputed: true", "facts", number, "disputed")


def _said(file: Marked, number: int, row: dict[str, Any]) -> None:
    """`say` is the rule in short sentences: every number of it stands in the rule."""
    if not isinstance(row.get("say"), str):
        return
    check_sentences(file, row["say"], ("facts", number, "say"))
    for words in not_held(row["say"], [str(row.get("rule", ""))]):
        file.error(f"{row['id']}: the rule does not hold 「{words}」", "facts", number, "say")


def _texts(row: dict[str, Any], name: str) -> list[str]:
    value = row.get(name)
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
