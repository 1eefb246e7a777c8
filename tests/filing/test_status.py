"""Looking a filing up: the words, the tries, the waits."""
from __future__ import annotations

from datetime import date

import pytest

from bot.cases import secrets_out
from bot.cases.store import Store
from bot.filing.secrets import hash_words, make_words, matches
from bot.filing.service import Filed, file_complaint, withdraw
from bot.filing.status import Refusal, Status, look_up, own_status
from bot.privacy.words import word_list
from tests.support.stores import NOW, STATION, later, previewed


@pytest.fixture
def filed(store: Store) -> Filed:
    with store.session() as session:
        previewed(session, "甲")
        return file_complaint(session, "甲", NOW, STATION)


def wrong_words(filed: Filed) -> list[str]:
    return [word for word in word_list() if word not in filed.words][:3]


def ask(store: Store, filed: Filed, sender: str = "乙", right: bool = False, **after: float) -> Status | Refusal:
    with store.session() as session:
        return look_up(session, sender, filed.receipt, filed.words if right else wrong_words(filed), later(**after))


def test_the_words_open_the_status_from_another_device(store: Store, filed: Filed) -> None:
    status = ask(store, filed, right=True)
    assert isinstance(status, Status)
    assert (status.receipt, status.state, status.filed_with, status.filed_at) == (filed.receipt, "delivered", STATION, NOW)
    assert [(event.what, event.by) for event in status.events] == [("filed", "worker")]
    assert {step.step: step.on for step in status.next} == {"desk_looks": date(2026, 11, 30), "keep_evidence": None}


@pytest.mark.parametrize("shape", ["{0}", " {1} ", "{2}", "{3}", "{4}", "{5}", "我的回执 {0} 请查"])
def test_the_receipt_may_be_typed_in_many_ways(store: Store, filed: Filed, shape: str) -> None:
    number = filed.receipt
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in number)
    bare = [number.replace("-", sign) for sign in ("", " ", ",")]
    typed = shape.format(number, number.lower(), *bare[:2], wide, bare[2])
    with store.session() as session:
        assert isinstance(look_up(session, "乙", typed, filed.words, NOW), Status)


@pytest.mark.parametrize("join", [" ", "", ",", "、", "\n", "　", " 和 "])
def test_the_words_may_be_typed_in_many_ways(store: Store, filed: Filed, join: str) -> None:
    with store.session() as session:
        assert isinstance(look_up(session, "乙", filed.receipt, join.join(filed.words), NOW), Status)


def test_words_that_sound_alike_are_right(store: Store) -> None:
    words_hash = hash_words(["苹果", "西瓜", "火车"])
    assert matches(words_hash, ["平果", "西瓜", "火车"])
    assert not matches(words_hash, ["西瓜", "苹果", "火车"])
    assert not matches(words_hash, ["苹果", "西瓜"])


def test_the_doors_token_stands_for_the_words(store: Store, filed: Filed) -> None:
    with store.session() as session:
        token = secrets_out.put(session, "乙", filed.words, NOW)
        assert isinstance(look_up(session, "乙", filed.receipt, f" {token} ", NOW), Status)
        assert isinstance(look_up(session, "丙", filed.receipt, token, NOW), Refusal)


def test_five_wrong_tries_then_a_wait_that_doubles(store: Store, filed: Filed) -> None:
    kinds = [ask(store, filed, minutes=turn) for turn in range(5)]
    assert [one.kind for one in kinds if isinstance(one, Refusal)] == ["wrong"] * 4 + ["wait"]
    assert [one.tries_left for one in kinds if isinstance(one, Refusal)] == [4, 3, 2, 1, 0]
    assert ask(store, filed, right=True, minutes=18) == Refusal("wait", until=later(minutes=19))
    again = [ask(store, filed, minutes=20 + turn) for turn in range(5)][-1]
    assert again == Refusal("wait", until=later(minutes=24 + 30))
    assert isinstance(ask(store, filed, right=True, minutes=55), Status)


def test_another_sender_is_not_locked_out(store: Store, filed: Filed) -> None:
    for _ in range(5):
        ask(store, filed)
    assert isinstance(ask(store, filed, sender="丙", right=True), Status)


def test_sixty_tries_an_hour_slow_everybody_down_but_the_one_who_filed(store: Store, filed: Filed) -> None:
    for turn in range(60):
        ask(store, filed, sender=f"贼{turn}")
    assert ask(store, filed, sender="丙", right=True, minutes=59) == Refusal("wait", until=later(hours=1))
    assert isinstance(ask(store, filed, sender="甲", minutes=1), Status)
    assert isinstance(ask(store, filed, sender="丙", right=True, minutes=60), Status)


@pytest.mark.parametrize("shape", [
    "", "查一下{receipt}", "我的投诉{receipt}办到哪了", "{receipt}帮我看看到底什么情况", "〔口令#77〕",
])
def test_no_words_is_no_try(store: Store, filed: Filed, shape: str) -> None:
    with store.session() as session:
        for _ in range(6):
            found = look_up(session, "乙", filed.receipt, shape.format(receipt=filed.receipt), NOW)
            assert found == Refusal("no_words", tries_left=5)


@pytest.mark.parametrize("shape", [
    "{receipt} {words}", "我的回执号{receipt}，口令是{words}", "查一下 {words} {receipt} 办到哪了",
])
def test_the_whole_message_may_be_given(store: Store, filed: Filed, shape: str) -> None:
    right = shape.format(receipt=filed.receipt, words="".join(filed.words))
    wrong = shape.format(receipt=filed.receipt, words="".join(wrong_words(filed)))
    with store.session() as session:
        assert isinstance(look_up(session, "乙", right, right, NOW), Status)
        assert look_up(session, "乙", wrong, wrong, NOW) == Refusal("wrong", tries_left=4)


@pytest.mark.parametrize("typed", ["", "查进度", "MX-2026-123", "MX-2026-99999999999"])
def test_what_is_no_number_is_unknown(store: Store, filed: Filed, typed: str) -> None:
    with store.session() as session:
        assert look_up(session, "乙", typed, filed.words, NOW) == Refusal("unknown")


def test_an_unknown_number_without_words_is_said_to_be_unknown_and_costs_no_try(store: Store, filed: Filed) -> None:
    with store.session() as session:
        assert look_up(session, "乙", "MX-2026-9999999", "MX-2026-9999999", NOW) == Refusal("unknown", tries_left=5)


@pytest.mark.parametrize("words", ["山 水 人", "山、水、大桥", "苹果 西瓜 火车头"])
def test_three_short_groups_are_a_try_at_the_words(store: Store, filed: Filed, words: str) -> None:
    with store.session() as session:
        assert look_up(session, "乙", filed.receipt, words, NOW) == Refusal("wrong", tries_left=4)


def test_an_unknown_number_counts_and_waits_like_a_known_one(store: Store, filed: Filed) -> None:
    with store.session() as session:
        found = [look_up(session, "乙", "MX-2026-0099999", filed.words, NOW) for _ in range(6)]
    assert [one.kind for one in found if isinstance(one, Refusal)] == ["unknown"] * 4 + ["wait"] * 2



def test_ones_own_filings_need_no_words(store: Store, filed: Filed) -> None:
    with store.session() as session:
        assert [one.receipt for one in own_status(session, "甲")] == [filed.receipt]
        assert own_status(session, "乙") == []


def test_a_withdrawn_filing_says_so(store: Store, filed: Filed) -> None:
    with store.session() as session:
        withdraw(session, "甲", later(minutes=2))
        status = own_status(session, "甲")[0]
    assert (status.state, status.outcome) == ("closed", "withdrawn")
    assert [step.step for step in status.next] == ["may_file_again"]


def test_words_are_made_by_chance_and_are_different(store: Store) -> None:
    made = [make_words() for _ in range(200)]
    assert len(set(made)) == 200
    assert all(len(set(words)) == 3 for words in made)
