"""One filing, one debtor."""
from __future__ import annotations

from typing import Any

import pytest

from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.filing.same_claim import identity, is_other, set_aside
from bot.filing.service import OtherClaim, file_complaint
from bot.filing.status import own_status
from tests.support.stores import NOW, STATION, later

FILED = {"debtor_kind": Fact("known", "foreman"), "debtor_name": Fact("known", "老周"), "owed_amount": Fact("known", 15000)}
OTHER = {**FILED, "debtor_name": Fact("known", "刘大柱")}


def preview(store: Store, facts: dict[str, Fact]) -> None:
    with store.session() as session:
        drafts.save(session, "甲", facts=facts, form=None, asked=None, answered=[], stage="previewed", now=NOW)


@pytest.mark.parametrize(("changed", "other"), [
    ({"debtor_name": "刘大柱"}, True), ({"debtor_name": "老周建筑公司"}, False), ({"owed_amount": 16000}, False),
    ({"debtor_kind": "company"}, False), ({"debtor_kind": "company", "owed_amount": 2500}, True),
])
def test_another_name_or_another_kind_and_sum_may_be_another_claim(changed: dict[str, Any], other: bool) -> None:
    assert is_other(FILED, {**FILED, **{slot: Fact("known", value) for slot, value in changed.items()}}) is other


def test_a_changed_debtor_is_filed_only_when_he_said_that_it_is_the_same_claim(store: Store) -> None:
    preview(store, FILED)
    with store.session() as session:
        first = file_complaint(session, "甲", NOW, STATION)
    preview(store, OTHER)
    with store.session() as session, pytest.raises(OtherClaim):
        file_complaint(session, "甲", later(minutes=5), STATION)
    with store.session() as session:
        again = file_complaint(session, "甲", later(minutes=5), STATION, same=identity(OTHER))
    assert (again.receipt, again.again, again.version) == (first.receipt, False, 2)


def test_a_claim_put_aside_stays_as_it_was_filed_and_the_next_one_gets_its_own_number(store: Store) -> None:
    preview(store, FILED)
    with store.session() as session:
        first = file_complaint(session, "甲", NOW, STATION)
    preview(store, OTHER)
    with store.session() as session:
        assert set(set_aside(session, "甲", NOW)) == {"debtor_name"}
        assert drafts.load(session, "甲") is None
    preview(store, OTHER)
    with store.session() as session:
        second = file_complaint(session, "甲", later(minutes=5), STATION)
        assert {status.receipt for status in own_status(session, "甲")} == {first.receipt, second.receipt}
    assert first.receipt != second.receipt
