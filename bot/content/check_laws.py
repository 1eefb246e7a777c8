"""Checks of content/law/*.yml and content/statutes.yml."""
from __future__ import annotations

import re
from datetime import date
from typing import Any

from bot.content.check_lines import check_sentences
from bot.content.marks import Marked
from bot.content.numbers import not_held

FIELDS: dict[str, type | tuple[type, ...]] = {
    "id": str, "rule": str, "law": str, "document": str, "article": str, "articles": list, "since": (date, type(None)),
    "checked": date, "review_by": date, "status": str, "disputed": bool, "disagreements": list,
}
OPTIONAL = {"source", "unchecked", "note", "internal", "replaced_by", "say"}
DISAGREEMENT = {"question", "sides", "kind"}
KINDS = ("version", "local", "reading", "unknown")
STATUSES = ("verified", "second_hand", "memory")
LAW_ID = re.compile(r"LAW-[A-Z]+-\d{2,4}[a-z]?")
ARTICLE = re.compile(r"(.+)第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?")

Laws = dict[str, dict[str, Any]]
Statutes = dict[str, date | None]


def check_statutes(file: Marked | None) -> Statutes:
    """Full names in the register with the day on which each ended (None: in force); problems go into `file`."""
    names: Statutes = {}
    if file is None or not isinstance(file.data, dict):
        return names
    for number, row in enumerate(file.data.get("statutes") or []):
        missing = {"name", "short", "document", "since"} - set(row)
        if missing:
            file.error(f"missing: {', '.join(sorted(missing))}", "statutes", number)
        if row.get("name") in names:
            file.error(f"{row['name']} is registered twice", "statutes", number)
        until = row.get("until")
        if until is not None and not isinstance(until, date):
            file.error(f"until is a day, not {until!r}", "statutes", number, "until")
            until = None
        names[str(row.get("name", ""))] = until
    return names


def check_laws(files: dict[str, Marked], statutes: Statutes, today: date | None) -> Laws:
    """All facts by id; problems go into the files."""
    laws: Laws = {}
    places: list[tuple[Marked, int, dict[str, Any]]] = []
    for area, file in files.items():
        rows = file.data.get("facts") if isinstance(file.data, dict) else None
        if not isinstance(rows, list):
            if not file.problems:
                file.error("the file must be a mapping with a list `facts`")
            continue
        for number, row in enumerate(rows):
            if not isinstance(row, dict) or "id" not in row:
                file.error("a fact needs an id", "facts", number)
                continue
            if row["id"] in laws:
                file.error(f"{row['id']} stands twice", "facts", number, "id")
            laws[row["id"]] = {**row, "area": area}
            places.append((file, number, row))
    for file, number, row in places:
        _fields(file, number, row)
        _articles(file, number, row, statutes, today)
        _dispute(file, number, row, laws)
        _replaced(file, number, row, laws)
        _days(file, number, row, today)
        _said(file, number, row)
    return laws


def _fields(file: Marked, number: int, row: dict[str, Any]) -> None:
    known = set(FIELDS) | OPTIONAL | (DISAGREEMENT if "question" in row else set())
    for name in sorted((set(FIELDS) | (known & DISAGREEMENT)) - set(row)):
        file.error(f"{row['id']}: {name} is missing", "facts", number)
    for name in sorted(set(row) - known):
        file.error(f"{row['id']}: no such field: {name}", "facts", number, name)
    for name, kind in FIELDS.items():
        if name in row and not isinstance(row[name], kind):
            file.error(f"{row['id']}: {name} has the wrong form: {row[name]!r}", "facts", number, name)
    if not LAW_ID.fullmatch(str(row["id"])):
        file.error(f"not an id of a fact: {row['id']}", "facts", number, "id")
    if not str(row.get("rule", "")).strip():
        file.error(f"{row['id']}: rule is empty", "facts", number, "rule")
    if row.get("status") not in STATUSES:
        file.error(f"{row['id']}: status must be one of {', '.join(STATUSES)}", "facts", number, "status")
    if "kind" in row and row["kind"] not in KINDS:
        file.error(f"{row['id']}: kind must be one of {', '.join(KINDS)}", "facts", number, "kind")


def _articles(file: Marked, number: int, row: dict[str, Any], statutes: Statutes, today: date | None) -> None:
    for place, article in enumerate(_list(row, "articles")):
        match = ARTICLE.fullmatch(str(article))
        if match is None:
            file.error(f"{row['id']}: an article reads 法名第几条, not {article}", "facts", number, "articles", place)
        elif match[1] not in statutes:
            file.error(f"{row['id']}: {match[1]} is not in statutes.yml", "facts", number, "articles", place)
        elif _ended(statutes[match[1]], today) and row.get("replaced_by") is None:
            message = f"{row['id']}: {match[1]} ended on {statutes[match[1]]}: the fact needs replaced_by"
            file.error(message, "facts", number, "articles", place)


def _ended(until: date | None, today: date | None) -> bool:
    return until is not None and (today is None or until <= today)


def _replaced(file: Marked, number: int, row: dict[str, Any], laws: Laws) -> None:
    """`replaced_by` names living facts; empty: the rule ended and nothing took its place."""
    if "replaced_by" in row and not isinstance(row["replaced_by"], list):
        message = f"{row['id']}: replaced_by is a list of ids, empty when nothing took its place"
        file.error(message, "facts", number, "replaced_by")
    for place, law_id in enumerate(_list(row, "replaced_by")):
        if laws.get(law_id, {"replaced_by": []}).get("replaced_by") is not None:
            file.error(f"{row['id']}: replaced_by names no fact in force: {law_id}", "facts", number, "replaced_by", place)


def _dispute(file: Marked, number: int, row: dict[str, Any], laws: Laws) -> None:
    for place, law_id in enumerate(_list(row, "disagreements")):
        if "question" not in laws.get(law_id, {}):
            file.error(f"{row['id']}: no such disagreement: {law_id}", "facts", number, "disagreements", place)
    if "question" in row and row.get("disputed") is not True:
        file.error(f"{row['id']}: a disagreement is disputed: true", "facts", number, "disputed")


def _days(file: Marked, number: int, row: dict[str, Any], today: date | None) -> None:
    checked, review_by = row.get("checked"), row.get("review_by")
    if not isinstance(checked, date) or not isinstance(review_by, date):
        return
    if review_by <= checked:
        file.error(f"{row['id']}: review_by must be after checked", "facts", number, "review_by")
    if today is not None and review_by < today:
        file.warn(f"{row['id']}: should have been read again by {review_by}", "facts", number, "review_by")


def _said(file: Marked, number: int, row: dict[str, Any]) -> None:
    """`say` is the rule in short sentences: every number of it stands in the rule."""
    if "say" not in row:
        return
    check_sentences(file, str(row["say"]), ("facts", number, "say"))
    for words in not_held(str(row["say"]), [str(row.get("rule", ""))]):
        file.error(f"{row['id']}: the rule does not hold 「{words}」", "facts", number, "say")


def _list(row: dict[str, Any], name: str) -> list[Any]:
    value = row.get(name)
    return value if isinstance(value, list) else []
