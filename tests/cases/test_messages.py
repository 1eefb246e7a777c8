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
from tests.support.stores import NOW, later, previewed, put_message


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


def texts(messages: list[outgoing.Message]) -> list[str]:
    return [message["text"] for message in messages]


def test_messages_wait_in_order_for_their_sender_alone_and_each_key_once(store: Store) -> None:
    with store.session() as session:
        assert put_message(session, "甲", "二", {"kind": "deadline"}, later(minutes=2), "b")
        assert put_message(session, "甲", "一", None, NOW, "a")
        assert not put_message(session, "甲", "一", None, NOW, "a")
        assert put_message(session, "乙", "别人的", None, NOW, "a")
    with store.session(read_only=True) as session:
        found = outgoing.waiting(session, "甲", later(minutes=5))
        assert [(one["text"], one["payload"]) for one in found] == [("一", None), ("二", {"kind": "deadline"})]


def test_a_message_that_was_lost_on_its_way_comes_again_and_a_seen_one_never(store: Store) -> None:
    with store.session() as session:
        put_message(session, "甲", "一", None, NOW, "a")
        put_message(session, "甲", "二", None, later(minutes=1), "b")
    for _ in range(2):  # the reply to the first poll never arrived
        with store.session(read_only=True) as session:
            found = outgoing.waiting(session, "甲", later(minutes=5))
            assert texts(found) == ["一", "二"]
    with store.session() as session:
        assert outgoing.acknowledge(session, "甲", [found[0]["id"]], later(minutes=5)) == 1
        assert texts(outgoing.waiting(session, "甲", later(minutes=5))) == ["二"]
        assert outgoing.acknowledge(session, "甲", [found[0]["id"], "0" * 32], later(minutes=6)) == 0
        assert not put_message(session, "甲", "一", None, later(days=1), "a")
        assert texts(outgoing.waiting(session, "甲", later(days=2))) == ["二"]


def test_nobody_acknowledges_anothers_message(store: Store) -> None:
    with store.session() as session:
        put_message(session, "甲", "一", None, NOW, "a")
        mine = outgoing.waiting(session, "甲", NOW)[0]["id"]
        assert outgoing.acknowledge(session, "乙", [mine], NOW) == 0
        assert texts(outgoing.waiting(session, "甲", NOW)) == ["一"]


def test_a_message_waits_for_its_day(store: Store) -> None:
    with store.session() as session:
        put_message(session, "甲", "明天去", None, later(days=1), "k")
        assert outgoing.waiting(session, "甲", later(hours=23)) == []
        assert texts(outgoing.waiting(session, "甲", later(days=1))) == ["明天去"]


def test_many_messages_come_twenty_at_a_time(store: Store) -> None:
    with store.session() as session:
        for turn in range(25):
            put_message(session, "甲", str(turn), None, later(seconds=turn), str(turn))
        first = outgoing.waiting(session, "甲", later(hours=1))
        assert texts(first) == [str(turn) for turn in range(20)]
        outgoing.acknowledge(session, "甲", [one["id"] for one in first], later(hours=1))
        assert texts(outgoing.waiting(session, "甲", later(hours=1))) == [str(turn) for turn in range(20, 25)]


def test_the_same_message_gets_the_same_replies(store: Store) -> None:
    replies = [{"text": "先打12333"}, {"custom": {"kind": "laws", "ids": ["LAW-INS-01"]}}]
    with store.session() as session:
        assert turns.recall(session, "甲", "m1") is None
        assert turns.remember(session, "甲", "m1", replies, NOW)
        assert not turns.remember(session, "甲", "m1", [{"text": "别的"}], NOW)
        assert turns.recall(session, "甲", "m1") == replies
        assert turns.recall(session, "乙", "m1") is None
        assert turns.remember(session, "甲", "m2", [], later(hours=25))
        sweep(session, later(hours=25))
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
            put_message(session, "甲", "一", None, when, str(when))
            outgoing.acknowledge(session, "甲", [one["id"] for one in outgoing.waiting(session, "甲", when)], when)
            look_up(session, "甲", f"MX-2026-00000{when.day}", ("苹果", "西瓜", "汽车"), when)
        put_message(session, "甲", "没看到的", None, NOW, "waiting")
        # making the second link has already removed the first
        gone = sweep(session, later(days=40))
        assert gone == {"turn": 1, "file_link": 0, "passing_secret": 1, "outgoing": 1, "lookup_attempt": 2, "vault_file": 0}
        assert session.scalar(select(func.count()).select_from(Turn)) == 1
        assert session.scalar(select(func.count()).select_from(Outgoing)) == 2
        assert sweep(session, later(days=42))["file_link"] == 1
