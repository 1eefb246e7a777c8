"""Papers that speak against the worker are found, and the fact that they hurt is never strong."""
from __future__ import annotations

from typing import Any

import pytest

from bot.chinese.iou.paper import PaperSays, paper_says
from bot.chinese.values import Fact
from bot.law.paper_harms import harms
from bot.law.strength import Standing, standing
from tests.law.tables import TODAY, law_ids, names, rows, sentences


def papers(row: dict[str, Any]) -> list[PaperSays]:
    """The papers of a row, read."""
    return [paper_says(text, kind, TODAY, number) for number, (kind, text) in enumerate(row["papers"], 1)]


def stands(row: dict[str, Any]) -> Standing:
    """The standing of a case against a foreman with these papers alone."""
    facts = {"debtor_kind": Fact("known", "foreman"), "evidence_held": Fact("known", [kind for kind, _ in row["papers"]])}
    return standing(facts, TODAY, papers(row))


@pytest.mark.parametrize("row", rows("paper_harms"), ids=names("paper_harms"))
def test_a_paper_that_hurts_is_found_and_one_that_does_not_is_left_alone(row: dict[str, Any]) -> None:
    assert [harm.key for harm in harms(papers(row))] == [f"harm_{name}" for name in row["harms"]]


@pytest.mark.parametrize("row", rows("paper_harms"), ids=names("paper_harms"))
def test_the_fact_that_is_hurt_is_lowered_and_no_other(row: dict[str, Any]) -> None:
    told = {part.element: part.strength for part in stands(row).parts}
    assert (told["who"], told["sum"]) == (row["who"], row["sum"])


@pytest.mark.parametrize("row", rows("paper_harms"), ids=names("paper_harms"))
def test_each_harm_has_its_sentence_and_law_and_stands_with_its_fact(row: dict[str, Any]) -> None:
    for part in stands(row).parts:
        for harm in part.harms:
            assert harm.element == part.element and part.strength != "strong"
            assert set(sentences()[harm.key]["laws"]) <= law_ids()


def test_what_is_hurt_is_never_called_complete() -> None:
    facts = {"debtor_kind": Fact("known", "company"), "evidence_held": Fact("known", ["settlement", "social_insurance"])}
    assert standing(facts, TODAY).weakest is None
    signed = paper_says("收条\n今收到工资5000元，两清。\n王大强", "other", TODAY, 3)
    assert standing(facts, TODAY, [signed]).weakest == "sum"
