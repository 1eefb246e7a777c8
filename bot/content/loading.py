"""Reads content/ into data. Quick and strict about form; the careful reading is in `check`."""
from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from bot.content.types import PARTS, Answer, Content, Disagreement, Law, Line, Statute, Variant

DEFAULT_ROOT = Path(__file__).resolve().parents[2] / "content"
TYPED = ("law", "answers")


class ContentError(ValueError):
    """A file in content/ cannot be used; the message names it and says what to mend."""


def load(root: Path | str | None = None) -> Content:
    """Everything under `root` (default: content/ beside bot/), read once per process. Raises ContentError."""
    return _load(Path(root).resolve() if root is not None else DEFAULT_ROOT)


@lru_cache(maxsize=8)
def _load(root: Path) -> Content:
    laws: dict[str, Law] = {}
    for path in sorted((root / "law").glob("*.yml")):
        for law in _build(path, read_laws):
            if law.id in laws:
                raise ContentError(f"{path.name}: {law.id} stands twice")
            laws[law.id] = law
    answers = {path.stem: _build(path, read_answer) for path in sorted((root / "answers").glob("*.yml"))}
    statutes = _build(root / "statutes.yml", read_statutes) if (root / "statutes.yml").exists() else {}
    folders = {folder.name: _folder(folder) for folder in sorted(root.iterdir()) if _is_plain(folder)}
    return Content(
        MappingProxyType(laws), MappingProxyType(answers), MappingProxyType(statutes), MappingProxyType(folders)
    )


def _is_plain(folder: Path) -> bool:
    return folder.is_dir() and folder.name not in TYPED and next(folder.glob("*.yml"), None) is not None


def _folder(folder: Path) -> MappingProxyType[str, Any]:
    return MappingProxyType({path.stem: read_yaml(path) for path in sorted(folder.glob("*.yml"))})


def read_yaml(path: Path) -> Any:
    """The file's data. Raises ContentError with file and line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise ContentError(f"{path}:{line}: not valid YAML: {getattr(error, 'problem', error)}") from error


def _build(path: Path, reader: Any) -> Any:
    data = read_yaml(path)
    try:
        return reader(path.stem, data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ContentError(f"{path}: {error!r}; run python -m bot.content for the line") from error


def read_laws(area: str, data: Any) -> list[Law]:
    """The facts of one law file."""
    return [_law(area, row) for row in data["facts"]]


def _law(area: str, row: dict[str, Any]) -> Law:
    known = dict(row)
    for name in ("articles", "disagreements"):
        known[name] = tuple(known[name] or ())
    kind = Disagreement if "question" in known else Law
    return kind(area=area, **known)


def read_statutes(_area: str, data: Any) -> dict[str, Statute]:
    """The register of laws, by full name."""
    rows = data["statutes"]
    return {row["name"]: Statute(row["name"], tuple(row["short"]), row["document"], _day(row["since"])) for row in rows}


def _day(value: Any) -> date | None:
    if value is not None and not isinstance(value, date):
        raise ValueError(f"not a day: {value!r}")
    return value


def read_answer(need: str, data: Any) -> Answer:
    """One answer. The file is named after its need."""
    if data["need"] != need:
        raise ValueError(f"need is {data['need']!r} in {need}.yml")
    parts: dict[str, Any] = {part: tuple(map(_line, data[part])) for part in PARTS}
    return Answer(
        need=need, title=data["title"], first=tuple(map(_variant, data["first"])), **parts,
        today=_line(data["today"]), second=_line(data["second"]),
        next=tuple(data["next"]), phones=tuple(str(phone) for phone in data["phones"]), door=data["door"],
    )


def _variant(row: dict[str, Any]) -> Variant:
    return Variant(tuple(map(_line, row["say"])), _when(row))


def _line(row: dict[str, Any]) -> Line:
    return Line(str(row["say"]), tuple(row["laws"]), _when(row))


def _when(row: dict[str, Any]) -> MappingProxyType[str, tuple[Any, ...]]:
    return MappingProxyType({fact: tuple(values) for fact, values in (row.get("when") or {}).items()})
