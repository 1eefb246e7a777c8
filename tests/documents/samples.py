"""Facts, numbers and evidence for the tests of papers (invented people; the ID number has a right check digit)."""
from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from bot.chinese.values import Fact

TODAY = date(2026, 11, 22)
TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "papers.yml").read_text(encoding="utf-8"))
PERSONAL = {
    "〔手机号#1〕": "13812345678",
    "〔手机号#2〕": "13900001111",
    "〔身份证#1〕": "522401198503070018",
    "〔身份证#2〕": "522401198503070019",
}
EVIDENCE = [
    SimpleNamespace(
        id="EV-1", kind="chat", filename="微信图片_20260305140522.jpg", note="5月3日老板说月底给",
        sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", taken_at=datetime(2026, 3, 5, 14, 5),
    ),
    SimpleNamespace(id="EV-2", kind="rights_board", filename="IMG_0001.jpg", note="", sha256="ab" * 32, taken_at=None),
]


def fact(value: Any) -> Fact:
    """A fact from the table: a map with `state`, a list wrapped in a list, or a bare known value."""
    if isinstance(value, dict) and "state" in value:
        return Fact(**value)
    return Fact("known", value[0] if isinstance(value, list) else value)


def facts(base: str, changes: dict[str, Any] | None = None) -> dict[str, Fact]:
    """The facts of a base case with changes laid over it; None takes a fact away."""
    merged = {**TABLE["base"][base], **(changes or {})}
    return {slot: fact(value) for slot, value in merged.items() if value is not None}
