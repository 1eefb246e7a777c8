"""Facts as short words for the play-back, from content/words/facts.yml. The table is phrases.yml."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.chinese.answers import READERS
from bot.chinese.phrases import say_fact
from bot.chinese.story import read_story
from bot.chinese.values import Fact

ROOT = Path(__file__).resolve().parents[2]
WORDS = yaml.safe_load((ROOT / "content" / "words" / "facts.yml").read_text(encoding="utf-8"))
ROWS = yaml.safe_load((Path(__file__).parent / "phrases.yml").read_text(encoding="utf-8"))["phrases"]


@pytest.mark.parametrize("row", ROWS, ids=[row["says"] for row in ROWS])
def test_a_fact_is_said_so(row: dict) -> None:
    assert say_fact(row["slot"], Fact.from_json({"state": "known"} | row["fact"]), WORDS) == row["says"]


@pytest.mark.parametrize("slot", sorted(READERS))
def test_each_fact_has_words_also_when_it_is_unknown_or_skipped(slot: str) -> None:
    assert WORDS["facts"][slot]["name"] in say_fact(slot, Fact("unknown"), WORDS)
    assert say_fact(slot, Fact("skipped"), WORDS) != say_fact(slot, Fact("unknown"), WORDS)


def test_every_code_of_the_interfaces_has_words() -> None:
    codes = {slot: set(entry.get("codes", {})) for slot, entry in WORDS["facts"].items()}
    assert codes["debtor_kind"] == {"company", "foreman", "labour_agency", "household", "unknown"}
    assert len(codes["industry"]) == 13
    assert len(codes["evidence_held"]) == 16
    assert len(codes["already_tried"]) == 9
    assert codes["other_proceeding"] == {"none", "arbitration", "lawsuit", "payment_order", "mediation"}


def test_a_whole_story_can_be_played_back() -> None:
    story = "我在贵阳花果园工地做木工，3月干到6月，一天260，包工头王大强还欠我12000，给了3000，没签合同，有聊天记录"
    said = [say_fact(slot, fact, WORDS) for slot, fact in read_story(story, date(2026, 11, 22)).items()]
    assert all(said)
    assert "欠12,000元" in said
    assert "没签合同" in said
    assert not any("{" in line or "None" in line for line in said)


def test_a_code_without_words_is_an_error() -> None:
    with pytest.raises(KeyError):
        say_fact("debtor_kind", Fact("known", value="martian"), WORDS)
