"""Sums against the tables of tests/law/money: what comes out, why, how it was counted, and what cannot be counted."""
from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from bot.content import caution, load
from bot.law.clocks import clocks, clocks_after
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
from tests.law.working import equations

FOLDER = "money"
HALF = Decimal("0.005")
TABLES = (
    "wages", "overtime", "second_wage", "service", "compensation", "notice", "additional", "interest", "fees", "capitals",
    "findings",
)
IMPOSSIBLE: dict[str, Callable[..., Any]] = {
    call.__name__: call for call in (
        owed, owed_over, overtime, second_wage, compensation, notice_month, additional, promised, unpromised, late, lawsuit_fee,
        payment_order_fee, in_capitals, from_capitals, term, clocks, clocks_after,
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
    with pytest.raises(ImpossibleInput):
        owed_over(100, "day", datetime(2026, 3, 1), date(2026, 3, 2))


def test_every_line_of_the_working_is_true_arithmetic_with_its_units() -> None:
    checked = 0
    for one in computed():
        for line in one.working:
            text = sentences()[line.key]["text"].format(**line.values)
            found = equations(text)
            assert bool(found) == ("=" in text), text
            for sum_ in found:
                assert abs(sum_.low - sum_.said[0]) <= HALF and abs(sum_.high - sum_.said[1]) <= HALF, text
                checked += 1
    assert checked > 250


def test_the_lines_of_the_working_make_the_sum() -> None:
    checked = 0
    for one in computed():
        parts = [line for line in one.working if "sum" in line.values and line.key != "work_overtime_span"]
        if one.what not in ("wages", "overtime") or not one.exact or not parts or one.working[0].key == "work_most":
            continue
        sums = [Decimal(line.values["sum"]) * (-1 if line.key == "work_paid" else 1) for line in parts]
        assert abs(max(Decimal(0), sum(sums, Decimal(0))) * 100 - one.low) <= len(parts), one
        checked += 1
    assert checked > 40


JUNK: tuple[Any, ...] = (
    None, True, 0, -1, 10 ** 15, Decimal("nan"), Decimal("snan"), Decimal("-inf"), Decimal("1e-40"), "", "五", b"5", (), (1,),
    (1, 2, 3),
    (5, 1), [1], {}, date(1, 1, 1), date(9999, 12, 31), date(2026, 3, 1), datetime(2026, 3, 1), object(), 1.5, 3 + 0j,
)
GOOD: dict[str, dict[str, Any]] = {
    "owed": {"rate": 100, "unit": "month", "count": 2, "part_days": 3, "paid": 5},
    "owed_over": {"rate": 100, "unit": "day", "begin": date(2026, 3, 1), "end": date(2026, 4, 1), "count": 5, "paid": 5},
    "overtime": {"rate": 100, "unit": "month", "weekday": 1, "rest_day": 2, "holiday": 1, "untold": 1, "rested": 1,
                 "system": "standard", "base_paid": None, "paid": 1, "between": ("weekday",)},
    "second_wage": {"wage": 100, "begin": date(2026, 3, 1), "end": date(2026, 6, 1), "claimed": date(2026, 7, 1),
                    "signed": date(2026, 6, 1), "employment": True},
    "compensation": {"wage": 100, "begin": (date(2025, 1, 1), date(2025, 3, 1)), "end": date(2026, 3, 1), "ending": "forced",
                     "average": 100, "minimum": 50, "today": date(2026, 4, 1)},
    "notice_month": {"wage": 100, "ending": "no_fault", "told_days_before": 5},
    "additional": {"owed": 100, "unpaid_order": True, "against_unit": True},
    "promised": {"principal": 100, "yearly": 1, "begin": date(2026, 3, 1), "end": date(2026, 4, 1), "lpr": 1},
    "unpromised": {"principal": 100, "begin": date(2026, 3, 1), "end": date(2026, 4, 1), "lpr": 1},
    "late": {"principal": 100, "due": date(2026, 3, 1), "until": date(2026, 4, 1)},
    "lawsuit_fee": {"claim": 100, "labour_dispute": False, "simplified": None},
    "payment_order_fee": {"claim": 100}, "in_capitals": {"fen": 100}, "from_capitals": {"text": "伍元整"},
    "term": {"what": "sue", "start": date(2026, 3, 1)},
    "clocks": {"route": "inspection", "filed_on": date(2026, 3, 1), "today": date(2026, 4, 1)},
    "clocks_after": {"event": "award", "on_": date(2026, 3, 1), "today": date(2026, 4, 1)},
    "service_years": {"begin": date(2025, 3, 1), "end": date(2026, 4, 1)},
}


@pytest.mark.parametrize("name", GOOD)
def test_whatever_is_given_only_the_typed_error_comes_out(name: str) -> None:
    call, good = {**IMPOSSIBLE, "service_years": service_years}[name], GOOD[name]
    call(**good)
    for argument, junk in product(good, JUNK):
        try:
            call(**{**good, argument: junk})
        except ImpossibleInput as error:
            assert error.what and error.why


def test_every_calculation_is_tried_with_strange_things() -> None:
    assert GOOD.keys() - {"service_years"} == IMPOSSIBLE.keys()
