"""What is said beside the answers: sentences short enough, disagreements told, the reasons of the questions founded."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.content import Content, caution, check, load
from bot.content.check_bare import check_bare
from bot.content.check_interview import check_interview
from bot.content.check_spoken import check_spoken, filled
from bot.content.check_told import check_told
from bot.content.marks import Marked, read_marked
from bot.content.types import ToldId
from tests.content.conftest import Change

LONG = "先去干活地方的劳动监察大队投诉，再打热线问它的电话和地址在哪里。"


def read(folder: Path, name: str, text: str) -> Marked:
    """A file of that name under content/ with that text."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return read_marked(path, f"content/{name}")


@pytest.mark.parametrize("name", ["assessment/roads.yml", "routes/inspection.yml", "safety/danger.yml", "words/paid.yml",
                                  "interview/wage_claim.yml"])
def test_a_long_sentence_is_named_wherever_a_worker_hears_it(tmp_path: Path, name: str) -> None:
    file = read(tmp_path, name, f"a:\n  text: 好。\nb:\n  text: {LONG}\n")
    check_spoken({name: file})
    assert [(problem.line, problem.severity) for problem in file.problems] == [(4, "error")]
    assert "a sentence of 31 characters, at most 25" in file.problems[0].message


@pytest.mark.parametrize("name", ["words/documents.yml", "words/desk.yml", "words/run.yml"])
def test_what_no_worker_hears_may_be_long(tmp_path: Path, name: str) -> None:
    file = read(tmp_path, name, f"a: {LONG}\n")
    check_spoken({name: file})
    assert file.problems == []


def test_the_domain_is_read_too(folder: Path) -> None:
    (folder.parent / "domain.yml").write_text(f"responses:\n  utter_a:\n    - text: {LONG}\n", encoding="utf-8")
    assert [(problem.file, problem.line) for problem in check(folder)] == [("domain.yml", 3)]


@pytest.mark.parametrize(("text", "length"), [
    ("最晚{on}前", 13), ("还有{days}天", 7), ("第{question_step}题/共{question_of}题：好", 1), ("{why}好", 2),
])
def test_a_placeholder_is_as_long_as_what_it_stands_for(text: str, length: int) -> None:
    assert len(filled(text)) == length


def test_all_that_is_said_now_is_short_enough() -> None:
    assert [str(problem) for problem in check() if "a sentence of" in problem.message] == []


@pytest.mark.parametrize(("laws", "text", "mark", "says"), [
    ("[LAW-DIS-18]", "各地算法不同。", "said", ""),
    ("[LAW-DIS-18]", "一年内去要。", "said", "does not say that it differs"),
    ("[LAW-DIS-12]", "各地算法不同。", "said", "needs the LAW-DIS id"),
    ("[LAW-ARB-01]", "各地算法不同。", "said", "needs the LAW-DIS id"),
    ("[LAW-DIS-18]", "各地算法不同。", "none", "caution can only be said"),
])
def test_a_sentence_is_marked_only_when_it_tells_the_disagreement(
    tmp_path: Path, laws: str, text: str, mark: str, says: str,
) -> None:
    file = read(tmp_path, "routes/a.yml", f"a:\n  text: {text}\n  laws: {laws}\n  caution: {mark}\n")
    facts = {law.id: vars(law) for law in load().laws.values()}
    check_told(file, facts, load().words["cautions"]["says_so"])
    assert [problem.line for problem in file.problems] == ([4] if says else [])
    assert all(says in problem.message for problem in file.problems)


def test_a_marked_line_asks_for_no_line_about_what_it_tells(folder: Path, change: Change) -> None:
    change("answers/steps.yml", "{say: 投诉不收钱。, laws: [LAW-INS-01]}",
           "{say: 各地算法不同。, laws: [LAW-DIS-18, LAW-WAGE-18, LAW-ARB-20], caution: said}")
    laws = load(folder).answers["steps"].cost[0].laws
    assert [isinstance(law, ToldId) for law in laws] == [True, True, False]
    assert laws == ("LAW-DIS-18", "LAW-WAGE-18", "LAW-ARB-20")


def lines(node: Any) -> list[dict[str, Any]]:
    """Every mapping with laws."""
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
    own = [node] if isinstance(node, dict) and isinstance(node.get("laws"), list) else []
    return own + [line for child in children for line in lines(child)]


def test_every_open_disagreement_that_is_cited_is_told_by_the_sentence_or_followed_by_its_caution() -> None:
    content: Content = load()
    said = [line for folder in content.folders.values() for file in folder.values() for line in lines(file)]
    said += [{"laws": list(line.laws)} for answer in content.answers.values() for line in (*answer.lines, answer.second)]
    disputed = [line for line in said if any(getattr(content.laws[law], "kind", "version") != "version" for law in line["laws"])]
    assert len(disputed) > 30
    for line in disputed:
        open_ones = [law for law in line["laws"] if getattr(content.laws[law], "kind", "version") != "version"]
        assert all(isinstance(law, ToldId) for law in open_ones) or "各地不一" in caution(line["laws"]), line


@pytest.mark.parametrize(("row", "says"), [
    ("{slot: a, why: 一年之内要去。, laws: [], example: 好}", "「一年」 is law: name its facts in laws"),
    ("{slot: a, why: 好。, example: 好}", "a question needs laws"),
    ("{slot: a, why: 一年之内要去。, laws: [LAW-ARB-01], example: 好}", ""),
    ("{slot: a, why: 好。, laws: [], example: 好}", ""),
])
def test_the_reason_of_a_question_names_its_facts(tmp_path: Path, row: str, says: str) -> None:
    file = read(tmp_path, "interview/a.yml", f"form: a\nquestions:\n  - {row}\n")
    check_interview({"a": file})
    assert [problem.line for problem in file.problems] == ([3] if says else [])
    assert all(says in problem.message for problem in file.problems)


def test_an_unknown_fact_of_a_reason_is_named_with_its_line(folder: Path) -> None:
    question = "  - slot: a\n    why: 3年内去。\n    laws: [LAW-NO-01, LAW-ARB-01]\n    example: 好\n"
    read(folder, "interview/a.yml", f"form: a\nquestions:\n{question}")
    assert [(problem.line, problem.severity, problem.message) for problem in check(folder)] == [
        (4, "error", "no cited fact holds 「3年」"), (5, "error", "no such fact: LAW-NO-01")]


@pytest.mark.parametrize(("text", "says"), [
    ("三年内都能告，法律规定赔两倍", ["三年", "两倍", "法律"]), ("半年内去", ["半年"]), ("多赔百分之五十", ["百分之五十"]),
    ("看第三十条", ["第三十条"]),
    ("去法院，或者打12348问法律援助", []), ("一个月{value}", []), ("第{step}步，共{of}步", []), ("还有什么办法", []),
])
def test_words_that_name_no_facts_state_no_law(tmp_path: Path, text: str, says: list[str]) -> None:
    file = read(tmp_path, "words/a.yml", f'some:\n  - text: "{text}"\n  - {{text: "{text}", laws: [LAW-ARB-01]}}\n')
    check_bare({"words/a.yml": file})
    assert [(problem.line, problem.message) for problem in file.problems] == [
        (2, f"「{words}」 is law: name its facts in laws") for words in says]


@pytest.mark.parametrize("text", ["只管五年以内", "两年以内", "半年以内", "多赔一半"])
@pytest.mark.parametrize("laws", ["[LAW-INS-11]", "[]"])
def test_a_wrong_number_of_an_assessment_fails_the_check(folder: Path, text: str, laws: str) -> None:
    read(folder, "assessment/a.yml", f"key:\n  text: {text}\n  laws: {laws}\n")
    assert {(problem.line, problem.severity) for problem in check(folder)} == {(2, "error")}
