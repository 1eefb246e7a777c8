"""Checks of content/statutes.yml, the register of the laws that facts cite."""
from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from bot.content.check_days import FIRST, LATER, is_day
from bot.content.marks import Marked
from bot.content.strict_yaml import Unread

NEEDED = ("name", "short", "document", "since")
KNOWN = {*NEEDED, "until", "articles"}


class Registered(NamedTuple):
    """A law of the register. `until`: None while in force; `articles`: how many it has, when the store holds every one."""

    short: tuple[str, ...] = ()
    until: date | None = None
    articles: int | None = None


Statutes = dict[str, Registered]


def check_statutes(file: Marked | None, today: date | None) -> Statutes:
    """The laws by full name; problems go into `file`."""
    names: Statutes = {}
    if file is None or file.data is None:
        return names
    rows = file.data.get("statutes") if isinstance(file.data, dict) else None
    if not isinstance(rows, list):
        file.error("the file must be a mapping with a list `statutes`")
        return names
    for number, row in enumerate(rows):
        key = ("statutes", number)
        if not isinstance(row, dict) or not isinstance(row.get("name"), str):
            file.error(f"a law of the register needs name, short, document and since, not {row}", *key)
            continue
        _fields(file, row, key)
        if row["name"] in names:
            file.error(f"{row['name']} is registered twice", *key)
        _days(file, row, key, today)
        told, until, count = row.get("short"), row.get("until"), row.get("articles")
        short: list[Any] = told if isinstance(told, list) else []
        names[row["name"]] = Registered(tuple(map(str, short)), until if is_day(until) else None,
                                        count if type(count) is int else None)
    return names


def _fields(file: Marked, row: dict[str, Any], key: tuple[Any, ...]) -> None:
    missing = [name for name in NEEDED if name not in row]
    if missing:
        file.error(f"missing: {', '.join(missing)}", *key)
    for name in sorted(set(row) - KNOWN, key=str):
        file.error(f"{row['name']}: no such field: {name}", *key, name)
    short = row.get("short", [])
    if not isinstance(short, list) or not all(isinstance(one, str) for one in short):
        file.error(f"{row['name']}: short must be a list of short names like [调裁法], not {short}", *key, "short")
    if not isinstance(row.get("document", ""), str):
        file.error(f"{row['name']}: document must be text, \"\" when there is none", *key, "document")
    if "articles" in row and (type(row["articles"]) is not int or row["articles"] < 1):
        file.error(f"{row['name']}: articles is the number of its last article, not {row['articles']}", *key, "articles")


def _days(file: Marked, row: dict[str, Any], key: tuple[Any, ...], today: date | None) -> None:
    """since: known or null, not before FIRST, not in the future; until: after it, not far in the future."""
    name, since, until = row["name"], row.get("since"), row.get("until")
    for field, value in (("since", since), ("until", until)):
        if value is not None and not is_day(value):
            if not isinstance(value, Unread):
                file.error(f"{name}: {field} must be a day like 2008-05-01, without quotes or hour, not {value!s}", *key, field)
        elif value is not None and value < FIRST:
            file.error(f"{name}: {field} is before {FIRST}: {value}", *key, field)
    if today is not None and is_day(since) and since > today:
        file.error(f"{name}: since is in the future: {since}; register a law when it is in force", *key, "since")
    if is_day(until) and is_day(since) and until <= since:
        file.error(f"{name}: until must be after since", *key, "until")
    if today is not None and is_day(until) and until > today + LATER:
        file.error(f"{name}: until is more than a year ahead: {until}; write it when it is near", *key, "until")
