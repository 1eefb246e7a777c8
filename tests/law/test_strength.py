"""How strong a case is: the table of cases, and what must hold for every mixture of proof."""
from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest

from bot.chinese.values import Fact
from bot.law.evidence import PROVES
from bot.law.strength import PREFER, RANK, SAID, UNITS, Standing, standing
from tests.law.tables import TODAY, facts, law_ids, names, rows, sentences

DEBTORS = ("company", "foreman", "labour_agency", "household", "unknown")
TRADES = ("building", "factory", "domestic", None)
MIXES = [(), *combinations(PROVES, 1), *combinations(PROVES, 2)]
LONGEST_LINE = 34


def of(**told: Any) -> Standing:
    """The standing of a case today; None is not told."""
    return standing({slot: Fact("known", value) for slot, value in told.items() if value is not None}, TODAY)


def mixtures(debtor: str, **told: Any) -> list[tuple[tuple[str, ...], Standing]]:
    """Every trade and every mixture of at most two kinds of proof."""
    return [(mix, of(debtor_kind=debtor, industry=trade, evidence_held=list(mix), **told)) for trade in TRADES for mix in MIXES]


@pytest.mark.parametrize("row", rows("strength"), ids=names("strength"))
def test_each_fact_says_how_strong_it_is_and_what_lifts_it_most(row: dict[str, Any]) -> None:
    found = standing(facts(row["facts"]), row.get("today", TODAY))
    told = {part.element: [part.strength, part.lift, part.becomes] if part.lift else [part.strength] for part in found.parts}
    assert told == {element: [str(word) for word in words] for element, words in row["parts"].items()}
    assert (list(found.documents), found.key, found.late_key) == (row["brings"], row["key"], row.get("late", ""))
    assert found.weakest == row["weakest"]
    assert set(row["laws"]) <= {law for part in found.parts for law in part.laws} <= law_ids()


def test_the_table_holds_enough_cases_and_every_sentence_on_what_the_other_side_brings() -> None:
    table = rows("strength")
    assert len(table) >= 40 and len(set(names("strength"))) == len(table)
    told = {row["key"] for row in table} | {row["late"] for row in table if row.get("late")}
    assert {key for key in sentences() if key.startswith("bring_")} == told


@pytest.mark.parametrize("debtor", DEBTORS)
@pytest.mark.parametrize("told", [
    {}, {"still_working": True}, {"still_working": False, "people_count": 1},
    {"paid_amount": 0, "start_date": "2026-03-01", "owed_period": ["2026-03-01", "2026-05-01"]},
    {"claim_words": "我包的外架工程款八万没给"},
], ids=["nothing", "still there", "left alone", "never paid", "project money"])
def test_what_is_advised_lifts_the_fact_can_be_said_and_is_not_held_already(debtor: str, told: dict[str, Any]) -> None:
    for mix, found in mixtures(debtor, **told):
        assert [part.element for part in found.parts] == list(SAID)
        for part in found.parts:
            assert (part.lift is None) == (part.strength == "strong") == (part.key == "")
            if part.lift is not None:
                assert part.lift not in mix and RANK[part.becomes] > RANK[part.strength], (mix, part)
                assert set(sentences()[part.key]["laws"]) <= law_ids()
        assert found.key in sentences() and found.closing in sentences()


def test_every_kind_that_may_be_advised_proves_the_fact() -> None:
    assert {(element, kind) for element, kinds in PREFER.items() for kind in kinds if element not in PROVES[kind]} == set()


def test_a_line_fits_on_a_phone() -> None:
    for key, entry in sentences().items():
        if key.startswith("lift_"):
            assert len("给谁干活：不够稳。" + entry["text"]) <= LONGEST_LINE, key


@pytest.mark.parametrize("debtor", DEBTORS)
def test_only_a_unit_brings_papers(debtor: str) -> None:
    assert bool(of(debtor_kind=debtor).documents) is (debtor in UNITS)


def test_no_contract_is_asked_of_a_unit_that_signed_none() -> None:
    assert "contract" not in of(debtor_kind="company", has_contract=False).documents
    assert "contract" in of(debtor_kind="company").documents


def test_papers_that_prove_a_fact_stand_beside_it_and_nobody_brings_who_he_is() -> None:
    brings = {part.element: part.brings for part in of(debtor_kind="company").parts}
    assert brings["who"] == () and brings["period"] == ("payroll", "attendance") and "roster" in brings["relation"]


@pytest.mark.parametrize(("last", "late"), [("2023-11-22", ""), ("2023-11-21", "bring_late")])
def test_after_three_years_the_ledger_may_be_gone(last: str, late: str) -> None:
    found = of(debtor_kind="company", owed_period=["2023-01-01", last])
    assert found.late_key == late
    assert standing({"debtor_kind": Fact("known", "company")}, date(2040, 1, 1)).late_key == ""


def test_a_household_shows_no_board_and_gives_no_cards() -> None:
    for _, found in mixtures("household"):
        assert not {part.lift for part in found.parts} & {"rights_board", "work_card", "site_photo", "payslip"}


def test_money_that_is_no_pay_is_never_put_on_a_wage_paper() -> None:
    for _, found in mixtures("company", claim_words="我包的外架工程款八万没给"):
        assert not {part.lift for part in found.parts} & {"iou", "payslip", "social_insurance"}
        assert found.key == "bring_no_wages" and found.documents == ()
