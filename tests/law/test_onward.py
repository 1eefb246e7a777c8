"""Which road comes next, after what happened on the others."""
from __future__ import annotations

from datetime import date

import pytest

from bot.chinese.values import Fact
from bot.law.onward import Taken, next_road, onward

TODAY = date(2026, 12, 23)
COMPANY = {
    "debtor_kind": Fact("known", "company"), "debtor_name": Fact("known", "宏达建筑有限公司"),
    "owed_amount": Fact("known", 12000), "start_date": Fact("known", "2026-03-01"), "end_date": Fact("known", "2026-08-31"),
    "still_working": Fact("known", False)}
RULING = {"ruling_kind": Fact("known", "award"), "ruling_date": Fact("known", "2026-12-01"),
          "ruling_pay_by": Fact("known", "2026-12-20")}
ROADS = [
    ([], {}, "inspection"),
    (["inspection/handed_in"], {}, "inspection"),
    (["inspection/handed_in", "inspection/no_answer"], {}, "arbitration"),
    (["inspection/refused"], {}, "arbitration"),
    (["inspection/not_paid"], {}, "arbitration"),
    (["inspection/refused", "arbitration/handed_in"], {}, "arbitration"),
    (["arbitration/handed_in", "arbitration/refused"], {}, "lawsuit"),
    (["arbitration/handed_in", "arbitration/no_answer"], {}, "lawsuit"),
    (["arbitration/handed_in", "arbitration/award"], RULING, "enforcement"),
    (["arbitration/award"], {}, "enforcement"),
    (["arbitration/award", "arbitration/not_paid"], RULING, "enforcement"),
    (["arbitration/award", "lawsuit/appealed"], RULING, "lawsuit"),
    (["lawsuit/handed_in"], {}, "lawsuit"),
    (["lawsuit/handed_in", "lawsuit/judgment"], {}, "enforcement"),
    (["payment_order/handed_in"], {}, "payment_order"),
    (["payment_order/payment_order"], RULING, "enforcement"),
    (["payment_order/payment_order", "payment_order/objected"], {}, "arbitration"),
]


def taken(steps: list[str], note: str = "") -> list[Taken]:
    """Steps written road/what."""
    return [Taken(*step.split("/"), None, note) for step in steps]  # type: ignore[misc]


@pytest.mark.parametrize(("steps", "more", "road"), ROADS, ids=[" ".join(row[0]) or "nothing" for row in ROADS])
def test_the_next_road(steps: list[str], more: dict[str, Fact], road: str) -> None:
    assert next_road({**COMPANY, **more}, taken(steps), TODAY)[0] == road


def test_who_lost_his_arbitration_is_sent_to_the_court() -> None:
    assert next_road(COMPANY, taken(["arbitration/award"], "仲裁输了"), TODAY)[0] == "lawsuit"


def test_the_facts_of_the_case_are_not_changed() -> None:
    before = dict(COMPANY)
    after = onward(COMPANY, taken(["inspection/no_answer"], "监察没理我"))
    assert before == COMPANY and after["already_tried"].value == ["inspection"]


def test_the_day_for_paying_begins_the_two_years_of_enforcement() -> None:
    found = onward({**COMPANY, **RULING}, taken(["arbitration/award"]))
    assert found["judgment_date"].value == "2026-12-20" and found["award_date"].value == "2026-12-01"
