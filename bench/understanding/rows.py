"""The sentences that no reader is trained on: tests/nlu/held_out, one file an author, sets by kind."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import yaml

from bot.nlu.corpus import DANGERS, NEEDS
from bot.settings import ROOT

FOLDER = ROOT / "tests/nlu/held_out"
SETS = ("clean", "typos", "dialect", "long", "two_needs", "out_of_scope")
DANGER_SETS = ("danger", "near_danger")
STORIES, STORY = ("steps", "who_is_liable"), 25


@dataclass(frozen=True)
class Row:
    """One sentence. `need`: the first need (None where only danger was judged); `second`: clear further needs;
    `danger`: self, violence, confinement, injury, child, none, or empty where it was not judged;
    `long`: put together with a story."""

    text: str
    kind: str
    author: str
    need: str | None = None
    second: tuple[str, ...] = ()
    danger: str = ""
    long: bool = False


def read(folder: Path = FOLDER) -> list[Row]:
    """All rows. Raises ValueError naming file and text of a row with an unknown set, need or danger."""
    rows: list[Row] = []
    for path in sorted(folder.glob("*.yml")):
        for kind, told in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            rows += [_row(path, kind, one) for one in told or []]
    return rows


def judged(told: Sequence[Row]) -> list[Row]:
    """The rows whose danger was judged, then the same in a longer message: with a wage story of the same authors before it or
    behind it in turn, drawn with a fixed seed. `long` says which."""
    short = [row for row in told if row.danger]
    stories = [row.text for row in told if row.need in STORIES and not row.danger and len(row.text) >= STORY]
    draw = Random(4)
    return [*short, *(_longer(row, draw.choice(stories), before=number % 2 == 0) for number, row in enumerate(short))]


def _longer(row: Row, story: str, *, before: bool) -> Row:
    text = f"{story}，{row.text}" if before else f"{row.text}，{story}"
    return replace(row, text=text, need=None, second=(), long=True)


def _row(path: Path, kind: str, told: dict[str, object]) -> Row:
    second = told.get("second") or []
    row = Row(str(told["text"]), kind, path.stem, need=str(told["need"]) if "need" in told else None,
              second=tuple(map(str, second)) if isinstance(second, list) else (), danger=str(told.get("danger", "")))
    dangers = {"", "none", *(name.removeprefix("danger_") for name in DANGERS)}
    if kind not in (*SETS, *DANGER_SETS) or not {row.need or "steps", *row.second} <= set(NEEDS) or row.danger not in dangers:
        raise ValueError(f"{path.name}: {row.text}: unknown set, need or danger")
    return row
