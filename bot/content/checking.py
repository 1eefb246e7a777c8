"""The careful reading of content/ and of what domain.yml says beside it: each problem with its file and line."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from bot.content.check_answers import check_answers
from bot.content.check_bare import check_bare
from bot.content.check_days import check_clock
from bot.content.check_domain import check_domain
from bot.content.check_glossary import check_glossary
from bot.content.check_interview import check_interview
from bot.content.check_laws import check_laws
from bot.content.check_reading import check_reading
from bot.content.check_spoken import check_spoken, check_texts
from bot.content.check_statutes import check_statutes
from bot.content.check_told import check_told
from bot.content.check_uses import check_uses
from bot.content.loading import DEFAULT_ROOT
from bot.content.marks import Marked, read_marked
from bot.content.types import Problem

HEADINGS, GLOSSARY, EVERYDAY = "words/answers.yml", "words/glossary.yml", "words/everyday_words.yml"
CAUTIONS = "words/cautions.yml"


def check(root: Path | str | None = None, today: date | None = None) -> list[Problem]:
    """All problems of content/ and of domain.yml beside it, by file and line. With `today`, facts past their `review_by`
    are warnings too."""
    base = Path(root).resolve() if root is not None else DEFAULT_ROOT
    files = {str(path.relative_to(base)): path for path in sorted(base.rglob("*.yml"))}
    marked = {name: read_marked(path, f"{base.name}/{name}") for name, path in files.items()}
    law_files = _under(marked, "law")
    day = check_clock(law_files, today)
    statutes = check_statutes(marked.get("statutes.yml"), day)
    laws = check_laws(law_files, statutes, today, day)
    _check_words(marked, laws)
    for name, file in marked.items():
        if name != GLOSSARY and not name.startswith(("law/", "answers/")) and name != "statutes.yml":
            check_uses(file, laws)
        check_told(file, laws, _of(_data(marked, CAUTIONS), "says_so"))
    check_interview(_under(marked, "interview"))
    check_spoken(marked)
    check_bare(marked)
    problems = [problem for file in [*marked.values(), *_domain(base)] for problem in file.problems]
    if not law_files:
        problems.append(Problem(f"{base.name}/law", 1, "there are no law files here"))
    return sorted(problems, key=lambda problem: (problem.file, problem.line))


def _check_words(marked: dict[str, Marked], laws: dict[str, dict[str, Any]]) -> None:
    """The answers, the explained words, and whether a slow reader knows the words of both."""
    answers, glossary = _under(marked, "answers"), marked.get(GLOSSARY)
    check_answers(answers, laws, _data(marked, HEADINGS))
    if glossary:
        check_glossary(glossary, laws)
        check_reading([*answers.values(), glossary], _data(marked, EVERYDAY), glossary.data)


def _domain(base: Path) -> list[Marked]:
    """domain.yml beside the folder, checked; none when there is none."""
    path = base.parent / "domain.yml"
    if not path.exists():
        return []
    file = read_marked(path, path.name)
    check_domain(file)
    if isinstance(file.data, dict):
        check_texts(file, file.data.get("responses"), ("responses",))
    return [file]


def _data(marked: dict[str, Marked], name: str) -> Any:
    return marked[name].data if name in marked else None


def _of(data: Any, name: str) -> Any:
    return data.get(name) if isinstance(data, dict) else None


def _under(marked: dict[str, Marked], folder: str) -> dict[str, Marked]:
    prefix = f"{folder}/"
    return {name.removeprefix(prefix).removesuffix(".yml"): file for name, file in marked.items() if name.startswith(prefix)}
