"""The check of an answer names file and line of each fault; what fits a phone is measured over all cases."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content import Problem, check, load
from bot.content.check_answers import check_answers
from bot.content.marks import read_marked
from tests.content.conftest import SAMPLE, Change

ROWS = yaml.safe_load(Path(__file__).with_name("bad_answers.yml").read_text(encoding="utf-8"))
NAME = "content/answers/steps.yml"
LONG = "别急着走，先问清楚再说。"

Laws = dict[str, dict[str, Any]]


def problems(folder: Path, laws: Laws) -> list[Problem]:
    """What the check says of the changed sample."""
    file = read_marked(folder / "answers" / "steps.yml", NAME)
    check_answers({"steps": file}, laws, load().words["answers"])
    return [problem for problem in file.problems if "there is no answers/" not in problem.message]


def line_of(text: str) -> int:
    """The line of the sample that holds a text."""
    sample = SAMPLE.read_text(encoding="utf-8")
    return sample[: sample.index(text)].count("\n") + 1


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_a_fault_is_named_with_file_and_line(row: dict[str, Any], folder: Path, change: Change, laws: Laws) -> None:
    line = change("answers/steps.yml", row["old"], row["new"])
    if "line" in row:
        line = line_of(row["line"])
    found = [problem for problem in problems(folder, laws) if row["says"] in problem.message]
    assert found and found[0].file == NAME and found[0].severity == "error"
    assert line <= found[0].line <= line + row.get("off", 1), found


def test_the_sample_is_sound_and_the_whole_check_finds_what_the_check_of_the_answer_finds(
    folder: Path, change: Change, laws: Laws,
) -> None:
    assert problems(folder, laws) == []
    change("answers/steps.yml", "2年内去", "5年内去")
    assert [problem for problem in check(folder) if problem.file == NAME] == problems(folder, laws) != []


def test_the_parts_together_fit_what_is_read(folder: Path, change: Change, laws: Laws) -> None:
    more = "".join("  - {say: " + LONG * 16 + ", laws: []}\n" for _ in range(3))
    change("answers/steps.yml", "steps:\n", "steps:\n" + more)
    assert any("at most 560 are read" in problem.message for problem in problems(folder, laws))


def test_a_message_of_two_thousand_bytes_does_not_fit(folder: Path, change: Change, laws: Laws) -> None:
    change("answers/steps.yml", "带身份证。", LONG * 50)
    assert any("at most 2000 fit" in problem.message for problem in problems(folder, laws))


def test_a_fault_of_many_cases_is_named_once(folder: Path, change: Change, laws: Laws) -> None:
    change("answers/steps.yml", "{say: 投诉不收钱。, laws: [LAW-INS-01]}", "{say: 不收钱。, laws: [], when: {people: [one]}}")
    found = [problem.message for problem in problems(folder, laws)]
    assert found == ["cost says 0 lines, must be 1 to 2 (when nothing known)"]
