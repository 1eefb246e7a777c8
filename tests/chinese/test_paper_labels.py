"""A value told under the label of an IOU."""
from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.chinese.paper_labels import told_label

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(("said", "told"), [
    ("欠款人是张建业", {"debtor_name": "张建业"}), ("欠款人应该是张建业", {"debtor_name": "张建业"}),
    ("名字不对，是张建业", {"debtor_name": "张建业"}), ("是张建业", {"debtor_name": "张建业"}),
    ("工人是李大川", {"worker_name": "李大川"}), ("金额是9000", {"owed_amount": 9000}), ("数是九千六", {"owed_amount": 9600}),
    ("欠款人：四川弘大建筑劳务有限公司", {"debtor_name": "四川弘大建筑劳务有限公司"}),
    ("项目是锦云花园三期", {"project_name": "锦云花园三期"}),
    ("是", {}), ("是的", {}), ("欠款人是谁", {}), ("是木工", {}), ("好的", {}), ("怎么收集证据", {}), ("", {})])
def test_a_label_and_its_value_are_one_fact(said: str, told: dict[str, Any]) -> None:
    assert {slot: fact.value for slot, fact in told_label(said, TODAY).items()} == told
