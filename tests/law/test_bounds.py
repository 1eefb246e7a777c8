"""Facts that cannot be read as not told: no day, no sum, the question again."""
from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from bot.chinese.values import Fact
from bot.law.assess import assess, first_help
from bot.law.bounds import day_of, possible
from bot.law.errors import ImpossibleInput
from bot.law.facts import CaseFacts
from bot.law.money.findings import findings
from tests.law.tables import TODAY, facts, law_ids, names, rows

TABLE = "impossible_facts"


@pytest.mark.parametrize("row", rows(TABLE), ids=names(TABLE))
def test_a_fact_that_cannot_be_gives_no_day_and_no_sum(row: dict[str, Any]) -> None:
    told = facts(row["facts"])
    kept = CaseFacts(possible(told, TODAY))
    for slot in told:
        used = kept.period(slot) if slot == "owed_period" else kept.day(slot) if slot.endswith("_date") else None
        assert (used is None) or slot not in row["dropped"], slot
        assert slot in row["dropped"] or not slot.endswith(("_date", "_period")) or used, slot
    found = assess(told, TODAY)
    assert set(row["asked"]) <= set(found.missing)
    limits = {limit.what: limit.on for limit in found.limits}
    for what, on in row.get("limits", {}).items():
        assert what in limits and limits[what] == on, what
    sums = {sum_.what: sum_ for sum_ in findings(told, TODAY)}
    assert not set(row.get("not", [])) & sums.keys()
    for what in row.get("open", []):
        assert sums[what].high is None and sums[what].question
    assert set(row["laws"]) <= law_ids()
    assert first_help(told, TODAY).near is None or first_help(told, TODAY).near.on in limits.values()  # type: ignore[union-attr]


def test_each_kind_of_impossible_fact_has_a_row() -> None:
    dropped = {slot for row in rows(TABLE) for slot in row["dropped"]}
    assert dropped == {"start_date", "end_date", "owed_period", "award_date", "promised_date", "judgment_date"}


def test_possible_facts_stay_as_they_are() -> None:
    told = facts({"start_date": "2025-01-01", "end_date": "2026-03-31", "owed_period": ["2026-01-01", "2026-03-31"],
                  "award_date": "2026-11-01", "promised_date": "2027-02-01", "owed_amount": 5000})
    assert possible(told, TODAY) == told


def test_a_demand_of_tomorrow_is_none() -> None:
    assert "last_demand_date" not in possible({"last_demand_date": Fact("known", "2026-12-01")}, TODAY)


@pytest.mark.parametrize("value", [None, "2026-03-01", 5, True, datetime(2026, 3, 1), date(1949, 12, 31), date(2101, 1, 1)])
def test_what_is_no_day_of_our_years_is_refused(value: Any) -> None:
    with pytest.raises(ImpossibleInput) as caught:
        day_of(value, "start_date")
    assert (caught.value.what, caught.value.why) == ("start_date", "not_a_day")
