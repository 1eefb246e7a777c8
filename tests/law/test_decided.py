"""An award or a judgment in hand is the end of a procedure: it does not run any longer, and what follows is said."""
from __future__ import annotations

from typing import Any

import pytest

from bot.chinese.answers import parse_answer
from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.law.assess import assess, first_help
from bot.law.facts import CaseFacts
from tests.law.tables import TODAY, law_ids, names, rows, sentences

TABLE = "decided"


@pytest.mark.parametrize("row", rows(TABLE), ids=names(TABLE))
def test_an_answer_tells_whether_the_procedure_is_decided(row: dict[str, Any]) -> None:
    assert set(row["laws"]) <= law_ids()
    found = parse_answer("other_proceeding", row["words"], TODAY)
    assert found is not None
    fact = found["other_proceeding"]
    assert fact.value == row["value"]
    case = CaseFacts({"debtor_kind": Fact("known", "company"), "other_proceeding": fact})
    assert case.decided == row["decided"]
    assert case.lost is row.get("lost", False)
    running = row["decided"] is None and row["name"] != "不予受理不是裁决"
    assert case.proceeding == (row["value"] if running else "none")


STORIES = ("厂里欠我两万，仲裁裁决下来了老板还是不给", "工资没给，裁决书拿到了", "法院判决下来了老板还是不给")


@pytest.mark.parametrize("words", STORIES)
def test_a_story_keeps_the_words_that_the_procedure_is_decided(words: str) -> None:
    told = read_story(words, TODAY)
    assert CaseFacts(told).decided == ("lawsuit" if "法院" in words else "arbitration")


@pytest.mark.parametrize("debtor", ["company", "foreman", "labour_agency", "household", "unknown"])
@pytest.mark.parametrize("words", ["仲裁裁决下来了", "裁决书拿到了", "判决下来了"])
def test_what_is_decided_opens_enforcement_and_keeps_inspection_closed(debtor: str, words: str) -> None:
    fact = (parse_answer("other_proceeding", words, TODAY) or {})["other_proceeding"]
    told = {"debtor_kind": Fact("known", debtor), "other_proceeding": fact, "end_date": Fact("known", "2026-01-31")}
    found = assess(told, TODAY)
    by_route = {road.route: road for road in found.roads}
    assert by_route["enforcement"].open and not by_route["inspection"].open and not by_route["arbitration"].open
    assert not {"limit_arbitration_kept", "limit_civil_kept", "limit_inspection"} & found.keys()
    assert not {"first_arbitration_runs", "first_lawsuit_runs"} & found.keys()
    assert first_help({"other_proceeding": fact}, TODAY).today_thing == "today_take_papers"


def test_with_an_award_the_fifteen_days_and_the_enforcement_are_said() -> None:
    fact = (parse_answer("other_proceeding", "裁决书拿到了", TODAY) or {})["other_proceeding"]
    found = assess({"debtor_kind": Fact("known", "company"), "other_proceeding": fact}, TODAY)
    assert found.recommended.route == "enforcement"
    said = sentences()[found.recommended.keys[0]]["text"]
    assert "十五天" in said and "强制执行" in said
    assert [limit.what for limit in found.limits] == ["sue", "enforcement"]


ONLY_ASKED = ("要是仲裁赢了他不给怎么办", "法院会判多少", "准备去仲裁，裁决书要多久", "仲裁完了多久能拿到钱")


@pytest.mark.parametrize("words", ONLY_ASKED)
def test_what_is_only_asked_about_is_not_decided(words: str) -> None:
    assert CaseFacts(read_story(words, TODAY)).decided is None
