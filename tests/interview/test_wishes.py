"""Wishes beside the questions, ages, and how long he worked. The tables are wishes.yml, ages.yml and lengths.yml."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.values import Fact
from bot.interview.ages import is_no_child, is_young_worker, told_ages
from bot.interview.length import WORKED, other_day, read_length
from bot.interview.which_claim import fits
from bot.interview.wishes import asks_sum, asks_told, takes_danger_back, told_sum, wants_main_thing

TODAY = date(2026, 11, 22)
FACTORY = {"debtor_kind": Fact("known", "company"), "industry": Fact("known", "factory"), "owed_amount": Fact("known", 4200)}
FOREMAN = {"debtor_kind": Fact("known", "foreman"), "debtor_name": Fact("known", "孙二"), "owed_amount": Fact("known", 8000)}


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a table."""
    return list(yaml.safe_load(Path(__file__).with_name(f"{name}.yml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("row", rows("wishes"), ids=lambda row: row["text"])
def test_a_wish_is_heard_and_nothing_else_is_one(row: dict[str, Any]) -> None:
    heard = {"sum": asks_sum(row["text"]), "main": wants_main_thing(row["text"]), "back": takes_danger_back(row["text"]),
             "told": asks_told(row["text"])}
    assert [name for name, said in heard.items() if said] == ([row["wish"]] if row["wish"] else [])


@pytest.mark.parametrize("row", rows("ages"), ids=lambda row: row["text"])
def test_ages_tell_children_from_who_may_work(row: dict[str, Any]) -> None:
    assert told_ages(row["text"]) == row["ages"]
    assert is_no_child(row["text"]) is (bool(row["ages"]) and not row.get("child", False))
    assert is_young_worker(row["text"]) is row.get("worker", False)


@pytest.mark.parametrize("row", rows("lengths"), ids=lambda row: row["text"])
def test_the_time_he_worked_is_read_and_gives_the_other_day(row: dict[str, Any]) -> None:
    fact = read_length(row["text"], TODAY)
    assert ((fact.low, fact.high) if fact else (None, None)) == (row.get("low"), row.get("high"))
    if "known" in row:
        assert fact is not None
        known = {slot: Fact("known", value) for slot, value in row["known"].items()}
        found = {slot: [day.low, day.high] for slot, day in other_day({**known, WORKED: fact}, TODAY).items()}
        assert found == row["gives"]


def test_the_sum_told_holds_only_what_was_told() -> None:
    assert told_sum({"owed_amount": Fact("skipped"), "people_count": Fact("known", 3)}) == {}
    assert set(told_sum(FACTORY)) == {"owed_amount"}


@pytest.mark.parametrize(("text", "which"), [
    ("撤回服装厂那个", "factory"), ("撤回4200那份", "factory"), ("撤回包工头那份", "foreman"), ("撤回饭店那份", ""),
    ("撤回投诉", "")])
def test_a_claim_is_named_by_its_trade_its_debtor_or_its_sum(text: str, which: str) -> None:
    found = [name for name, facts in (("factory", FACTORY), ("foreman", FOREMAN)) if fits(text, facts, TODAY)]
    assert found == ([which] if which else [])
