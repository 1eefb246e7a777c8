"""The check of content/ names file and line of each fault. Each test breaks one thing in a small sound copy."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.content import check
from bot.content.__main__ import main
from bot.content.loading import ContentError, load
from tests.content.conftest import Change


def found(folder: Path, today: date | None = None) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.line, problem.message) for problem in check(folder, today)]


def test_a_sound_folder_has_no_problem(folder: Path) -> None:
    assert found(folder) == []


def test_a_number_that_the_law_does_not_hold_is_named_with_its_line(folder: Path, change: Change) -> None:
    line = change("answers/steps.yml", "2年内去投诉", "5年内去投诉")
    assert found(folder) == [("content/answers/steps.yml", line, "no cited fact holds 「5年」")]


def test_an_unknown_fact_in_an_answer_is_named(folder: Path, change: Change) -> None:
    line = change("answers/steps.yml", "laws: [LAW-REG-15]", "laws: [LAW-REG-99]")
    assert found(folder) == [("content/answers/steps.yml", line, "no such fact: LAW-REG-99")]


def test_an_unknown_fact_in_any_other_folder_is_named(folder: Path) -> None:
    (folder / "routes").mkdir()
    (folder / "routes" / "inspection.yml").write_text("steps:\n  - text: 去投诉\n    laws: [LAW-INS-01, LAW-NO-01]\n", "utf-8")
    assert found(folder) == [("content/routes/inspection.yml", 3, "no such fact: LAW-NO-01")]


def test_a_stray_number_outside_the_answers_is_an_error_too(folder: Path) -> None:
    (folder / "routes").mkdir()
    (folder / "routes" / "inspection.yml").write_text("- text: 9天办结\n  laws: [LAW-INS-05]\n", "utf-8")
    [problem] = check(folder)
    assert (problem.severity, problem.line, problem.message) == ("error", 1, "no cited fact holds 「9天」")


def test_a_missing_field_of_a_fact_is_named(folder: Path, change: Change) -> None:
    change("law/arbitration.yml", "    status: verified\n", "")
    [first, *_] = found(folder)
    assert first[0] == "content/law/arbitration.yml"
    assert "LAW-ARB-01: status" in first[2]


def test_an_id_that_stands_twice_is_named_at_the_second_place(folder: Path, change: Change) -> None:
    line = change("law/arbitration.yml", "id: LAW-ARB-18\n", "id: LAW-ARB-17\n")
    assert ("content/law/arbitration.yml", line, "LAW-ARB-17 stands twice") in found(folder)


def test_an_article_of_an_unregistered_law_is_named(folder: Path, change: Change) -> None:
    line = change("law/arbitration.yml", "[劳动争议调解仲裁法第二十七条]", "[劳动争议法第二十七条]")
    assert found(folder) == [("content/law/arbitration.yml", line, "LAW-ARB-01: 劳动争议法 is not in statutes.yml")]


def test_an_article_in_arabic_digits_is_refused(folder: Path, change: Change) -> None:
    change("law/arbitration.yml", "[劳动争议调解仲裁法第二十七条]", "[劳动争议调解仲裁法第27条]")
    assert [problem[2] for problem in found(folder)] == ["LAW-ARB-01: an article reads 法名第几条, not 劳动争议调解仲裁法第27条"]


def test_a_key_that_stands_twice_is_named(folder: Path, change: Change) -> None:
    line = change("answers/steps.yml", "title: 怎么讨工资\n", "title: 怎么讨工资\ntitle: 别的\n")
    assert found(folder) == [("content/answers/steps.yml", line + 1, "the key title stands twice here")]


def test_broken_yaml_is_named_and_loading_refuses_it(folder: Path, change: Change) -> None:
    change("answers/steps.yml", "first:\n", "first: [\n")
    assert any(problem[0] == "content/answers/steps.yml" and "not valid YAML" in problem[2] for problem in found(folder))
    with pytest.raises(ContentError, match=r"steps\.yml:\d+"):
        load(folder)


def test_a_fact_past_its_review_day_is_a_warning_only_when_today_is_given(folder: Path) -> None:
    assert check(folder, date(2027, 5, 22)) == []
    late = check(folder, date(2027, 5, 23))
    assert len(late) == len(load(folder).laws)
    assert {problem.severity for problem in late} == {"warning"}


def test_the_command_warns_of_old_facts_on_the_day_of_the_check_itself(
    folder: Path, change: Change, capsys: pytest.CaptureFixture[str],
) -> None:
    days = "    checked: {}\n    review_by: {}"
    line = change("law/arbitration.yml", days.format("2026-11-22", "2027-05-22"), days.format("2019-01-01", "2019-07-01"))
    assert main([str(folder)]) == 0
    said = capsys.readouterr().out
    assert f"content/law/arbitration.yml:{line + 1}: warning: LAW-ARB-01: should have been read again by 2019-07-01" in said
    assert main([str(folder), "--today", "2019-06-30"]) == 0
    assert "LAW-ARB-01" not in capsys.readouterr().out


def test_a_fact_that_was_replaced_is_cited_by_nobody(folder: Path, change: Change) -> None:
    change("law/inspection.yml", "  - id: LAW-INS-01\n", "  - id: LAW-INS-01\n    replaced_by: [LAW-INS-03]\n")
    cited = [problem for problem in found(folder) if "is no longer law" in problem[2]]
    assert {problem[2] for problem in cited} == {"LAW-INS-01 is no longer law; in its place: LAW-INS-03"}
    assert ("content/answers/steps.yml", 13, "LAW-INS-01 is no longer law; in its place: LAW-INS-03") in cited
    assert load(folder).laws["LAW-INS-01"].dead and not load(folder).laws["LAW-INS-03"].dead


@pytest.mark.parametrize(("value", "says"), [
    ("[LAW-NO-01]", "replaced_by names no fact in force: LAW-NO-01"),
    ("LAW-INS-03", "replaced_by must be a list of texts"),
    ("[LAW-JIA-32]", "replaced_by names no fact in force: LAW-JIA-32"),
])
def test_what_took_its_place_is_a_fact_in_force(folder: Path, change: Change, value: str, says: str) -> None:
    line = change("law/inspection.yml", "  - id: LAW-INS-17\n", f"  - id: LAW-INS-17\n    replaced_by: {value}\n") + 1
    assert [problem[1] for problem in found(folder) if says in problem[2]] == [line]


def test_a_fact_of_a_law_that_has_ended_must_say_what_took_its_place(folder: Path, change: Change) -> None:
    change("statutes.yml", "    since: 2008-05-01\n", "    since: 2008-05-01\n    until: 2026-01-01\n")
    says = "LAW-ARB-01: 劳动争议调解仲裁法 ended on 2026-01-01: the fact needs replaced_by"
    assert says in [problem[2] for problem in found(folder, date(2026, 11, 22))]
    assert says not in [problem[2] for problem in found(folder, date(2025, 12, 31))]


def test_the_short_words_of_a_fact_are_short_and_hold_no_number_of_their_own(folder: Path, change: Change) -> None:
    rule = "rule: 时效 1 年，从知道或应当知道权利受损那天起算。\n"
    say = "时效3年，从知道那天起算，不知道的从应当知道权利受损的那天起算。"
    line = change("law/arbitration.yml", rule, f"{rule}    say: {say}\n") + 1
    assert [(problem[1], problem[2]) for problem in found(folder)] == [
        (line, "a sentence of 31 characters, at most 25: 时效3年，从知道那天起算…"),
        (line, "LAW-ARB-01: the rule does not hold 「3年」")]


def test_a_need_without_an_answer_is_named(folder: Path) -> None:
    (folder / "answers" / "overtime_pay.yml").unlink()
    assert [problem[2] for problem in found(folder)] == ["there is no answers/overtime_pay.yml"]


def test_the_command_prints_problems_and_fails_only_on_errors(
    folder: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder), "--today", "2027-06-01"]) == 0
    line = change("answers/steps.yml", "2年内去投诉", "5年内去投诉")
    assert main([str(folder)]) == 1
    assert f"content/answers/steps.yml:{line}: error: no cited fact holds 「5年」" in capsys.readouterr().out
