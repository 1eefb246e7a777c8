"""Check the text of a wage IOU: what is written, what is missing, which wordings hurt (LAW-IOU-01 … 15)."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.chinese.iou import names
from bot.chinese.iou.elements import NAMES, flatten, read_elements
from bot.chinese.iou.sums import read_sums
from bot.chinese.iou.traps import find_traps
from bot.settings import settings


@dataclass(frozen=True)
class Checked:
    """The result. `elements` by name, None when not written; `traps` with law ids and how to mend."""

    text: str
    elements: dict[str, Any]
    missing: list[str]
    traps: list[dict[str, Any]]

    def to_json(self) -> dict[str, Any]:
        """The form of `python -m bot check-iou --json`."""
        return {"text": self.text, "elements": self.elements, "missing": self.missing, "traps": self.traps}


@lru_cache(maxsize=4)
def _read(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8") as file:
        table: dict[str, Any] = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return table


def table() -> dict[str, Any]:
    """Labels, mends and law ids (content/evidence/iou_check.yml)."""
    return _read(settings().content / "evidence" / "iou_check.yml")


def check(text: str, today: date) -> Checked:
    """Check the text of an IOU. Personal numbers stay in clear in the result: show it to the worker alone."""
    flat = flatten(text)
    sums = read_sums(flat)
    elements = read_elements(flat, sums, today)
    traps = find_traps(flat, elements, sums, today, names.company(flat) is not None)
    words = table()["traps"]
    return Checked(
        text,
        elements,
        [name for name in NAMES if elements[name] is None],
        [{"trap": name, "laws": list(words[name]["laws"]), "mend": words[name]["mend"]} for name in traps],
    )
