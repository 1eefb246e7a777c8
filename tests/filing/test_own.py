"""Several filings of one worker: each is found by its receipt, taken back or opened for a change without touching the others."""
from __future__ import annotations

import pytest
from sqlalchemy import update

from bot.cases import drafts, evidence
from bot.cases.models import Filing
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.filing import own
from bot.filing.same_claim import set_aside
from bot.filing.service import FilingRefused, file_complaint, withdraw
from bot.filing.status import own_status
from tests.support.stores import NOW, PNG, STATION, later, previewed

FIRST = {"debtor_kind": Fact("known", "foreman"), "debtor_name": Fact("known", "老周"), "owed_amount": Fact("known", 15000)}
SECOND = {**FIRST, "debtor_name": Fact("known", "刘大柱")}


def save(store: Store, facts: dict[str, Fact], stage: str = "previewed") -> None:
    with store.session() as session:
        drafts.save(session, "甲", facts=facts, form=None, asked=None, answered=[], stage=stage, now=NOW)


@pytest.fixture
def receipts(store: Store) -> tuple[str, str]:
    """The receipts of two filings, a quarter of an hour apart; the second is in hand."""
    save(store, FIRST)
    with store.session() as session:
        first = file_complaint(session, "甲", NOW, STATION).receipt
        set_aside(session, "甲", later(minutes=10))
    save(store, SECOND)
    with store.session() as session:
        return first, file_complaint(session, "甲", later(minutes=15), STATION).receipt


def states(store: Store) -> dict[str, str | None]:
    """Receipt -> outcome of all his filings."""
    with store.session(read_only=True) as session:
        return {status.receipt: status.outcome for status in own_status(session, "甲")}


def test_open_filings_are_told_oldest_first_with_their_facts_and_hours(store: Store, receipts: tuple[str, str]) -> None:
    with store.session(read_only=True) as session:
        found = own.open_filings(session, "甲", later(minutes=65))
        assert own.open_filings(session, "乙", later(minutes=65)) == []
    assert [one.receipt for one in found] == list(receipts)
    assert [one.facts["debtor_name"].value for one in found] == ["老周", "刘大柱"]
    assert [one.may_change for one in found] == [False, True]


def test_the_first_of_two_is_withdrawn_by_its_receipt_and_the_second_stays(store: Store, receipts: tuple[str, str]) -> None:
    with store.session() as session:
        taken = withdraw(session, "甲", later(minutes=20), receipts[0])
    assert (taken.receipt, taken.done, taken.again) == (receipts[0], True, False)
    assert states(store) == {receipts[0]: "withdrawn", receipts[1]: None}


def test_a_receipt_of_somebody_else_withdraws_nothing(store: Store, receipts: tuple[str, str]) -> None:
    with store.session() as session:
        drafts.save(session, "乙", facts=FIRST, form=None, asked=None, answered=[], stage="claim", now=NOW)
        with pytest.raises(FilingRefused) as refused:
            withdraw(session, "乙", later(minutes=20), receipts[0])
    assert refused.value.reason == "no_case" and set(states(store).values()) == {None}


def test_without_a_receipt_the_case_in_hand_is_meant(store: Store, receipts: tuple[str, str]) -> None:
    with store.session() as session:
        assert withdraw(session, "甲", later(minutes=20)).receipt == receipts[1]


def test_a_filed_case_is_taken_in_hand_and_the_other_is_put_aside_as_it_was_filed(
    store: Store, receipts: tuple[str, str],
) -> None:
    save(store, {**SECOND, "owed_amount": Fact("known", 99)}, "papers")
    with store.session() as session:
        assert own.take_up(session, "甲", receipts[0], later(minutes=20))
    with store.session() as session:
        draft = drafts.load(session, "甲")
        assert draft is not None and (draft.number, draft.stage) == (receipts[0], "filed")
        assert draft.facts["debtor_name"].value == "老周"
        assert own.take_up(session, "甲", receipts[1], later(minutes=21))
    with store.session(read_only=True) as session:
        draft = drafts.load(session, "甲")
    assert draft is not None and draft.number == receipts[1] and draft.facts["owed_amount"].value == 15000


def test_a_claim_that_was_never_filed_is_not_put_aside(store: Store, receipts: tuple[str, str]) -> None:
    with store.session() as session:
        set_aside(session, "甲", later(minutes=20))
    save(store, {"debtor_name": Fact("known", "王五")}, "claim")
    with store.session() as session:
        assert not own.take_up(session, "甲", receipts[0], later(minutes=25))
        draft = drafts.load(session, "甲")
    assert draft is not None and draft.number is None and draft.facts["debtor_name"].value == "王五"


def test_a_case_begun_without_a_fact_makes_room(store: Store, receipts: tuple[str, str]) -> None:
    with store.session() as session:
        set_aside(session, "甲", later(minutes=20))
    save(store, {}, "claim")
    with store.session() as session:
        assert own.take_up(session, "甲", receipts[0], later(minutes=25))
        draft = drafts.load(session, "甲")
    assert draft is not None and draft.number == receipts[0]


def test_a_receipt_of_nobody_or_of_the_case_in_hand_changes_nothing(store: Store, receipts: tuple[str, str]) -> None:
    with store.session() as session:
        assert not own.take_up(session, "甲", "MX-2026-0009999", later(minutes=20))
        assert own.take_up(session, "甲", receipts[1], later(minutes=20))
        draft = drafts.load(session, "甲")
    assert draft is not None and draft.number == receipts[1]


def test_what_a_filing_names_stays_with_it_until_it_is_withdrawn_and_what_came_later_is_free(store: Store) -> None:
    with store.session() as session:
        previewed(session, "甲")
        named = evidence.add(session, "甲", data=PNG, filename="a", now=NOW)
        assert own.filed_items(session, "甲") == set()
        file_complaint(session, "甲", NOW, STATION)
        evidence.add(session, "甲", data=PNG + b"later", filename="b", now=later(minutes=1))
        assert own.filed_items(session, "甲") == {named.id} and own.filed_items(session, "乙") == set()
        session.execute(update(Filing).values(state="closed", outcome="paid"))
        assert own.filed_items(session, "甲") == {named.id}
        session.execute(update(Filing).values(state="confirmed", outcome=None))
        session.expire_all()
        assert withdraw(session, "甲", NOW)
        assert own.filed_items(session, "甲") == set()
