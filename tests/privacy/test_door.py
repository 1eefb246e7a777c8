"""The door: what may come in, and what goes back to the phone."""
from __future__ import annotations

import pytest

from bot.cases import personal, secrets_out
from bot.cases.store import Store
from bot.privacy import door
from bot.privacy.redact import redact
from tests.support.stores import NOW, later

ID, CARD, PHONE = "11010519491231002X", "6222020200112233444", "13812345678"


def admit(store: Store, text: str, sender: str = "甲") -> door.Admitted:
    with store.session() as session:
        return door.admit(session, sender, text, NOW)


def test_numbers_become_tokens_and_the_same_number_the_same_token(store: Store) -> None:
    assert admit(store, f"我身份证{ID},电话{PHONE}") == "我身份证〔身份证#1〕,电话〔手机号#1〕"
    assert admit(store, f"打{PHONE}或者13987654321") == "打〔手机号#1〕或者〔手机号#2〕"
    assert admit(store, f"电话{PHONE}", sender="乙") == "电话〔手机号#1〕"


def test_a_number_in_full_width_or_with_gaps_is_the_same_number(store: Store) -> None:
    assert admit(store, PHONE) == "〔手机号#1〕"
    assert admit(store, "138-1234-5678") == "〔手机号#1〕"
    assert admit(store, "138 1234\u200b5678") == "〔手机号#1〕"
    assert admit(store, "１３８１２３４５６７８") == "〔手机号#1〕"


def test_hotlines_and_sums_stay(store: Store) -> None:
    text = "打12333问问,欠我12000元,2026年3月5号"
    assert admit(store, text) == text


@pytest.mark.parametrize("prefix", ["", " ", "\u3000", "\u200b", "\ufeff ", "\n\t", "\x00", "\u2060\u00a0"])
def test_a_leading_slash_is_no_command(store: Store, prefix: str) -> None:
    admitted = admit(store, prefix + "/restart{\"a\":1}")
    assert admitted.strip() == "／restart{\"a\":1}"
    assert not admitted.strip().startswith("/")


def test_slashes_elsewhere_and_full_width_ones_stay(store: Store) -> None:
    assert admit(store, "2026/3/5 //x") == "2026/3/5 //x"
    assert admit(store, "//restart") == "／／restart"
    assert admit(store, "\uff0frestart") == "\uff0frestart"


def test_control_and_zero_width_characters_are_dropped(store: Store) -> None:
    assert admit(store, "a\x00b\u200bc\u202ed\ue000e\ud83df\r\ng\th") == "abcdef\ng h"


def test_a_long_message_is_cut_and_says_so(store: Store) -> None:
    short, long = admit(store, "欠" * 1000), admit(store, "欠" * 1001)
    assert (len(short), short.cut) == (1000, False)
    assert (len(long), long.cut) == (1000, True)


def test_cutting_leaves_no_piece_of_a_number_or_token(store: Store) -> None:
    for pad in range(985, 1001):
        admitted = admit(store, "欠" * pad + PHONE + "好" * 50)
        assert admitted.cut
        assert not any(sign.isdigit() for sign in admitted.replace("〔手机号#1〕", ""))
        assert admitted.count("〔") == admitted.count("〕")


def test_a_huge_message_is_read_quickly_and_holds_no_number(store: Store) -> None:
    admitted = admit(store, (PHONE + "欠") * 2000)
    assert admitted.cut and len(admitted) <= 1000 and "138" not in admitted


def test_a_reply_goes_out_with_masked_numbers(store: Store) -> None:
    with store.session() as session:
        token = personal.keep(session, "甲", "id_number", ID)
        reply = f"你的身份证{token},没有的{token.replace('1', '9')}"
        said = door.release(session, "甲", reply, NOW)
        assert "***" in said and "19491231" not in said and "〔身份证#9〕" in said
        assert door.release(session, "乙", reply, NOW) == reply


def test_secret_words_go_out_to_their_sender_again_and_again_for_a_quarter_of_an_hour(store: Store) -> None:
    with store.session() as session:
        token = secrets_out.put(session, "甲", ("苹果", "西瓜", "汽车"), NOW)
        assert token == "〔口令#1〕"
        for minutes in (0, 1, 15):
            assert door.release(session, "甲", f"记住:{token}", later(minutes=minutes)) == "记住:苹果 西瓜 汽车"
        assert "苹果" not in door.release(session, "甲", token, later(minutes=16))
        assert "苹果" not in door.release(session, "乙", token, NOW)
        assert token not in door.release(session, "乙", token, NOW)


def test_a_number_of_a_token_is_never_used_again(store: Store) -> None:
    with store.session() as session:
        secrets_out.put(session, "甲", ("苹果", "西瓜", "汽车"), NOW)
        assert secrets_out.put(session, "甲", ("香蕉", "西瓜", "汽车"), later(hours=1)) == "〔口令#2〕"


def test_tokens_of_others_reveal_nothing(store: Store) -> None:
    with store.session() as session:
        token = personal.keep(session, "甲", "bank_card", CARD)
        assert personal.reveal(session, "甲", token) == CARD
        assert personal.reveal(session, "乙", token) is None
        assert personal.reveal(session, "甲", "13812345678") is None
        assert personal.masked_all(session, "甲", [token])[token].endswith(CARD[-4:])
        assert personal.masked_all(session, "乙", [token]) == {}


def test_redact_replaces_each_number_where_it_stands() -> None:
    kept: list[tuple[str, str]] = []

    def keep(kind: str, value: str) -> str:
        kept.append((kind, value))
        return f"<{len(kept)}>"

    assert redact(f"卡{CARD}电话{PHONE}完", keep) == "卡<1>电话<2>完"
    assert kept == [("bank_card", CARD), ("phone", PHONE)]
