"""Reading the tables of this folder: rows of {name, facts, today?, laws, expect…}; a bare value is a known fact."""
from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.chinese.values import Fact
from bot.settings import ROOT

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


def rows(table: str) -> list[dict[str, Any]]:
    """All rows of a table."""
    loaded = yaml.safe_load((HERE / f"{table}.yml").read_text(encoding="utf-8"))
    assert isinstance(loaded, list) and loaded
    return loaded


def names(table: str) -> list[str]:
    """Names of the rows, for the test ids."""
    return [row["name"] for row in rows(table)]


def facts(given: dict[str, Any] | None) -> dict[str, Fact]:
    """Slots -> Fact; a mapping with `state` is taken as it is."""
    return {slot: _fact(value) for slot, value in (given or {}).items()}


def today(row: dict[str, Any]) -> date:
    """The day of the row."""
    return row.get("today", TODAY)


def _fact(value: Any) -> Fact:
    if isinstance(value, dict) and "state" in value:
        return Fact(**{key: _plain(part) for key, part in value.items()})
    return Fact("known", _plain(value))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(part) for part in value] if isinstance(value, list) else value


@lru_cache(maxsize=1)
def law_ids() -> frozenset[str]:
    """Ids of all law facts in content/law."""
    found = set()
    for path in (ROOT / "content" / "law").glob("*.yml"):
        found.update(fact["id"] for fact in yaml.safe_load(path.read_text(encoding="utf-8"))["facts"])
    return frozenset(found)


@lru_cache(maxsize=1)
def sentences() -> dict[str, dict[str, Any]]:
    """Every key of content/assessment; a key that stands in two files is an error."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((ROOT / "content" / "assessment").glob("*.yml")):
        for key, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            assert key not in found, f"{key} stands twice"
            found[key] = entry
    return found
