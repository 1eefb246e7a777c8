"""What may be wrong in a fact or in the register of laws is an error with file, line and mend; nothing ends in a traceback."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content import check
from bot.content.__main__ import main
from bot.content.check_articles import ARTICLE
from bot.content.loading import DEFAULT_ROOT, ContentError, load
from bot.content.numbers import to_number
from tests.content.conftest import Change

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("bad_facts.yml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_each_fault_of_a_fact_names_file_line_and_mend(small: Path, mend: Change, row: dict[str, Any]) -> None:
    line = mend(row["file"], row["old"], row["new"]) + row.get("below", 0)
    found = check(small, TODAY)
    named = [problem for problem in found if row["says"] in problem.message]
    assert [(problem.file, problem.line, problem.severity) for problem in named] == [(f"content/{row['file']}", line, "error")]
    follow = [problem for problem in found if problem not in named and "no such fact" not in problem.message]
    assert row.get("more") or not follow, follow
    if row.get("refused"):
        with pytest.raises(ContentError):
            load(small)
    else:
        assert load(small).laws


ODD = (b"\xff\xfe\x00bad", b"facts: [\n", b"facts: &a [*a]\n", b"- !!int x\n", b"? {a: 1}\n: 2\n", b"5\n", b"", b"[" * 3000,
       b"facts:\n  - {1: 2, id: LAW-NO-01, x: 3}\n", b"a: \x07\n", b"facts:\n  - null\n", b"facts: {a: 1}\n")
ODD_ELSEWHERE = (b"5\n", b"- [5, {a: 1}]\n", b"facts: &a [*a]\n")
OTHERS = ("statutes.yml", "answers/steps.yml", "words/cautions.yml", "words/answers.yml", "words/glossary.yml",
          "interview/wage_claim.yml", "routes/inspection.yml")


@pytest.mark.parametrize(("name", "content"), [*(("law/arbitration.yml", odd) for odd in ODD),
                                               *((name, odd) for name in OTHERS for odd in ODD_ELSEWHERE)])
def test_a_file_of_anything_is_named_and_never_a_traceback(
    small: Path, name: str, content: bytes, capsys: pytest.CaptureFixture[str],
) -> None:
    (small / name).parent.mkdir(exist_ok=True)
    (small / name).write_bytes(content)
    refused = False
    try:
        load(small)
    except ContentError:
        refused = True
    code = main([str(small), "--today", str(TODAY)])
    assert not refused or (code == 1 and f"content/{name}:" in capsys.readouterr().out)


def test_a_sound_small_folder_has_no_problem(small: Path) -> None:
    assert check(small, TODAY) == [] and len(load(small).laws) > 100


def test_a_clock_behind_all_facts_is_one_warning(small: Path) -> None:
    [problem] = check(small, date(2025, 1, 1))
    assert problem.severity == "warning" and "set the clock or give --today" in problem.message


def test_laws_with_a_count_of_articles_are_held_whole() -> None:
    rows = yaml.safe_load((DEFAULT_ROOT / "statutes.yml").read_text(encoding="utf-8"))["statutes"]
    counted = {row["name"]: row["articles"] for row in rows if "articles" in row}
    held: dict[str, set[int]] = {}
    for law in load().laws.values():
        for match in map(ARTICLE.fullmatch, law.articles):
            assert match
            held.setdefault(match["law"], set()).add(int(to_number(match["number"])))
    assert len(counted) == 5
    assert {name: held[name] for name in counted} == {name: set(range(1, last + 1)) for name, last in counted.items()}
