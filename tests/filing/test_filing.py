"""Filing once, whatever happens."""
from __future__ import annotations

import multiprocessing
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Waiting
from contextlib import ExitStack
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.cases import drafts, evidence
from bot.cases.models import Filing, FilingEvent
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.filing import desk
from bot.filing.numbers import next_number
from bot.filing.service import DEMO, Filed, FilingRefused, NotPreviewed, file_complaint, may_change, withdraw
from bot.filing.status import Status, look_up, own_status
from tests.support.stores import NOW, PNG, STATION, later, open_at, previewed


def file_one(store: Store, sender: str = "甲", station: str = STATION) -> Filed:
    with store.session() as session:
        previewed(session, sender)
        return file_complaint(session, sender, NOW, station)


def test_a_filing_has_a_receipt_three_words_and_its_receiver(store: Store) -> None:
    filed = file_one(store)
    assert re.fullmatch(r"MX-2026-\d{7}", filed.receipt)
    assert len(set(filed.words)) == 3 and all(len(word) == 2 for word in filed.words)
    assert (filed.filed_with, filed.filed_at, filed.again) == (STATION, NOW, False)


def test_without_a_station_it_is_a_demonstration(store: Store) -> None:
    filed = file_one(store, station="")
    assert filed.filed_with == DEMO and filed.demo
    with store.session() as session:
        status = own_status(session, "甲")[0]
        assert status.state == "confirmed" and status.demo
    assert not file_one(store, "乙").demo


def test_nothing_is_filed_that_was_not_previewed(store: Store) -> None:
    with store.session() as session:
        for stage in ("claim", "assessed", "evidence", "papers"):
            drafts.save(session, "甲", facts={}, form=None, asked=None, answered=[], stage=stage, now=NOW)
            with pytest.raises(NotPreviewed):
                file_complaint(session, "甲", NOW, STATION)
        assert session.scalar(select(func.count()).select_from(Filing)) == 0


def test_nothing_is_filed_without_a_case(store: Store) -> None:
    with store.session() as session, pytest.raises(FilingRefused, match="no_case"):
        file_complaint(session, "甲", NOW, STATION)


def test_the_second_yes_gives_the_same_receipt_and_no_words(store: Store) -> None:
    first = file_one(store)
    with store.session() as session:
        second = file_complaint(session, "甲", later(seconds=2), STATION)
    assert (second.receipt, second.words, second.again, second.filed_at) == (first.receipt, (), True, NOW)


def test_the_second_yes_after_the_preview_was_saved_again_is_no_second_filing(store: Store) -> None:
    first = file_one(store)
    second = file_one(store)
    assert second.again and second.receipt == first.receipt


def test_a_rolled_back_filing_leaves_nothing_and_can_be_done_again(store: Store) -> None:
    with pytest.raises(RuntimeError), store.session() as session:
        previewed(session, "甲")
        file_complaint(session, "甲", NOW, STATION)
        raise RuntimeError
    assert file_one(store).again is False


def test_many_clicks_at_once_give_one_filing(store: Store) -> None:
    with store.session() as session:
        previewed(session, "甲")

    def click(_turn: int) -> Filed:
        with store.session() as session:
            return file_complaint(session, "甲", NOW, STATION)

    with ThreadPoolExecutor(8) as pool:
        filed = list(pool.map(click, range(16)))
    assert sum(not one.again for one in filed) == 1
    assert len({one.receipt for one in filed}) == 1
    with store.session() as session:
        assert session.scalar(select(func.count()).select_from(Filing)) == 1
        assert session.scalar(select(func.count()).select_from(FilingEvent)) == 1


def _file_in_a_process(url: str, folder: str, senders: list[str]) -> list[tuple[str, bool]]:
    store = open_at(url, Path(folder))
    found = []
    for sender in senders:
        with store.session() as session:
            previewed(session, sender)
            filed = file_complaint(session, sender, NOW, STATION)
        found.append((filed.receipt, filed.again))
    store.close()
    return found


def test_processes_at_once_give_each_worker_one_number_of_his_own(store: Store, tmp_path: Path) -> None:
    senders = [f"工人{number}" for number in range(8)]
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        runs = pool.starmap(_file_in_a_process, [(store.url, str(tmp_path), senders)] * 3)
    receipts = [receipt for run in runs for receipt, again in run if not again]
    assert len(receipts) == len(set(receipts)) == len(senders)
    assert all([receipt for receipt, _again in run] == [receipt for receipt, _again in runs[0]] for run in runs)


def test_numbers_never_repeat_when_many_are_made_at_once(store: Store) -> None:
    def some(_turn: int) -> list[str]:
        made = []
        for _ in range(10):
            with store.session() as session:
                made.append(next_number(session, NOW))
        return made

    with ThreadPoolExecutor(6) as pool:
        numbers = [number for made in pool.map(some, range(6)) for number in made]
    assert len(set(numbers)) == 60
    assert sorted(numbers)[-1] == "MX-2026-0000060"


def test_the_year_of_a_number_is_that_of_china(store: Store) -> None:
    with store.session() as session:
        assert next_number(session, datetime(2026, 12, 31, 16, 30, tzinfo=timezone.utc)) == "MX-2027-0000001"


def test_within_an_hour_it_can_be_taken_back_and_filed_again(store: Store) -> None:
    first = file_one(store)
    with store.session() as session:
        taken = withdraw(session, "甲", later(minutes=59))
        assert (taken.receipt, taken.done, taken.again) == (first.receipt, True, False)
        assert withdraw(session, "甲", later(minutes=59)).again
        with pytest.raises(NotPreviewed):
            file_complaint(session, "甲", later(minutes=59), STATION)
        previewed(session, "甲")
        second = file_complaint(session, "甲", later(hours=2), STATION)
        assert (second.receipt, second.again, second.version) == (first.receipt, False, 2)
        assert len(second.words) == 3
        assert isinstance(look_up(session, "乙", second.receipt, second.words, later(hours=2)), Status)


def test_after_an_hour_taking_back_is_a_request_asked_once(store: Store) -> None:
    file_one(store)
    with store.session() as session:
        asked = withdraw(session, "甲", later(minutes=61))
        again = withdraw(session, "甲", later(minutes=62))
        status = own_status(session, "甲")[0]
    assert (asked.done, asked.again, again.again) == (False, False, True)
    assert (status.state, [event.what for event in status.events]) == ("delivered", ["filed", "withdraw_asked"])


def change(session: Session, sender: str, now: datetime, paid: int) -> Filed:
    """Another sum, previewed and filed."""
    previewed(session, sender, now, paid_amount=Fact("known", paid))
    return file_complaint(session, sender, now, STATION)


def test_an_amendment_keeps_the_receipt_and_the_words(store: Store) -> None:
    first = file_one(store)
    with store.session() as session:
        second = change(session, "甲", later(minutes=30), 500)
        again = file_complaint(session, "甲", later(minutes=31), STATION)
        status = look_up(session, "乙", first.receipt, first.words, later(minutes=40))
    assert (second.receipt, second.version, second.words, second.again) == (first.receipt, 2, (), False)
    assert again.again
    assert isinstance(status, Status) and [event.what for event in status.events] == ["filed", "superseded", "amended"]


def test_a_change_does_not_begin_the_hour_anew(store: Store) -> None:
    file_one(store)
    with store.session() as session:
        change(session, "甲", later(minutes=30), 500)
        change(session, "甲", later(minutes=59), 600)
        assert may_change(session, "甲", later(minutes=60)) and not may_change(session, "甲", later(minutes=61))
        with pytest.raises(FilingRefused, match="after_one_hour"):
            change(session, "甲", later(minutes=61), 700)
        assert not withdraw(session, "甲", later(minutes=61)).done


def test_the_hour_begins_anew_when_the_desk_sent_it_back_or_it_was_taken_back(store: Store) -> None:
    receipt = file_one(store).receipt
    with store.session() as session:
        desk.answer(session, receipt, "少了考勤。", "sent_back", later(hours=2))
        assert may_change(session, "甲", later(hours=3))
        change(session, "甲", later(hours=3), 500)
        assert may_change(session, "甲", later(hours=4)) and not may_change(session, "甲", later(hours=4, minutes=1))
        change(session, "甲", later(hours=3, minutes=30), 600)
        assert withdraw(session, "甲", later(hours=3, minutes=59)).done
        assert not may_change(session, "甲", later(hours=3, minutes=59))
        change(session, "甲", later(hours=9), 700)
        assert may_change(session, "甲", later(hours=10)) and not may_change(session, "甲", later(hours=10, minutes=1))


def test_without_a_filing_or_when_it_is_closed_there_is_nothing_to_change(store: Store) -> None:
    with store.session() as session:
        assert not may_change(session, "甲", NOW)
        previewed(session, "甲")
        assert not may_change(session, "甲", NOW)
        filed = file_complaint(session, "甲", NOW, STATION)
        assert may_change(session, "甲", NOW)
        desk.answer(session, filed.receipt, "已付清。", "paid", NOW)
        assert not may_change(session, "甲", NOW)


def meanwhile(work: Callable[[], Any], do: Callable[[], Any]) -> Any:
    """Do `work` in a thread while this transaction is open; what came of it after `do` has ended the transaction."""
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(work)
        with pytest.raises(Waiting):
            future.result(timeout=0.5)
        do()
        return future.result(timeout=20)


def test_taking_back_waits_for_an_answer_of_the_desk_and_does_not_overwrite_it(store: Store) -> None:
    receipt = file_one(store).receipt

    def take_back() -> str:
        with store.session() as session:
            try:
                return str(withdraw(session, "甲", later(minutes=5)))
            except FilingRefused as refused:
                return refused.reason

    with ExitStack() as open_transaction:
        session = open_transaction.enter_context(store.session())
        desk.answer(session, receipt, "已付清。", "paid", later(minutes=4))
        assert meanwhile(take_back, open_transaction.close) == "closed"
    with store.session() as session:
        assert own_status(session, "甲")[0].outcome == "paid"


def test_an_answer_of_the_desk_waits_for_a_change_and_reaches_the_new_version(store: Store) -> None:
    receipt = file_one(store).receipt

    def answer() -> str:
        with store.session() as session:
            return desk.answer(session, receipt, "在办了。", "accepted", later(minutes=6)).state

    with ExitStack() as open_transaction:
        session = open_transaction.enter_context(store.session())
        change(session, "甲", later(minutes=5), 500)
        assert meanwhile(answer, open_transaction.close) == "accepted"
    with store.session() as session:
        found = [(row.version, row.state, row.active) for row in session.scalars(select(Filing).order_by(Filing.version))]
    assert found == [(1, "delivered", False), (2, "accepted", True)]


def test_new_evidence_is_an_amendment_too(store: Store) -> None:
    file_one(store)
    with store.session() as session:
        evidence.add(session, "甲", data=PNG, filename="欠条.png", kind="iou", now=later(minutes=5))
        previewed(session, "甲")
        assert file_complaint(session, "甲", later(minutes=6), STATION).version == 2


def test_an_amendment_must_be_previewed(store: Store) -> None:
    file_one(store)
    with store.session() as session:
        drafts.save(session, "甲", facts={}, form=None, asked=None, answered=[], stage="papers", now=NOW)
        assert file_complaint(session, "甲", later(minutes=5), STATION).again
        assert session.scalar(select(func.count()).select_from(Filing)) == 1


def test_after_an_hour_an_amendment_is_refused_and_the_filing_stays(store: Store) -> None:
    file_one(store)
    with store.session() as session:
        with pytest.raises(FilingRefused, match="after_one_hour"):
            change(session, "甲", later(minutes=61), 500)
        assert session.scalar(select(func.count()).select_from(Filing)) == 1
