"""What check-iou finds in 60 IOUs (tests/evidence/iou_texts.yml)."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.iou.elements import NAMES
from bot.evidence.iou_check import check, table

TEXTS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "iou_texts.yml").read_text(encoding="utf-8"))
TRAPS = [
    "ambiguous_hai", "loan_wording", "receipt_wording", "project_money_wording", "foreman_alone", "company_without_stamp",
    "no_date", "blank_space", "sums_differ", "overdue", "all_settled_wording",
    "pay_condition", "several_workers",
]


def _check(row: dict[str, Any]) -> dict[str, Any]:
    return check(row["text"], date.fromisoformat(row.get("today", "2026-11-22"))).to_json()


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row["name"])
def test_the_elements_that_are_written_are_found_and_no_others(row: dict[str, Any]) -> None:
    found = {name: value for name, value in _check(row)["elements"].items() if value is not None}
    assert found == row["has"]


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row["name"])
def test_exactly_these_traps_are_named_in_the_order_of_the_design(row: dict[str, Any]) -> None:
    assert [trap["trap"] for trap in _check(row)["traps"]] == row["traps"]


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row["name"])
def test_what_is_missing_is_what_has_no_value(row: dict[str, Any]) -> None:
    assert _check(row)["missing"] == [name for name in NAMES if name not in row["has"]]


def test_each_trap_and_element_of_the_design_has_a_mend_and_law_ids() -> None:
    words = table()
    assert list(words["traps"]) == TRAPS
    assert tuple(words["elements"]) == NAMES
    for entry in [*words["traps"].values(), *words["elements"].values()]:
        assert entry["mend"].endswith("。")
        assert entry["laws"] and all(law.startswith("LAW-") for law in entry["laws"])


def test_the_table_shows_each_trap_at_least_once() -> None:
    assert {trap for row in TEXTS for trap in row["traps"]} == set(TRAPS)
    assert len(TEXTS) >= 60
