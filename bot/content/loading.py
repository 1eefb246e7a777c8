"""Reads content/ into data. Quick and strict about form; the careful reading is in `check`."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from bot.content.strict_yaml import Strict
from bot.content.types import PARTS, Answer, Content, Disagreement, Law, Line, Statute, ToldId, Variant

DEFAULT_ROOT = Path(__file__).resolve().parents[2] / "content"
TYPED = ("law", "answers")
SAID = "said"
Laws = Mapping[str, Law]
NONE: Laws = MappingProxyType({})


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
    answers = {path.stem: _build(path, partial(read_answer, held=laws)) for path in sorted((root / "answers").glob("*.yml"))}
    statutes = _build(root / "statutes.yml", read_statutes) if (root / "statutes.yml").exists() else {}
    folders = {folder.name: _folder(folder, laws) for folder in sorted(root.iterdir()) if _is_plain(folder)}
    return Content(
        MappingProxyType(laws), MappingProxyType(answers), MappingProxyType(statutes), MappingProxyType(folders)
    )


def _is_plain(folder: Path) -> bool:
    return folder.is_dir() and folder.name not in TYPED and next(folder.glob("*.yml"), None) is not None


def _folder(folder: Path, laws: Laws) -> MappingProxyType[str, Any]:
    return MappingProxyType({path.stem: _build(path, partial(_plain, laws=laws)) for path in sorted(folder.glob("*.yml"))})


def _plain(_name: str, data: Any, laws: Laws) -> Any:
    return _told_everywhere(data, laws)


def _told_everywhere(node: Any, laws: Laws) -> Any:
    """The data, with the ids of every line that says `caution: said` marked."""
    if isinstance(node, list):
        return [_told_everywhere(child, laws) for child in node]
    if not isinstance(node, dict):
        return node
    read = {name: _told_everywhere(child, laws) for name, child in node.items()}
    return {**read, "laws": list(told_ids(node, laws))} if node.get("caution") == SAID else read


def told_ids(row: Mapping[str, Any], laws: Laws) -> tuple[str, ...]:
    """The ids of a line. With `caution: said` those of its disagreements, and of facts that only they concern, are ToldId."""
    ids = tuple(map(str, row["laws"]))
    told = {law_id for law_id in ids if isinstance(laws.get(law_id), Disagreement)} if row.get("caution") == SAID else set()
    return tuple(ToldId(law_id) if law_id in told or _only(laws.get(law_id), told) else law_id for law_id in ids)


def _only(law: Law | None, told: set[str]) -> bool:
    return law is not None and bool(law.disagreements) and told.issuperset(law.disagreements)


def read_yaml(path: Path) -> Any:
    """The file's data. Raises ContentError with file and line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=Strict)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise ContentError(f"{path}:{line}: not valid YAML: {getattr(error, 'problem', None) or error}") from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise ContentError(f"{path}: {error!r}; run python -m bot.content for the line") from error


def _build(path: Path, reader: Any) -> Any:
    data = read_yaml(path)
    try:
        return reader(path.stem, data)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise ContentError(f"{path}: {error!r}; run python -m bot.content for the line") from error


def read_laws(area: str, data: Any) -> list[Law]:
    """The facts of one law file."""
    return [_law(area, row) for row in data["facts"]]


def _law(area: str, row: dict[str, Any]) -> Law:
    known = dict(row)
    if not isinstance(known["id"], str):
        raise TypeError(f"not an id: {known['id']!r}")
    for name in ("articles", "disagreements", "replaced_by"):
        if name in known:
            known[name] = _texts(known[name])
    for name in ("checked", "review_by"):
        if _day(known[name]) is None:
            raise ValueError(f"{known['id']}: {name} is empty")
    _day(known["since"])
    kind = Disagreement if "question" in known else Law
    return kind(area=area, **known)


def read_statutes(_area: str, data: Any) -> dict[str, Statute]:
    """The register of laws, by full name."""
    rows = data["statutes"]
    return {str(row["name"]): Statute(row["name"], _texts(row["short"]), row["document"], _day(row["since"]),
                                      _day(row.get("until"))) for row in rows}


def _texts(value: Any) -> tuple[str, ...]:
    """A list of texts; nothing is an empty one."""
    if value is not None and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
        raise TypeError(f"not a list of texts: {value!r}")
    return tuple(value or ())


def _day(value: Any) -> date | None:
    """A day, or nothing; a day with an hour is none."""
    if value is not None and type(value) is not date:
        raise ValueError(f"not a day: {value!r}")
    return value


def read_answer(need: str, data: Any, held: Laws = NONE) -> Answer:
    """One answer. The file is named after its need. `held`: the facts, of which the lines mark some (`told_ids`)."""
    if data["need"] != need:
        raise ValueError(f"need is {data['need']!r} in {need}.yml")
    line = partial(_line, laws=held)
    parts: dict[str, Any] = {part: tuple(map(line, data[part])) for part in PARTS}
    return Answer(
        need=need, title=data["title"], **parts, today=line(data["today"]), second=line(data["second"]),
        first=tuple(Variant(tuple(map(line, row["say"])), _when(row)) for row in data["first"]),
        next=tuple(data["next"]), phones=tuple(str(phone) for phone in data["phones"]), door=data["door"],
    )


def _line(row: dict[str, Any], laws: Laws) -> Line:
    return Line(str(row["say"]), told_ids(row, laws), _when(row))


def _when(row: dict[str, Any]) -> MappingProxyType[str, tuple[Any, ...]]:
    return MappingProxyType({fact: tuple(values) for fact, values in (row.get("when") or {}).items()})
