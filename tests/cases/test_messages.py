"""Links, outgoing messages, turns, and the sweep."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from bot.cases import links, outgoing, personal, secrets_out, turns
from bot.cases.models import FileLink, Outgoing, Turn
from bot.cases.store import Store
from bot.cases.sweep import sweep
from bot.filing.status import look_up
from tests.support.stores import NOW, later, previewed


def test_a_link_is_good_for_a_day_and_as_often_as_it_is_opened(store: Store) -> None:
    with store.session() as session:
        case = previewed(session, "甲").case_id
        token = links.make(session, "甲", "wage_iou", "pdf", NOW)
        assert len(token) >= 32
        for hours in (0, 12, 24):
            assert links.open_link(session, token, later(hours=hours)) == (case, "wage_iou", "pdf")
        assert links.open_link(session, token, later(hours=24, seconds=1)) is None
        assert links.open_link(session, token + "x", NOW) is None
        assert session.scalar(select(FileLink.token_hash)) != token


def test_there_is_no_link_without_a_case(store: Store) -> None:
    with store.session() as session, pytest.raises(LookupError):
        links.make(session, "甲", "wage_iou", "pdf", NOW)


def test_a_message_is_delivered_once_and_in_order(store: Store) -> None:
    with store.session() as session:
        assert outgoing.put(session, "甲", "二", {"kind": "deadline"}, later(minutes=2), "b")
        assert outgoing.put(session, "甲", "一", None, NOW, "a")
        assert not outgoing.put(session, "甲", "一", None, NOW, "a")
        assert outgoing.put(session, "乙", "别人的", None, NOW, "a")
    with store.session() as session:
        taken = outgoing.take(session, "甲", later(minutes=5))
        assert [(one["text"], one["payload"]) for one in taken] == [("一", None), ("二", {"kind": "deadline"})]
        assert outgoing.take(session, "甲", later(minutes=5)) == []
        assert not outgoing.put(session, "甲", "一", None, later(days=1), "a")


def test_a_message_waits_for_its_day(store: Store) -> None:
    with store.session() as session:
        outgoing.put(session, "甲", "明天去", None, NOW, "k", due=later(days=1))
        assert outgoing.take(session, "甲", later(hours=23)) == [] and outgoing.waiting_senders(session, later(hours=23)) == []
        assert outgoing.waiting_senders(session, later(days=1)) == ["甲"]
        assert len(outgoing.take(session, "甲", later(days=1))) == 1


def test_a_message_whose_delivery_failed_comes_again(store: Store) -> None:
    with store.session() as session:
        outgoing.put(session, "甲", "一", None, NOW, "a")
    with pytest.raises(ConnectionError), store.session() as session:
        assert outgoing.take(session, "甲", NOW)
        raise ConnectionError
    with store.session() as session:
        assert len(outgoing.take(session, "甲", NOW)) == 1


def test_two_pollers_do_not_get_the_same_message(store: Store) -> None:
    with store.session() as session:
        for turn in range(10):
            outgoing.put(session, "甲", str(turn), None, NOW, str(turn))

    def poll(_turn: int) -> list[str]:
        with store.session() as session:
            return [one["text"] for one in outgoing.take(session, "甲", NOW)]

    with ThreadPoolExecutor(4) as pool:
        got = [text for texts in pool.map(poll, range(4)) for text in texts]
    assert sorted(got) == [str(turn) for turn in range(10)]


def test_the_same_message_gets_the_same_replies(store: Store) -> None:
    replies = [{"text": "先打12333"}, {"custom": {"kind": "laws", "ids": ["LAW-INS-01"]}}]
    with store.session() as session:
        assert turns.recall(session, "甲", "m1") is None
        assert turns.remember(session, "甲", "m1", replies, NOW)
        assert not turns.remember(session, "甲", "m1", [{"text": "别的"}], NOW)
        assert turns.recall(session, "甲", "m1") == replies
        assert turns.recall(session, "乙", "m1") is None
        assert turns.remember(session, "甲", "m2", [], later(hours=25))
        assert turns.recall(session, "甲", "m1") is None
        assert turns.recall(session, "甲", "m2") == []


def test_the_same_number_at_once_is_one_token(store: Store) -> None:
    def keep(turn: int) -> str:
        with store.session() as session:
            return personal.keep(session, "甲", "phone", f"1381234567{turn % 2}")

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(keep, range(8))) == {"〔手机号#1〕", "〔手机号#2〕"}


def test_the_sweep_takes_what_has_had_its_time_and_leaves_the_rest(store: Store) -> None:
    with store.session() as session:
        previewed(session, "甲")
        for when in (NOW, later(days=39, hours=23, minutes=50)):
            links.make(session, "甲", "wage_iou", "pdf", when)
            turns.remember(session, f"甲{when}", "m", [], when)
            secrets_out.put(session, f"甲{when}", ("苹果",), when)
            outgoing.put(session, "甲", "一", None, when, str(when))
            outgoing.take(session, "甲", when)
            look_up(session, "甲", f"MX-2026-00000{when.day}", ("苹果", "西瓜", "汽车"), when)
        outgoing.put(session, "甲", "没取的", None, NOW, "waiting")
        # making the second link has already removed the first
        gone = sweep(session, later(days=40))
        assert gone == {"turn": 1, "file_link": 0, "passing_secret": 1, "outgoing": 1, "lookup_attempt": 2}
        assert session.scalar(select(func.count()).select_from(Turn)) == 1
        assert session.scalar(select(func.count()).select_from(Outgoing)) == 2
        assert sweep(session, later(days=42))["file_link"] == 1
