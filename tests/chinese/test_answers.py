"""Answers to the questions of the claim form. The table is answers.yml."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.chinese.answers import READERS, Impossible, parse_answer
from bot.chinese.values import Fact
from bot.cli.facts import plain

TABLE = yaml.safe_load((Path(__file__).parent / "answers.yml").read_text(encoding="utf-8"))
TODAY = date.fromisoformat(str(TABLE["today"]))
ROWS = [(slot, str(row[0]), *row[1:]) for slot, rows in TABLE["answers"].items() for row in rows]


def jsonable(value: object) -> object:
    """YAML reads 2026-03-05 as a date; the facts hold ISO text."""
    if isinstance(value, date):
        return value.isoformat()
    return [jsonable(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}-{row[1][:20]}" for row in ROWS])
def test_an_answer_is_read_as_the_table_says(row: tuple) -> None:
    slot, text, expected, *more = row
    if isinstance(expected, str) and expected.startswith("!"):
        with pytest.raises(Impossible) as caught:
            parse_answer(slot, text, TODAY)
        assert (caught.value.slot, caught.value.reason) == (slot, expected[1:])
        return
    found = parse_answer(slot, text, TODAY)
    if expected is None:
        beside = more[0] if more else None
        assert (plain(found) if found else None) == beside
        return
    assert found is not None
    values = plain(found)
    if expected == "STILL":
        assert values.get("still_working") is True and slot not in found
    elif isinstance(expected, dict) and "low" in expected:
        fact = found[slot]
        assert (fact.state, fact.low, fact.high) == ("vague", *(jsonable(expected[end]) for end in ("low", "high")))
    elif expected == "VAGUE":
        assert (found[slot].state, found[slot].value, found[slot].low) == ("vague", None, None) and found[slot].words
    elif expected == "UNKNOWN":
        assert found[slot].state == "unknown"
    else:
        assert values.get(slot) == jsonable(expected)
        assert found[slot].words
    for other, value in (more[0] if more else {}).items():
        assert values.get(other) == jsonable(value), other


@pytest.mark.parametrize("slot", sorted(READERS))
@pytest.mark.parametrize("text", TABLE["never"])
def test_questions_small_talk_and_nonsense_answer_no_question(slot: str, text: str) -> None:
    assert parse_answer(slot, text, TODAY) is None


def test_the_table_has_rows_for_every_fact_and_three_hundred_in_all() -> None:
    assert len(ROWS) >= 300
    assert set(TABLE["answers"]) == set(READERS)
    assert sum(row[2] is None for row in ROWS) >= 80


def test_an_unknown_fact_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError):
        parse_answer("shoe_size", "42", TODAY)


def test_an_end_before_the_known_start_is_impossible() -> None:
    known = {"start_date": Fact("known", value="2026-06-01")}
    with pytest.raises(Impossible) as caught:
        parse_answer("end_date", "今年3月", TODAY, known=known)
    assert (caught.value.slot, caught.value.reason) == ("end_date", "end_before_start")


def test_a_start_after_the_known_end_is_impossible() -> None:
    known = {"end_date": Fact("vague", low="2026-03-01", high="2026-03-31")}
    with pytest.raises(Impossible) as caught:
        parse_answer("start_date", "2026年5月1号", TODAY, known=known)
    assert (caught.value.slot, caught.value.reason) == ("start_date", "end_before_start")


def test_a_vague_end_in_the_month_of_the_start_is_possible() -> None:
    known = {"start_date": Fact("known", value="2026-03-20")}
    assert parse_answer("end_date", "今年3月", TODAY, known=known) is not None


@pytest.mark.parametrize("words", ["最后两个月", "最后那两个月的", "就最后两个月没给"])
def test_the_last_months_are_counted_back_from_the_known_end(words: str) -> None:
    found = parse_answer("owed_period", words, TODAY, known={"end_date": Fact("known", value="2026-08-31")})
    assert found is not None
    assert plain(found)["owed_period"] == ["2026-07-01", "2026-08-31"]
    inside = parse_answer("owed_period", words, TODAY, known={"end_date": Fact("known", value="2026-08-20")})
    assert inside is not None
    assert (inside["owed_period"].state, inside["owed_period"].low, inside["owed_period"].high) == (
        "vague", "2026-06-21", "2026-08-20")


@pytest.mark.parametrize(("words", "low", "high"), [
    ("就最后那个月", "2026-08-01", "2026-08-31"), ("最后一个月没给", "2026-08-01", "2026-08-31"),
    ("头一个月给了后头没给", "2026-04-01", "2026-08-31"), ("第一个月发了，后面都没发", "2026-04-01", "2026-08-31"),
])
def test_the_last_month_and_all_but_the_first_are_counted_from_the_known_days(words: str, low: str, high: str) -> None:
    known = {"start_date": Fact("known", value="2026-03-01"), "end_date": Fact("known", value="2026-08-31")}
    found = parse_answer("owed_period", words, TODAY, known=known)
    assert found is not None and plain(found)["owed_period"] == [low, high]


@pytest.mark.parametrize("words", ["头一个月给了后头没给", "第一个月发了，后面都没发"])
def test_all_but_the_first_month_is_vague_when_that_month_was_no_whole_one(words: str) -> None:
    known = {"start_date": Fact("known", value="2026-03-10"), "end_date": Fact("known", value="2026-08-31")}
    found = parse_answer("owed_period", words, TODAY, known=known)
    assert found is not None and found["owed_period"].state == "vague" and found["owed_period"].value is None
    assert "owed_period" not in (parse_answer("owed_period", words, TODAY) or {})


def test_other_facts_in_an_answer_come_along() -> None:
    found = parse_answer("owed_amount", "还欠一万二，给过三千，包工头叫王大强", TODAY)
    assert found is not None
    assert next(iter(found)) == "owed_amount"
    assert plain(found)["paid_amount"] == 3000
    assert plain(found)["debtor_name"] == "王大强"


def test_a_bare_wage_keeps_the_guess_of_its_unit_vague() -> None:
    found = parse_answer("pay_rate", "260", TODAY)
    assert found is not None
    assert found["pay_rate"].state == "vague"
    assert found["pay_rate"].low == {"amount": 260, "unit": "day"}


@pytest.mark.parametrize(("half", "told", "full"), [
    ("姓龙", "龙贵生", "龙贵生"), ("龙老板", "龙贵生", "龙贵生"), ("老龙", "龙贵生", "龙贵生"),
    ("姓龙", "王大强", None), ("王大强", "王贵生", None), ("姓龙", "龙湖小区", None), ("姓龙", "龙老板", None),
    ("姓龙", "龙岗区", None),
    ("姓欧阳", "欧阳山", "欧阳山"),
])
@pytest.mark.parametrize("slot", ["project_name", "general_contractor"])
def test_the_rest_of_a_half_name_is_his_name_whatever_is_asked(slot: str, half: str, told: str, full: str | None) -> None:
    found = parse_answer(slot, told, TODAY, {"debtor_name": Fact("known", value=half)}) or {}
    name = found.get("debtor_name")
    assert (name.value if name else None) == full
    assert full is None or slot not in found


@pytest.mark.parametrize(("half", "told"), [("姓龙", "龙岗"), ("老王", "王庄"), ("姓马", "马街"), ("老王", "王府井")])
def test_a_place_that_begins_with_his_surname_stays_a_place(half: str, told: str) -> None:
    assert "work_place" in (parse_answer("work_place", told, TODAY, {"debtor_name": Fact("known", value=half)}) or {})


@pytest.mark.parametrize(("slot", "other", "words", "low", "high"), [
    ("end_date", "start_date", "我一共干了三个月", "2026-06-04", "2026-06-04"),
    ("end_date", "start_date", "总共45天", "2026-04-18", "2026-04-18"),
    ("start_date", "end_date", "前前后后干了三个月", "2025-12-06", "2025-12-06"),
    ("end_date", "start_date", "四十天", "2026-04-13", "2026-04-13"), ("end_date", "start_date", "四十天没给", None, None),
    ("end_date", "start_date", "干了两年", None, None), ("end_date", "start_date", "三个月没给", None, None),
    ("end_date", "start_date", "欠我三个月", None, None), ("end_date", "people_count", "我一共干了三个月", None, None),
])
def test_how_long_he_worked_counts_the_other_end(slot: str, other: str, words: str, low: str | None, high: str | None) -> None:
    found = parse_answer(slot, words, TODAY, {other: Fact("known", value="2026-03-05" if other != "people_count" else 3)}) or {}
    fact = found.get(slot)
    assert ((fact.low, fact.high) if fact else (None, None)) == (low, high)
    assert fact is None or fact.words == words
