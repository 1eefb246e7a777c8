"""What is known of a case chooses the variant of an answer; what is vague chooses none."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.answer import ActionAnswer
from actions.known import known_in
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.content import NEEDS, load
from bot.content.choosing import first_of
from tests.actions.stage import SENDER, Message, play
from tests.support.stores import NOW

ROWS = yaml.safe_load(Path(__file__).with_name("known.yml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_the_facts_of_a_draft_are_read_as_conditions_name_them(row: dict[str, Any]) -> None:
    facts = {slot: Fact("known", value=value) for slot, value in row["facts"].items()}
    assert known_in(facts, TODAY) == row["known"]


@pytest.mark.parametrize(("low", "high", "ago"), [
    ("2024-01-01", "2024-10-31", "from_2_to_3"), ("2023-01-01", "2024-12-31", None),
])
def test_a_vague_day_is_known_only_when_all_that_it_may_mean_is_in_one_band(low: str, high: str, ago: str | None) -> None:
    assert known_in({"end_date": Fact("vague", low=low, high=high)}, TODAY).get("ago") == ago


def test_what_was_skipped_is_not_known() -> None:
    assert known_in({"has_iou": Fact("skipped"), "debtor_kind": Fact("unknown"), "end_date": Fact("unknown")}, TODAY) == {}


def keep(store: Store, **facts: Any) -> None:
    """A draft with facts."""
    with store.session() as session:
        told = {slot: Fact("known", value=value) for slot, value in facts.items()}
        drafts.save(session, SENDER, facts=told, form="wage_claim", asked=None, answered=[], stage="claim", now=NOW)


def first(need: str, **known: Any) -> str:
    """The first message of a need in a case."""
    return "".join(line.say for line in first_of(load().answers[need], known).lines)


def test_the_draft_chooses_the_variant(store: Store) -> None:
    keep(store, debtor_kind="household", people_count=1)
    played = play(ActionAnswer(), Message("打官司的钱谁出", "overtime_pay"))
    assert played.texts[0] == first("overtime_pay", debtor_kind="household", people="one") != first("overtime_pay")


def test_what_the_question_itself_tells_counts_too(store: Store) -> None:
    played = play(ActionAnswer(), Message("保姆给个人家里干活，加班有钱吗", "overtime_pay"))
    assert played.texts[0] == first("overtime_pay", debtor_kind="household")


def test_inside_a_form_the_variant_of_the_case_is_said_too(store: Store) -> None:
    keep(store, debtor_kind="household")
    played = play(ActionAnswer(), Message("加班有钱吗", "overtime_pay", form="wage_claim"))
    assert len(played.texts) == 1 and played.texts[0].startswith(first("overtime_pay", debtor_kind="household"))


@pytest.mark.parametrize("need", NEEDS)
def test_the_law_facts_are_those_of_what_is_said_and_the_caution_stands_once_at_the_end(need: str, store: Store) -> None:
    played = play(ActionAnswer(), Message("", need, form="") if need != "steps" else Message("", "steps_arbitration"))
    assert len(played.texts) == 2
    cautions = [value for key, value in load().words["cautions"].items() if isinstance(value, str)]
    ending = [sum(text.rstrip().endswith(caution) for caution in cautions) for text in played.texts]
    assert ending[0] == 0
    cited = [law for custom in played.customs("laws") for law in custom["ids"]]
    assert cited and all(law in load().laws for law in cited)
