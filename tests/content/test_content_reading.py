"""Words: hard ones are explained, unknown ones are warned of, and domain.yml states no law."""
from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content import check, load
from bot.content.check_domain import check_domain
from bot.content.check_glossary import check_glossary
from bot.content.legal_words import legal_words
from bot.content.loading import DEFAULT_ROOT
from bot.content.marks import read_marked
from tests.content.conftest import Change

HERE = Path(__file__).parent
EXPLANATIONS = yaml.safe_load((HERE / "bad_explanations.yml").read_text(encoding="utf-8"))
DOMAIN = yaml.safe_load((HERE / "domain_words.yml").read_text(encoding="utf-8"))


@pytest.fixture
def words(folder: Path) -> Path:
    """The copy with both lists of words."""
    for name in ("glossary.yml", "everyday_words.yml"):
        shutil.copy(DEFAULT_ROOT / "words" / name, folder / "words")
    return folder


def line_in(path: Path, text: str) -> int:
    """The line of a file that holds a text."""
    read = path.read_text(encoding="utf-8")
    return read[: read.index(text)].count("\n") + 1


def test_a_word_that_is_neither_everyday_nor_explained_is_a_warning_with_file_line_and_word(words: Path, change: Change) -> None:
    line = change("answers/steps.yml", "带身份证。", "带身份证和抵押品。")
    found = [problem for problem in check(words) if "抵押品" in problem.message]
    assert [(problem.file, problem.line) for problem in found] == [("content/answers/steps.yml", line)]
    assert found[0].severity == "warning"


def test_an_explained_word_a_number_and_a_phone_are_no_warning(words: Path, change: Change) -> None:
    change("answers/steps.yml", "带身份证。", "先行清偿，5个，打12345。")
    assert [problem.message for problem in check(words) if "everyday_words" in problem.message] == []


def test_the_answers_and_the_explanations_use_no_unknown_word_now() -> None:
    assert [str(problem) for problem in check() if "everyday_words" in problem.message] == []


@pytest.mark.parametrize("row", EXPLANATIONS, ids=lambda row: row["says"])
def test_a_fault_in_an_explanation_is_named_with_its_line(tmp_path: Path, row: dict[str, str], laws: dict[str, Any]) -> None:
    path = tmp_path / "glossary.yml"
    lines = (DEFAULT_ROOT / "words" / "glossary.yml").read_text(encoding="utf-8").splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("先行清偿:"))
    lines[place] = f"先行清偿: {row['new']}"
    path.write_text("\n".join(lines), encoding="utf-8")
    file = read_marked(path, "content/words/glossary.yml")
    check_glossary(file, laws)
    found = [problem for problem in file.problems if row["says"] in problem.message]
    assert [problem.file for problem in found] == ["content/words/glossary.yml"]
    assert found[0].line == (line_in(path, row["at"]) if "at" in row else place + 1)


def test_at_least_fifty_words_are_explained_and_no_name_is_shorter_than_two_characters() -> None:
    glossary = load().words["glossary"]
    assert len(glossary) >= 50
    assert all(len(name) > 1 for word, row in glossary.items() for name in (word, *row.get("also", ())))


@pytest.mark.parametrize("words_said", DOMAIN["law"])
def test_law_in_the_domain_is_named_with_its_line(tmp_path: Path, words_said: str) -> None:
    domain = tmp_path / "domain.yml"
    domain.write_text(f"responses:\n  utter_greet:\n    - text: 你好\n  utter_law:\n    - text: {words_said}\n", encoding="utf-8")
    file = read_marked(domain, "domain.yml")
    check_domain(file)
    assert {(problem.file, problem.line, problem.severity) for problem in file.problems} == {("domain.yml", 5, "error")}


def test_the_check_reads_the_domain_beside_the_folder_with_its_buttons(folder: Path) -> None:
    domain = folder.parent / "domain.yml"
    button = "{title: 去法院, payload: 去告}"
    domain.write_text(f"responses:\n  utter_a:\n    - text: 好\n      buttons:\n        - {button}\n", encoding="utf-8")
    assert [(problem.file, problem.line) for problem in check(folder) if "is law" in problem.message] == [("domain.yml", 5)]


@pytest.mark.parametrize("text", DOMAIN["free"])
def test_what_is_no_law_may_stand_in_the_domain(text: str) -> None:
    assert legal_words(text) == []
