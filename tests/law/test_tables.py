"""Every table of this folder against the engine. A row: facts as told -> what the engine must say, and its law facts."""
from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.chinese.area import area
from bot.chinese.values import Fact
from bot.law import sums, told
from bot.law.assess import assess, first_help
from bot.law.clocks import clocks, clocks_after
from bot.law.evidence import review
from bot.law.facts import CaseFacts, Day
from bot.law.money import hours
from bot.law.nature import nature, tells_of_money
from bot.law.traits import TRAITS, find_traits
from tests.law.tables import TODAY, facts, law_ids, names, rows, sentences, today

TABLES = (
    "nature", "relation", "payers", "limits", "roads", "evidence", "sums", "help", "offices", "missing", "clocks", "traits",
    "decided", "terms", "area", "told", "clocks_after",
)
MONEY = (
    "wages", "overtime", "second_wage", "service", "compensation", "notice", "additional", "interest", "fees", "capitals",
    "findings", "impossible",
)


def table(name: str) -> pytest.MarkDecorator:
    """One test per row of the table."""
    return pytest.mark.parametrize("row", rows(name), ids=names(name))


@pytest.mark.parametrize("name", TABLES)
def test_each_row_names_law_facts_that_exist(name: str) -> None:
    for row in rows(name):
        assert row["laws"], row["name"]
        assert set(row["laws"]) <= law_ids(), row["name"]
    assert len(set(names(name))) == len(names(name))


def test_the_tables_hold_enough_cases() -> None:
    assert sum(len(rows(name)) for name in (*TABLES, *(f"money/{name}" for name in MONEY))) >= 750


def test_every_trait_has_a_row_that_tells_it() -> None:
    assert {trait for row in rows("traits") for trait in row["traits"]} == TRAITS.keys()


@table("nature")
def test_words_of_the_claim_tell_wages_from_project_money(row: dict[str, Any]) -> None:
    told = {**facts(row.get("facts")), "owed_amount": Fact("known", 1, words=row["words"])}
    if "claim" in row:
        told["claim_words"] = Fact("known", row["claim"], words=row["claim"])
    found = nature(CaseFacts(told))
    assert (found.kind, found.key) == (row["kind"], row["key"])


@table("relation")
def test_the_one_who_hired_decides_the_relation(row: dict[str, Any]) -> None:
    found = assess(facts(row["facts"]), TODAY).relation
    assert (found.kind, found.key) == (row["kind"], row["key"])
    assert set(row["laws"]) <= set(found.laws)


@table("payers")
def test_payers_stand_in_order(row: dict[str, Any]) -> None:
    found = assess(facts(row["facts"]), TODAY).payers
    assert [payer.role for payer in found] == row["roles"]
    assert found[0].name == row["first"]
    assert set(row["laws"]) & {law for payer in found for law in payer.laws}
    assert all(payer.laws for payer in found)


@table("limits")
def test_limits_are_counted_from_the_day_that_the_law_names(row: dict[str, Any]) -> None:
    told = [limit for limit in assess(facts(row["facts"]), today(row)).limits if limit.what == row["what"]]
    if row.get("absent"):
        assert told == []
        return
    (limit,) = told
    assert (limit.on, limit.days_left, limit.key, limit.certain) == (row["last_day"], row["left"], row["key"], row["certain"])
    assert set(row.get("notes", limit.notes)) == set(limit.notes)
    assert limit.restarts == row.get("restarts")
    assert limit.first_month == row.get("first_month", limit.first_month)
    assert set(row["laws"]) <= set(limit.laws) | {"LAW-ARB-03", "LAW-LIT-04"}


@table("roads")
def test_the_right_road_comes_first_and_the_wrong_ones_are_closed(row: dict[str, Any]) -> None:
    found = assess(facts(row["facts"]), today(row)).roads
    by_route = {road.route: road for road in found}
    assert len(by_route) == len(found) == 10
    assert (found[0].route, found[0].keys[0]) == (row["first"], row["why"])
    assert [road.route for road in found if road.recommended] == [row["first"]]
    assert {route for route in row.get("open", []) if not by_route[route].open} == set()
    assert {route for route in row.get("closed", []) if by_route[route].open} == set()
    for route, key in row.get("keys", {}).items():
        assert key in by_route[route].keys
    assert not {key for road in found for key in road.keys} & set(row.get("without", []))
    whole = assess(facts(row["facts"]), today(row))
    assert set(row.get("also_said", [])) <= {road.keys[0] for road in (*whole.further, *whole.closed)}
    assert all(road.laws for road in found)


@table("evidence")
def test_evidence_is_weighed(row: dict[str, Any]) -> None:
    found = review(facts(row["facts"]))
    state = {piece.kind: piece.state for piece in found.pieces}
    for wanted in ("have", "can_get", "missing"):
        assert {kind: state.get(kind) for kind in row.get(wanted, [])} == {kind: wanted for kind in row.get(wanted, [])}
    for wanted in ("strong", "weak", "none"):
        assert {part: found.strength[part] for part in row.get(wanted, [])} == {part: wanted for part in row.get(wanted, [])}
    assert not set(row.get("absent", [])) & set(state)
    assert found.weakest == row["weakest"]
    assert row.get("next", found.get_next) == found.get_next


@table("sums")
def test_rate_times_time_is_only_a_check(row: dict[str, Any]) -> None:
    found = sums.check_sum(CaseFacts(facts(row["facts"])))
    if row["key"] is None:
        assert found is None
        return
    assert found is not None
    assert (found.key, float(found.low), float(found.high)) == (row["key"], row["low"], row["high"])
    assert set(row["laws"]) <= set(found.laws) <= law_ids()


@table("help")
def test_help_comes_before_questions(row: dict[str, Any]) -> None:
    found = first_help(facts(row["facts"]), TODAY)
    assert (found.route, found.phone, found.today_thing) == (row["route"], row["phone"], row["thing"])
    assert "near" not in row or (found.near.key if found.near else None) == row["near"]
    assert set(row["laws"]) <= set(found.laws)


@table("offices")
def test_desks_follow_place_and_trade(row: dict[str, Any]) -> None:
    found = assess(facts(row["facts"]), TODAY).offices
    assert [office.kind for office in found] == row["offices"]
    assert set(row["laws"]) <= {law for office in found for law in office.laws}


@table("area")
def test_the_place_of_work_names_the_office(row: dict[str, Any]) -> None:
    found = area(row["place"])
    assert ([found.province, found.city, found.county] if found else None) == row["is"]
    assert (found.office if found else None) == row["office"]


@table("told")
def test_words_beside_the_questions_are_read(row: dict[str, Any]) -> None:
    case = CaseFacts({"claim_words": Fact("known", row["words"])})
    assert tells_of_money(row["words"]) is row.get("kept", True)
    assert told.unpaid_order(case) is row.get("unpaid_order")
    for name in told.NUMBERS:
        found = told.quantity(case, name)
        assert ([float(end) for end in found] if found else None) == row.get(name), name
    for name, read in (("judgment_day", told.judgment_day), ("demand_day", told.demand_day)):
        proceeding = Fact("known", row.get("proceeding", "none"), words=row["words"])
        with_paper = CaseFacts({**case.facts, "other_proceeding": proceeding})
        day = read(with_paper, TODAY)
        assert (day.first if day else None) == row.get(name), name
    assert [day.first for day in told.restarting_days(case, TODAY)] == row.get("demand_days", [
        row["demand_day"]] if "demand_day" in row else [])
    assert told.more_than_wages(case) is row.get("more", False)
    assert told.maybe_more(case) is row.get("more_open", False)
    assert told.part_paid_days(case, TODAY) == row.get("part_days", [])
    assert hours.plain_paid(case) is row.get("plain_paid")
    assert hours.system(case) == row.get("system", "standard")
    span = Day(date(2026, 3, 2), date(2026, 3, 2), True), Day(date(2026, 3, 6), date(2026, 3, 6), True)
    found_hours = hours.readings(case, span, row.get("unit", "hour"))
    readings = [{kind: [float(end) for end in ends] for kind, ends in one.items()} for one in found_hours]
    assert readings == row.get("overtime", [])


@table("missing")
def test_missing_facts_are_named_by_weight(row: dict[str, Any]) -> None:
    found = assess(facts(row["facts"]), TODAY).missing
    assert list(found[: len(row["first"])]) == row["first"]
    assert bool(found) == bool(row["first"])
    assert not set(found) & set(row["not"])


@table("clocks")
def test_clocks_run_after_filing(row: dict[str, Any]) -> None:
    found = clocks(row["route"], row["filed"], row.get("today"))
    assert [[clock.what, clock.on] for clock in found] == row["clocks"]
    assert all((clock.key == "term_open_between") == (clock.on is None) for clock in found)
    assert all(isinstance(clock.on, (date, type(None))) and clock.laws for clock in found)
    bounds = [[clock.earliest, clock.latest] for clock in found]
    assert bounds == row.get("bounds", bounds)
    left = [clock.days_left for clock in found]
    assert left == row.get("left", [None] * len(found))
    assert all(clock.earliest <= clock.latest <= (clock.longer or clock.latest) for clock in found)


@table("clocks_after")
def test_clocks_run_from_an_agreement_an_award_and_an_order(row: dict[str, Any]) -> None:
    found = clocks_after(row["event"], row["happened"], row["today"])
    assert [[clock.what, clock.on, clock.days_left] for clock in found] == row["clocks"]
    assert set(row["laws"]) <= {law for clock in found for law in clock.laws} <= law_ids()
    for clock in found:
        assert "{" not in sentences()[clock.key]["text"].format(**clock.values)


@table("traits")
def test_words_tell_what_is_special_about_the_debtor(row: dict[str, Any]) -> None:
    assert sorted(find_traits(row["words"])) == sorted(row["traits"])
