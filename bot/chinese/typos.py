"""Mend the typing errors listed in data/nlu/lookups/typos.yml; each may name neighbours that must or must not stand by it."""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

LOOKUPS = Path(__file__).resolve().parents[2] / "data" / "nlu" / "lookups"


@dataclass(frozen=True)
class Typo:
    """A wrong spelling and the right one; patterns for the text just before and just after it."""

    wrong: str
    right: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    near: re.Pattern[str] | None

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether the neighbours let this be an error."""
        left, right = text[max(0, start - 8):start], text[end:end + 8]
        return not (
            (self.before and not self.before.search(left))
            or (self.after and not self.after.match(right))
            or (self.not_before and self.not_before.search(left))
            or (self.not_after and self.not_after.match(right))
            or (self.near and not self.near.search(text[:start] + " " + text[end:]))
        )


def read_lookup(name: str) -> dict[str, Any]:
    """A YAML table of data/nlu/lookups."""
    with (LOOKUPS / name).open(encoding="utf-8") as file:
        table = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(table, dict):
        raise ValueError(f"{name}: a mapping is wanted")
    return table


def _typo(entry: dict[str, str]) -> Typo:
    unknown = set(entry) - {"wrong", "right", "before", "after", "not_before", "not_after", "near"}
    if unknown or entry["wrong"] == entry["right"]:
        raise ValueError(f"typos.yml: {entry}")

    def pattern(key: str, template: str) -> re.Pattern[str] | None:
        return re.compile(template % entry[key]) if key in entry else None

    return Typo(
        entry["wrong"], entry["right"], pattern("before", "(?:%s)$"), pattern("after", "(?:%s)"),
        pattern("not_before", "(?:%s)$"), pattern("not_after", "(?:%s)"), pattern("near", "%s"),
    )


@lru_cache(maxsize=1)
def typos() -> dict[str, list[Typo]]:
    """The table, read at first use: wrong spelling -> its entries in order."""
    table: dict[str, list[Typo]] = {}
    for entry in read_lookup("typos.yml")["typos"]:
        typo = _typo(entry)
        table.setdefault(typo.wrong, []).append(typo)
    return table


@lru_cache(maxsize=1)
def _any_typo() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(wrong) for wrong in sorted(typos(), key=len, reverse=True)))


def mend_typos(text: str) -> str:
    """The text with the listed errors mended."""

    def mend(match: re.Match[str]) -> str:
        for typo in typos()[match.group()]:
            if typo.fits(text, match.start(), match.end()):
                return typo.right
        return match.group()

    return _any_typo().sub(mend, text)
