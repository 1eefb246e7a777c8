"""Filing once, whatever happens."""
from __future__ import annotations

import multiprocessing
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.cases import drafts, evidence
from bot.cases.models import Filing, FilingEvent
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.filing.numbers import next_number
from bot.filing.service import DEMO, Filed, FilingRefused, NotPreviewed, amend, file_complaint, new_words, withdraw
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
    assert file_one(store, station="").filed_with == DEMO
    with store.session() as session:
        assert own_status(session, "甲")[0].state == "confirmed"


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
    from datetime import datetime, timezone

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


def test_an_amendment_keeps_the_receipt_and_the_words(store: Store) -> None:
    first = file_one(store)
    with store.session() as session:
        previewed(session, "甲", paid_amount=Fact("known", 500))
        second = amend(session, "甲", later(minutes=30))
        again = amend(session, "甲", later(minutes=31))
        status = look_up(session, "乙", first.receipt, first.words, later(minutes=40))
    assert (second.receipt, second.version, second.words, second.again) == (first.receipt, 2, (), False)
    assert again.again
    assert isinstance(status, Status) and [event.what for event in status.events] == ["filed", "superseded", "amended"]


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
        with pytest.raises(NotPreviewed):
            amend(session, "甲", later(minutes=5))


@pytest.mark.parametrize("what", [amend, file_complaint])
def test_after_an_hour_an_amendment_is_refused_and_the_filing_stays(store: Store, what: object) -> None:
    file_one(store)
    with store.session() as session:
        previewed(session, "甲", paid_amount=Fact("known", 500))
        with pytest.raises(FilingRefused, match="after_one_hour"):
            what(session, "甲", later(minutes=61), STATION)  # type: ignore[operator]
        assert session.scalar(select(func.count()).select_from(Filing)) == 1


def test_new_words_replace_the_old_ones(store: Store) -> None:
    filed = file_one(store)
    with store.session() as session:
        words = new_words(session, "甲")
        assert not isinstance(look_up(session, "乙", filed.receipt, filed.words, NOW), Status)
        assert isinstance(look_up(session, "乙", filed.receipt, words, NOW), Status)
