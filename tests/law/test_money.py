"""Sums against the tables of tests/law/money: what comes out, why, how it was counted, and what cannot be counted."""
from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.content import caution, load
from bot.law.errors import ImpossibleInput
from bot.law.money.additional import additional
from bot.law.money.compensation import compensation, notice_month, service_years
from bot.law.money.fees import lawsuit_fee, payment_order_fee
from bot.law.money.findings import findings
from bot.law.money.interest import late, promised, unpromised
from bot.law.money.overtime import overtime
from bot.law.money.second_wage import second_wage
from bot.law.money.values import Money
from bot.law.money.wages import owed, owed_over
from bot.law.money.words import agree, from_capitals, in_capitals
from bot.law.terms import term
from bot.settings import ROOT
from tests.law.money_rows import CALLS, computed, fen, plain
from tests.law.tables import facts, law_ids, names, rows, sentences, today

FOLDER = "money"
TABLES = (
    "wages", "overtime", "second_wage", "service", "compensation", "notice", "additional", "interest", "fees", "capitals",
    "findings",
)
IMPOSSIBLE: dict[str, Callable[..., Any]] = {
    call.__name__: call for call in (
        owed, owed_over, overtime, second_wage, compensation, notice_month, additional, promised, unpromised, late, lawsuit_fee,
        payment_order_fee, in_capitals, from_capitals, term,
    )
}


def table(name: str) -> pytest.MarkDecorator:
    """One test per row of a table of tests/law/money."""
    return pytest.mark.parametrize("row", rows(f"{FOLDER}/{name}"), ids=names(f"{FOLDER}/{name}"))


def check(found: Money, row: dict[str, Any]) -> None:
    """Sum, key, question, facts and working of a row."""
    assert (found.low, found.high) == (fen(row["low"]), fen(row["high"]))
    assert (found.key, found.question) == (row["key"], row.get("ask"))
    assert set(row["laws"]) <= set(found.laws) <= law_ids()
    can_be_said(found)


def can_be_said(found: Money) -> None:
    """Every key has a sentence that the values fill, without float; every question has its words."""
    said = [(found.key, found.values), *((line.key, line.values) for line in found.working)]
    for key, values in said:
        assert "{" not in sentences()[key]["text"].format(**values)
        assert not any(isinstance(value, float) for value in values.values())
    assert found.question is None or f"ask_{found.question}" in sentences()


@pytest.mark.parametrize("name", TABLES)
def test_each_row_of_money_names_law_facts_that_exist(name: str) -> None:
    assert all(row["laws"] and set(row["laws"]) <= law_ids() for row in rows(f"{FOLDER}/{name}"))
    assert len(set(names(f"{FOLDER}/{name}"))) == len(rows(f"{FOLDER}/{name}"))


@table("wages")
def test_owed_wages_follow_from_rate_and_time(row: dict[str, Any]) -> None:
    check(CALLS["wages"](row), row)
    assert CALLS["wages"](row).working


@table("overtime")
def test_overtime_is_paid_at_its_rate(row: dict[str, Any]) -> None:
    check(CALLS["overtime"](row), row)


@table("second_wage")
def test_the_second_wage_runs_from_the_second_month_to_the_twelfth(row: dict[str, Any]) -> None:
    check(CALLS["second_wage"](row), row)


@table("service")
def test_service_counts_in_half_years(row: dict[str, Any]) -> None:
    assert service_years(row["begin"], row["end"]) == Decimal(row["months"])


@table("compensation")
def test_compensation_depends_on_how_it_ended_and_on_the_cap(row: dict[str, Any]) -> None:
    check(CALLS["compensation"](row), row)


@table("notice")
def test_the_notice_month_belongs_to_a_dismissal_without_fault(row: dict[str, Any]) -> None:
    check(CALLS["notice"](row), row)


@table("additional")
def test_additional_pay_needs_an_order_that_was_not_obeyed(row: dict[str, Any]) -> None:
    check(CALLS["additional"](row), row)


@table("interest")
def test_interest_with_and_without_a_promise(row: dict[str, Any]) -> None:
    check(CALLS["interest"](row), row)


@table("fees")
def test_court_fees_follow_the_sum(row: dict[str, Any]) -> None:
    check(CALLS["fees"](row), row)


@table("capitals")
def test_sums_go_into_capitals_and_back(row: dict[str, Any]) -> None:
    assert in_capitals(fen(row["sum"])) == row["capitals"]
    assert from_capitals(row["capitals"]) == fen(row["sum"])
    assert agree(fen(row["sum"]), row["capitals"]) and not agree(fen(row["sum"]) + 1, row["capitals"])


@table("findings")
def test_the_facts_of_a_case_give_these_sums(row: dict[str, Any]) -> None:
    found = findings(facts(row["facts"]), today(row))
    told = {one.what: [one.low, one.high, one.key, one.question] for one in found}
    wanted = {what: [fen(low), fen(high), key, ask] for what, (low, high, key, ask) in row["sums"].items()}
    assert {what: told.get(what) for what in wanted} == wanted
    assert not set(row.get("not", [])) & set(told)
    for one in found:
        can_be_said(one)
        assert set(one.laws) <= law_ids()
    assert set(row["laws"]) <= {law for one in found for law in one.laws} | set(row.get("also", []))


def strange(value: Any) -> Any:
    """What YAML cannot say: NaN, infinity, a float."""
    if isinstance(value, dict):
        return Decimal("nan") if "nan" in value else Decimal("inf") if "inf" in value else value["float"]
    return plain(value)


@table("impossible")
def test_what_cannot_be_gives_an_error_and_no_number(row: dict[str, Any]) -> None:
    given = {name: strange(value) for name, value in row["given"].items()}
    with pytest.raises(ImpossibleInput) as caught:
        IMPOSSIBLE[row["call"]](**given)
    assert caught.value.why == row["why"] and caught.value.what


def test_every_reason_of_the_error_is_in_the_table() -> None:
    doc = inspect.getdoc(ImpossibleInput) or ""
    named = set(re.findall(r"[a-z_]+", doc.split("one of", 1)[1].split(".")[0])) - {"low", "above", "high"}
    assert {row["why"] for row in rows("money/impossible")} == named


def test_a_sum_on_a_remembered_or_disputed_fact_comes_with_its_caution() -> None:
    laws = load().laws
    doubtful = [one for one in computed() if any(laws[law].status == "memory" or laws[law].disputed for law in one.laws)]
    assert doubtful
    assert all(caution(one.laws) for one in doubtful)


def test_no_float_stands_in_the_money_package() -> None:
    for path in (ROOT / "bot" / "law" / "money").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), path.name
            assert not (isinstance(node, ast.Name) and node.id == "float"), path.name


def test_a_result_upside_down_is_refused() -> None:
    with pytest.raises(ImpossibleInput):
        Money("wages", 5, 4, "money_wages", ())


def test_a_day_with_a_clock_is_no_day() -> None:
    from datetime import datetime

    with pytest.raises(ImpossibleInput):
        owed_over(100, "day", datetime(2026, 3, 1), date(2026, 3, 2))
