"""The synonym table, and how a text is cut for the search."""
from __future__ import annotations

from typing import Any

import pytest

from bot.content import load
from bot.search.words import Words

TABLE: dict[str, Any] = load().folder("search")["synonyms"]


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(TABLE)


def test_other_words_for_a_thing_are_the_same_topic(words: Words) -> None:
    assert "辞职" in words.topics("我要辞工") & words.topics("不想干了")
    assert "辞退" in words.topics("老板炒了我") & words.topics("被解雇")
    assert "没签合同" in words.topics("他一直没跟我签过合同")
    assert words.topics("今天下雨") == set()


def test_a_word_within_a_longer_word_of_another_topic_is_not_spoken_of(words: Words) -> None:
    assert "合同种类" in words.topics("签的是固定期限") and "合同种类" not in words.topics("签的是无固定期限")
    assert {"合同种类", "长期合同"} <= words.topics("无固定期限，还是固定期限")


def test_a_gap_is_short(words: Words) -> None:
    assert "没签合同" not in words.topics("没想到他们昨天晚上在饭店里面签了一份很长的合同")


def test_spoken_and_written_words_are_cut_alike(words: Words) -> None:
    assert words.runs("用人单位拒绝支付劳动报酬") == words.runs("老板不给工钱") == ["单位", "位不", "不给", "给工", "工资"]
    assert words.runs("N+1 和12333") == ["和", "n", "1", "12333"]


def test_a_matter_is_closed_until_it_is_spoken_of(words: Words) -> None:
    assert "LAW-WIR" in words.closed(words.topics("没签合同")) and "LAW-WIR" not in words.closed(words.topics("干活受伤了"))


def test_the_table_names_only_what_exists() -> None:
    ids = load().laws
    assert not [topic for row in TABLE["special"] for topic in row["topics"] if topic not in TABLE["same"]]
    assert not [begin for row in TABLE["special"] for begin in row["facts"] if not any(i.startswith(f"LAW-{begin}") for i in ids)]
    assert not [law for law in TABLE["older"] if law not in ids]


def test_no_word_of_the_table_is_one_character_or_stands_twice_in_its_row() -> None:
    rows = {**TABLE["same"], **TABLE["plain"], "empty": TABLE["empty"]}
    short = [(name, word) for name, listed in rows.items() for word in listed
             if min(len(part) for part in str(word).split("…")) < 1 or len(str(word)) < 2]
    twice = [name for name, listed in rows.items() if len(set(map(str, listed))) != len(listed)]
    assert not [pair for pair in short if pair != ("交", "缴")] and not twice


def test_topics_beside_and_telling_facts_exist() -> None:
    named = {*TABLE["telling"], *TABLE["beside"], *(topic for topics in TABLE["beside"].values() for topic in topics)}
    assert named <= TABLE["same"].keys()
    assert {law for laws in TABLE["telling"].values() for law in laws} <= load().laws.keys()
