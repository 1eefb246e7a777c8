"""Which papers a case needs on a road, which do not fit and why, how many copies, where to (tests/documents/roads.yml)."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content import load
from bot.documents import DOCUMENTS
from bot.documents.roads import PAPERS, copies, papers_for, unfit, where
from bot.law.values import ROUTES
from tests.documents.samples import TODAY, facts

ROWS: dict[str, list[dict[str, Any]]] = yaml.safe_load((Path(__file__).parent / "roads.yml").read_text(encoding="utf-8"))


def _name(row: dict[str, Any]) -> str:
    return " ".join(str(row.get(key, "")) for key in ("paper", "base", "route", "facts"))[:90]


@pytest.mark.parametrize("row", ROWS["needed"], ids=_name)
def test_a_case_needs_these_papers_on_this_road(row: dict[str, Any]) -> None:
    assert list(papers_for(row["route"], facts(row["base"], row.get("facts")), TODAY)) == row["papers"]


@pytest.mark.parametrize("row", ROWS["unfit"], ids=_name)
def test_a_paper_that_does_not_fit_is_refused_with_its_reason_and_those_that_do(row: dict[str, Any]) -> None:
    found = unfit(row["paper"], facts(row["base"], row.get("facts")), TODAY)
    assert (found.key if found else None) == row["key"]
    if found:
        table = load().words["road_papers"]["unfit"]
        assert found.own is row.get("own", False)
        tables = [table] if found.own else load().assessment.values()
        entry = next(part[found.key] for part in tables if found.key in part)
        assert entry["laws"]
        assert row["paper"] not in found.papers
        if "papers" in row:
            assert list(found.papers) == row["papers"]


@pytest.mark.parametrize("row", ROWS["copies"], ids=_name)
def test_there_is_a_copy_for_the_office_for_himself_and_for_each_of_the_other_side(row: dict[str, Any]) -> None:
    assert copies(row["paper"], facts(row["base"], row.get("facts"))) == row["count"]


def test_each_paper_of_a_road_exists_and_is_said_where_to_go() -> None:
    assert set(PAPERS) == set(ROUTES)
    assert {paper for papers in PAPERS.values() for paper in papers} <= set(DOCUMENTS)
    for document in load().words["road_papers"]["where"]:
        assert document in DOCUMENTS
        text, laws = where(document)
        assert text and laws


def test_each_paper_of_a_road_fits_on_no_facts_without_an_error() -> None:
    for document in DOCUMENTS:
        for base in ("company", "foreman", "household", "agency", "empty"):
            unfit(document, facts(base), TODAY)
            assert copies(document, facts(base)) >= 2
