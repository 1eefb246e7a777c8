"""What a worker hears fits a phone, names each desk once, and never sends a private employer's worker to the inspection."""
from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import pytest

from bot.chinese.values import Fact
from bot.content import load
from bot.law.assess import assess, first_help
from bot.law.offices import TOLD
from bot.law.refused import refused
from bot.law.values import Assessment
from tests.law.tables import TODAY, facts, rows, sentences, today
from tests.law.test_combinations import DEBTORS, TRIED, combinations

LONGEST = 820
"""Characters of a whole assessment, headings apart."""


@lru_cache(maxsize=1)
def tabled() -> tuple[tuple[str, Assessment], ...]:
    """Every case of the tables of limits, roads, payers, relation and offices."""
    return tuple(
        (f"{name}: {row['name']}", assess(facts(row["facts"]), today(row)))
        for name in ("limits", "roads", "payers", "relation", "offices") for row in rows(name)
    )


def spoken(found: Assessment) -> list[str]:
    """The keys that are said, in the order of the assessment."""
    keys = [found.nature.key, found.relation.key, *(payer.key for payer in found.payers)]
    keys += [key for limit in found.limits for key in (limit.key, *limit.notes)]
    keys += [*found.recommended.keys, *(road.keys[0] for road in (*found.further, *found.closed))]
    return list(dict.fromkeys([*keys, *(office.key for office in found.offices), "hours_unknown"]))


def text(keys: list[str]) -> str:
    """The sentences behind the keys."""
    return "\n".join(sentences()[key]["text"] for key in keys)


def beside(found: Assessment) -> str:
    """What is said of the first road's cost, time and papers, and what the desks refuse."""
    road, desks = load().routes[found.recommended.route], load().authorities["desks"]
    parts = [road[found.recommended.cost], road[found.recommended.duration], *road["papers"]]
    return "".join(part["text"] for part in [*parts, *(desks[kind]["refuses"] for kind in found.refusing)])


def test_an_assessment_fits_a_phone() -> None:
    for name, found in tabled():
        assert len(found.payers) <= 3 and len(found.limits) <= 3 and len(found.further) <= 3, name
        assert all(len(limit.notes) <= 1 for limit in found.limits), name
        assert 1 <= len(found.offices) <= 2, name
        assert len(text(spoken(found)) + beside(found)) <= LONGEST, name


def test_no_two_sentences_of_an_assessment_are_the_same() -> None:
    for name, found in tabled():
        said = [part for part in text(spoken(found)).replace("\n", "。").split("。")
                if len(part) > 8 and not re.search(r"\{(on|days)\}", part)]
        assert len(set(said)) == len(said), name


@pytest.mark.parametrize("told", [key for keys in TOLD.values() for key in keys])
def test_a_road_that_names_a_desk_names_its_place_or_number(told: str) -> None:
    meant = {desk for desk, keys in TOLD.items() if told in keys}
    signs = {"labour_inspection": "12333", "arbitration_commission": "{place}", "legal_aid_station": "12348", "court": ""}
    found = [entry["text"] for key, entry in sentences().items() if key.startswith(told)]
    assert found
    assert all(signs[desk] in said for desk in meant for said in found)


def test_nothing_leads_a_private_employers_worker_to_the_inspection() -> None:
    for told in combinations():
        if told["debtor_kind"].value != "household":
            continue
        found, helped = assess(told, TODAY), first_help(told, TODAY)
        assert not found.inspection_open
        assert helped.route != "inspection" and "告示牌" not in sentences()[helped.today_thing]["text"]
        proceeding = told.get("other_proceeding")
        if found.nature.kind in ("wages", "mixed") and (proceeding is None or proceeding.value == "none"):
            words = text([*spoken(found), helped.door])
            assert "监察" not in words and "12333" not in words


@pytest.mark.parametrize("debtor", [kind for kind in DEBTORS if kind != "household"])
@pytest.mark.parametrize("tried", TRIED)
def test_a_case_that_was_not_taken_leaves_inspection_open(debtor: str, tried: tuple[str, ...]) -> None:
    told = {"debtor_kind": Fact("known", debtor), "already_tried": Fact("known", list(tried))}
    assert assess({**told, "other_proceeding": Fact("known", "none", words="没有立案")}, TODAY).inspection_open
    assert assess(told, TODAY).inspection_open is not bool({"arbitration", "court"} & set(tried))


REFUSALS: tuple[dict[str, Any], ...] = (
    {"words": "仲裁委不予受理", "procedure": "arbitration", "is": True},
    {"words": "没有立案", "procedure": "lawsuit", "is": True},
    {"words": "去法院起诉，人家不给立案", "procedure": "lawsuit", "is": True},
    {"words": "仲裁没受理", "procedure": "arbitration", "is": True},
    {"words": "支付令法院没受理", "procedure": "payment_order", "is": True},
    {"words": "仲裁不予受理，现在法院在审", "procedure": "lawsuit", "is": False},
    {"words": "监察不受理，仲裁在办", "procedure": "arbitration", "is": False},
    {"words": "还没收到开庭通知", "procedure": "arbitration", "is": False},
    {"words": "仲裁不收费，正在办", "procedure": "arbitration", "is": False},
    {"words": "法院已经立案了", "procedure": "lawsuit", "is": False},
    {"words": "", "procedure": "lawsuit", "is": False},
)


@pytest.mark.parametrize("row", REFUSALS, ids=lambda row: row["words"] or "nothing said")
def test_words_tell_whether_a_procedure_was_turned_away(row: dict[str, Any]) -> None:
    assert refused(row["words"], row["procedure"]) is row["is"]
