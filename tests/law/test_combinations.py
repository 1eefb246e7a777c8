"""All combinations of the facts that matter: every key the engine can say has a sentence, and every sentence is reached."""
from __future__ import annotations

import ast
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import product
from typing import Any

import pytest

from actions.sums import may_be_told
from bot.chinese.values import Fact
from bot.law.assess import assess, first_help
from bot.law.clocks import AFTER, clocks, clocks_after
from bot.law.evidence import PROVES, review
from bot.law.facts import CaseFacts
from bot.law.money.findings import findings
from bot.law.strength import standing
from bot.law.sums import check_sum
from bot.law.values import ROUTES
from bot.settings import ROOT
from tests.law.tables import TODAY, law_ids, rows, sentences, today
from tests.law.tables import facts as facts_of

DEBTORS = ("company", "foreman", "labour_agency", "household", "unknown")
TRADES = ("building", "road", "water", "railway", "energy", "factory", None)
ENDS = ("2026-06-30", "2025-12-20", "2024-12-10", "2024-01-31", "2020-01-31", None)
WORDS = ("工资", "工程款", "工资和材料款", "包清工", "借款", "彩礼", "")
PROCEEDINGS = ("none", "arbitration", "lawsuit", "payment_order", "mediation")
TRIED: tuple[tuple[str, ...], ...] = ((), ("asked",), ("inspection",), ("mediation",), ("arbitration",), ("court",))
NEVER_PAID = {"paid_amount": 0, "start_date": "2026-03-01", "owed_period": ["2026-03-01", "2026-05-31"]}
OWN: tuple[dict[str, Any], ...] = (
    {}, {"industry": "building", "still_working": True}, {"people_count": 1, **NEVER_PAID},
    {"claim_words": "工程款", **NEVER_PAID})
SLOTS = (
    "debtor_kind", "debtor_name", "general_contractor", "project_name", "work_place", "industry", "start_date", "end_date",
    "still_working", "pay_rate", "owed_amount", "paid_amount", "owed_period", "people_count", "has_contract", "has_iou",
    "evidence_held", "promised_date", "already_tried", "other_proceeding", "claim_words", "judgment_date", "unpaid_order",
    "award_date", "debtor_traits", "days_worked", "hours_worked", "pieces", "overtime_hours", "base_paid", "end_reason",
    "notice_days", "average_wage", "minimum_wage", "interest_rate", "lpr",
)
ODD: tuple[Any, ...] = (
    None, "", "unknown", "什么", "2026-02-30", "2026-05-31", 0, -5, 12, 1e9, True, False, [], ["a"], ["2026-01-01", "2026-03-01"],
    ["iou", 3, None], {"amount": 260, "unit": "day"}, {"amount": "x"}, {}, "foreman", "building", "lawsuit",
    "2099-07-01", "9999-12-31", ["2027-05-01", "2026-03-01"], {"amount": 0.125, "unit": "piece"}, {"amount": 5, "unit": ["day"]},
    {"weekday": -1, "holiday": 8}, {"weekday": float("nan")}, float("nan"), float("inf"), 10 ** 30, ["2026-01-01", 3], "no_fault",
)


def combinations() -> Iterator[dict[str, Fact]]:
    """About 9,000 cases."""
    for debtor, trade, end, words, proceeding in product(DEBTORS, TRADES, ENDS, WORDS, PROCEEDINGS):
        told = {
            "debtor_kind": Fact("known", debtor),
            "industry": Fact("known", trade),
            "end_date": Fact("known", end),
            "owed_amount": Fact("known", 20000, words=words),
            "other_proceeding": Fact("known", proceeding),
        }
        yield told
    for debtor, tried, iou, people, working in product(DEBTORS, TRIED, (True, False), (1, 12), (True, False)):
        for trade, end in product(("building", "factory", None), ENDS):
            yield {
                "debtor_kind": Fact("known", debtor),
                "industry": Fact("known", trade),
                "already_tried": Fact("known", list(tried)),
                "has_iou": Fact("known", iou),
                "people_count": Fact("known", people),
                "still_working": Fact("known", working and end is None),
                "end_date": Fact("known", end),
            }


def _stands(told: dict[str, Fact]) -> set[str]:
    """Every key that is spoken of how strong the case is."""
    found = standing(told, TODAY)
    return {key for key in (found.key, found.late_key, found.closing, *(part.key for part in found.parts)) if key}


@lru_cache(maxsize=1)
def said() -> frozenset[str]:
    """Every key that is spoken over the combinations and the tables: what `actions` asks `sentence` for."""
    keys = {"place_unknown", "hours_unknown", "danger_abroad"}
    keys.add(first_help({"claim_words": Fact("known", "我在韩国的工地干活，老板欠我工资")}, TODAY).door)
    tabled = [facts_of(row["facts"]) for name in ("limits", "roads", "payers", "relation", "offices") for row in rows(name)]
    for told in (*combinations(), *tabled):
        assessment = assess(told, TODAY)
        helped = first_help(told, TODAY)
        keys |= assessment.keys() | {helped.door, helped.today_thing}
        keys |= {f"role_{payer.role}" for payer in assessment.payers if payer.name}
    for route, day in product(ROUTES, (date(2026, 3, 2), date(2030, 3, 2))):
        keys |= {clock.key for clock in clocks(route, day)}
    for event, late in product(AFTER, (3, 15, 30, 100)):
        keys |= {clock.key for clock in clocks_after(event, TODAY - timedelta(days=late), TODAY)}
    for row in rows("evidence"):
        keys.add(review(facts_of(row["facts"])).key)
    for kinds in product(PROVES, PROVES):
        keys.add(review({"debtor_kind": Fact("known", "company"), "evidence_held": Fact("known", [*kinds])}).key)
        keys.add(review({"evidence_held": Fact("known", [*kinds, "rights_board", "iou"])}).key)
    for row in rows("strength"):
        keys |= _stands(facts_of(row["facts"]))
    for debtor, kind, held, own in product(DEBTORS, PROVES, PROVES, OWN):
        keys |= _stands({slot: Fact("known", value) for slot, value in
                         {"debtor_kind": debtor, "evidence_held": [kind, held], **own}.items()})
    keys |= {f"harm_{name}" for row in rows("paper_harms") for name in row["harms"]}
    for row in rows("sums"):
        check = check_sum(CaseFacts(facts_of(row["facts"])))
        keys |= {check.key} if check else set()
    for row in rows("money/findings"):
        for sum_ in findings(facts_of(row["facts"]), today(row)):
            keys |= {sum_.key, *(line.key for line in sum_.working)}
            keys |= {f"ask_{sum_.question}"} if sum_.question and may_be_told(sum_.question) else set()
    return frozenset(keys)


def test_every_key_the_engine_says_has_a_sentence() -> None:
    assert said() - sentences().keys() == set()


def test_every_sentence_is_reached_by_some_case() -> None:
    assert sentences().keys() - said() == set()


def test_there_is_exactly_one_recommended_road_and_it_is_open() -> None:
    for told in combinations():
        roads = assess(told, TODAY).roads
        assert sum(road.recommended for road in roads) == 1
        assert roads[0].recommended and roads[0].open
        openness = [road.open for road in roads]
        assert openness == sorted(openness, reverse=True)


def test_every_law_fact_named_by_the_engine_exists() -> None:
    named = set()
    for path in (ROOT / "bot" / "law").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and re.fullmatch(r"LAW-[A-Z]+-\d+[a-z]?", str(node.value)):
                named.add(node.value)
    assert len(named) > 80
    assert named <= law_ids()


def test_what_is_no_wages_and_households_never_go_to_inspection() -> None:
    for told in combinations():
        found = assess(told, TODAY)
        if not found.nature.labour or told["debtor_kind"].value == "household":
            assert not next(road for road in found.roads if road.route == "inspection").open
            assert "labour_inspection" not in {office.kind for office in found.offices}
            assert "inspection" not in {limit.what for limit in found.limits}


def test_contractor_rules_stay_on_building_sites() -> None:
    for told in combinations():
        if told["industry"].value == "factory":
            assert "general_contractor" not in {payer.role for payer in assess(told, TODAY).payers}


def test_a_running_procedure_closes_inspection() -> None:
    for told in combinations():
        if "other_proceeding" in told and told["other_proceeding"].value != "none":
            assert not next(road for road in assess(told, TODAY).roads if road.route == "inspection").open


@pytest.mark.parametrize("seed", range(5))
def test_strange_facts_never_raise(seed: int) -> None:
    dice = random.Random(seed)
    states = ("known", "vague", "unknown", "second_hand", "skipped")
    for _ in range(400):
        told = {
            slot: Fact(dice.choice(states), dice.choice(ODD), dice.choice(ODD), dice.choice(ODD), "工程款 包工")  # type: ignore[arg-type]
            for slot in dice.sample(SLOTS, dice.randint(0, len(SLOTS)))
        }
        found = assess(told, TODAY)
        assert found.keys() <= sentences().keys()
        assert first_help(told, TODAY).phone in ("12333", "12345", "12348")
        assert review(told).key in sentences() and _stands(told) <= sentences().keys()
        check = check_sum(CaseFacts(told))
        assert check is None or check.key in sentences()
        for sum_ in findings(told, TODAY):
            assert sum_.key in sentences() and sum_.low >= 0


def test_nobody_is_told_that_it_is_too_late() -> None:
    for key, entry in sentences().items():
        assert not any(word in entry["text"] for word in ("太晚", "来不及", "没希望", "已经过期")), key
