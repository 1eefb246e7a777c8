"""The careful reading of content/: each problem with its file and line."""
from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.content.check_answers import check_answers
from bot.content.check_laws import check_laws, check_statutes
from bot.content.check_uses import check_uses
from bot.content.loading import DEFAULT_ROOT
from bot.content.marks import Marked, read_marked
from bot.content.types import Problem


def check(root: Path | str | None = None, today: date | None = None) -> list[Problem]:
    """All problems of content/, by file and line. With `today`, facts past their `review_by` are warnings too."""
    base = Path(root).resolve() if root is not None else DEFAULT_ROOT
    files = {str(path.relative_to(base)): path for path in sorted(base.rglob("*.yml"))}
    marked = {name: read_marked(path, f"{base.name}/{name}") for name, path in files.items()}
    law_files = _under(marked, "law")
    statutes = check_statutes(marked.get("statutes.yml"))
    laws = check_laws(law_files, statutes, today)
    headings = marked.get("words/answers.yml")
    check_answers(_under(marked, "answers"), laws, headings.data if headings else {})
    for name, file in marked.items():
        if not name.startswith(("law/", "answers/")) and name != "statutes.yml":
            check_uses(file, laws)
    problems = [problem for file in marked.values() for problem in file.problems]
    if not law_files:
        problems.append(Problem(f"{base.name}/law", 1, "there are no law files here"))
    return sorted(problems, key=lambda problem: (problem.file, problem.line))


def _under(marked: dict[str, Marked], folder: str) -> dict[str, Marked]:
    prefix = f"{folder}/"
    return {name.removeprefix(prefix).removesuffix(".yml"): file for name, file in marked.items() if name.startswith(prefix)}
