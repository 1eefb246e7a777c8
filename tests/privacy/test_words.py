"""The secret words: the list, and hiding what is typed."""
from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from pypinyin import lazy_pinyin, pinyin

from bot.cases.store import Store
from bot.chinese.receipts import read_receipt
from bot.privacy import door
from bot.privacy.words import canonical, find_words, read_words
from tests.support.stores import NOW

LIST = read_words(Path("content/words/secret_words.txt"))
TYPED = yaml.safe_load(Path(__file__).with_name("words_typed.yml").read_text("utf-8"))


def test_there_are_2048_words_of_two_hanzi() -> None:
    assert len(LIST) == len(set(LIST)) == 2048
    assert all(re.fullmatch(r"[一-鿿]{2}", word) for word in LIST)


def test_no_two_words_sound_alike() -> None:
    sounds: dict[str, str] = {}
    for word in LIST:
        other = sounds.setdefault(" ".join(lazy_pinyin(word)), word)
        assert other == word, (word, other)


def test_the_sound_stays_whichever_reading_the_dictionary_takes_for_the_word() -> None:
    """A word read alone and inside the three: the same sound, or a typed word would not be found."""
    for first, second in pairwise(LIST):
        assert [part[0] for part in pinyin(first)] == [part[0] for part in pinyin(first + "," + second)[:2]]


def test_the_characters_are_common_ones() -> None:
    """All are of GB 2312, level 1 (the 3,755 common ones) but for a few names of fruit, birds and flowers."""
    rare = {sign for word in LIST for sign in word if sign.encode("gb2312") >= b"\xd8\xa1"}
    assert len(rare) < 80, sorted(rare)


def test_no_word_is_sad_rude_or_of_our_own_trade() -> None:
    unwanted = "死病杀鬼坟毒枪战敌贼奸罪刑狱监囚警债税骗偷抢灾险伤残痛癌瘤炎疯傻丑恶仇哭悲愁怕屎粪屁娼嫖穷垃圾欠薪钱"
    assert not [word for word in LIST if set(word) & set(unwanted)]
    trade = {"工资", "欠条", "合同", "仲裁", "投诉", "监察", "协商", "调解", "起诉", "信访", "执行", "法援", "证据", "老板",
             "工地", "录音", "照片", "转账", "流水", "回执", "考勤", "名单"}
    assert not trade & set(LIST)


def test_no_word_holds_what_is_said_around_words() -> None:
    assert not [word for word in LIST if set(word) & set("的是为叫查词字和")]


@pytest.mark.parametrize("case", TYPED["hidden"], ids=lambda case: case["text"][:24])
def test_typed_words_never_reach_the_conversation(store: Store, case: dict[str, object]) -> None:
    text = str(case["text"])
    with store.session() as session:
        admitted = door.admit(session, "甲", text, NOW)
        kept = session.info["keeper"].words("甲", ["〔口令#1〕"], NOW)
    assert admitted == case["left"]
    assert kept == {"〔口令#1〕": case["words"]}


@pytest.mark.parametrize("text", TYPED["untouched"])
def test_ordinary_messages_hold_no_words(text: str) -> None:
    assert find_words(text) is None


def test_a_word_is_known_by_its_sound() -> None:
    assert canonical("平果") == "苹果" and canonical("苹果") == "苹果"
    assert canonical("工资") is None


@pytest.mark.parametrize(("typed", "number"), [
    ("MX-2026-0000123", "MX-2026-0000123"), ("mx 2026 0000123", "MX-2026-0000123"), ("MX20260000123。", "MX-2026-0000123"),
    ("ＭＸ－２０２６－００００１２３", "MX-2026-0000123"), ("MX,2026,0000123", "MX-2026-0000123"),
    ("MX-2026-000123", None), ("MX-2026-00001234", None), ("2026-0000123", None), ("", None),
])
def test_receipts_are_read_however_they_are_typed(typed: str, number: str | None) -> None:
    assert read_receipt(typed) == number
