"""Double pay: who worked for a foreman or a household is not sent to ask for it, and the assessment agrees with the answer."""
from __future__ import annotations

from datetime import date

import pytest

from bot.chinese.values import Fact
from bot.content import load
from bot.content.saying import messages
from bot.law.assess import assess

PRIVATE = ("foreman", "household")
NEED = "no_contract_double_pay"
OFFER = ["可以要二倍工资", "可以去仲裁要二倍工资"]


def said(kind: str, brief: bool = False) -> str:
    """The whole answer for a kind of debtor."""
    content = load()
    parts = messages(content.answers[NEED], {"debtor_kind": kind}, content.words["answers"], brief)
    return "\n".join(part.text for part in parts)


@pytest.mark.parametrize("kind", PRIVATE)
@pytest.mark.parametrize("brief", [False, True])
def test_a_private_employers_worker_hears_that_he_gets_none_and_his_own_limit(kind: str, brief: bool) -> None:
    told = said(kind, brief)
    assert "一般要不到二倍工资" in told and "3年内去法院" in told
    assert not any(offer in told for offer in OFFER)
    assert brief is False or "1年" not in told


@pytest.mark.parametrize("kind", ["company", "labour_agency"])
def test_a_companys_worker_is_sent_to_arbitration(kind: str) -> None:
    told = said(kind)
    assert "可以要二倍工资" in told and "仲裁委" in told and "3年" not in told


def test_what_is_said_beside_another_answer_is_true_for_both() -> None:
    line = load().answers[NEED].second
    assert "公司" in line.say and "跟包工头干的，一般要不到" in line.say and "LAW-WAGE-19" in line.laws


@pytest.mark.parametrize("company", [None, "宏达建设有限公司"])
def test_the_arbitration_of_a_foremans_man_is_said_to_be_against_the_company_behind(company: str | None) -> None:
    told = {"debtor_kind": Fact("known", "foreman"), "industry": Fact("known", "building"),
            "end_date": Fact("known", "2026-06-01"), "has_contract": Fact("known", False, words="没签合同"),
            "owed_amount": Fact("known", 8000, words="没签合同能要双倍工资吗")}
    facts = told | ({"general_contractor": Fact("known", company)} if company else {})
    found = assess(facts, date(2026, 11, 22))
    (limit,) = [limit for limit in found.limits if limit.what == "arbitration"]
    assert found.relation.key == "relation_foreman_no_double"
    assert "公司" in load().assessment["limits"][limit.key]["text"]
    road = next(road for road in found.roads if road.route == "arbitration")
    assert road.open is bool(company)
