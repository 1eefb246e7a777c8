"""The pictures of papers.yml as values: what stands on each paper, how it was photographed, what must come out."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
BY_HAND = {"mashan", "longcang"}
MARK = re.compile(r"^[#>] |[{}]", re.MULTILINE)


@dataclass(frozen=True)
class Paper:
    """One paper. `lines` as written in papers.yml, with its signs; `wide`: characters in a line (0: the style's own)."""

    lines: str = ""
    style: str = "note"
    font: str = "sans"
    sheet: str = "white"
    ink: str = "black"
    wide: int = 0
    stamp: str = ""
    fingerprint: str = ""
    shapes: str = ""

    @property
    def text(self) -> str:
        """What is written on it, without the signs of papers.yml."""
        return MARK.sub("", self.lines).replace(" | ", " ").strip()

    @property
    def print_only(self) -> bool:
        """Whether no word of it is written by hand."""
        return self.font not in BY_HAND and "{" not in self.lines


@dataclass(frozen=True)
class Photo:
    """How it was taken; the words are told in papers.yml. `size` before it is turned, in pixels."""

    size: tuple[int, int] = (1200, 1600)
    margin: float = 0.06
    turn: int = 0
    exif: int = 1
    tilt: float = 0.0
    perspective: float = 0.0
    shadow: float = 0.0
    dark: float = 0.0
    blur: float = 0.6
    crease: int = 0
    noise: float = 4.0
    quality: int = 82
    ground: str = ""
    plain: bool = False
    screen: bool = False


@dataclass(frozen=True)
class Expected:
    """What must come out. `kinds`: any is right; `lacks`: None for what is no single IOU; `owes`: elements with values."""

    kinds: tuple[str, ...]
    sums: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    lacks: frozenset[str] | None = None
    owes: tuple[tuple[str, Any], ...] = ()
    by: str = ""
    traps: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Picture:
    """One picture of the set."""

    name: str
    papers: tuple[Paper, ...]
    photo: Photo
    expect: Expected = field(hash=False)

    @property
    def print_only(self) -> bool:
        """Whether nothing on it is written by hand."""
        return all(paper.print_only for paper in self.papers)

    @property
    def texts(self) -> list[str]:
        """The words on each of its papers; empty when there is nothing that a person could read."""
        return [] if "none" in self.expect.kinds else [paper.text for paper in self.papers]


@cache
def read_pictures() -> tuple[Picture, ...]:
    """All pictures of papers.yml."""
    return tuple(_picture(entry) for entry in _data()["pictures"])


def set_day() -> date:
    """The day on which the papers are read."""
    day: date = _data()["today"]
    return day


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((FOLDER / "papers.yml").read_text(encoding="utf-8"))
    return data


def _picture(entry: dict[str, Any]) -> Picture:
    papers = tuple(Paper(**paper) for paper in entry.get("papers") or [entry["paper"]])
    taken = dict(entry.get("photo", {}))
    if "size" in taken:
        taken["size"] = tuple(taken["size"])
    return Picture(entry["name"], papers, Photo(**taken), _expected(entry["expect"]))


def _expected(entry: dict[str, Any]) -> Expected:
    lists = {name: tuple(str(value) for value in entry.get(name, ())) for name in ("sums", "names", "phones", "dates")}
    lacks = frozenset(entry["lacks"]) if "lacks" in entry else None
    owes = tuple(zip(("amount", "debtor_name", "creditor_name"), entry.get("owes", ()), strict=False))
    return Expected(tuple(entry["kind"]), **lists, lacks=lacks, owes=owes, by=entry.get("by", ""),
                    traps=frozenset(entry.get("traps", ())))
