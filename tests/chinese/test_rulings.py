"""What stands on an award, a judgment or an order."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.answers import parse_answer
from bot.chinese.impossible import Impossible
from bot.chinese.rulings import SLOTS, read_ruling

TODAY = date(2026, 12, 23)
TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("rulings.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", TABLE["told"], ids=lambda row: row["text"])
def test_a_message_tells_several_facts_at_once(row: dict[str, Any]) -> None:
    told = {slot: fact.value for slot, fact in read_ruling(row["text"], TODAY).items()}
    assert told == {slot: row[slot] for slot in SLOTS if slot in row}


@pytest.mark.parametrize("row", TABLE["answers"], ids=lambda row: f"{row['asked']}: {row['text']}")
def test_a_short_answer_is_read_as_the_fact_that_was_asked(row: dict[str, Any]) -> None:
    found = parse_answer(row["asked"], row["text"], TODAY)
    assert (found[row["asked"]].value if found else None) == row["value"]


def test_no_fact_of_the_claim_is_read_out_of_a_ruling() -> None:
    found = parse_answer("ruling_amount", "公司欠我的判了一万二，一个月六千", TODAY)
    assert found and set(found) <= set(SLOTS)


def test_a_ruling_cannot_be_received_tomorrow() -> None:
    with pytest.raises(Impossible):
        parse_answer("ruling_date", "明天", TODAY)


def test_a_vague_sum_keeps_its_range() -> None:
    found = parse_answer("ruling_amount", "一万多", TODAY)
    assert found and found["ruling_amount"].state == "vague" and found["ruling_amount"].low == 10000
