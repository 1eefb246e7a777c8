"""The one search over the law store: what it finds, when it stays silent, how long it takes."""
from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content import load, speak
from bot.search import facts
from bot.search.facts import Found, find_facts, one_per_article, order_beyond, order_facts

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("questions.yml").read_text(encoding="utf-8"))
CONTENT = load()


def hits(rows: list[dict[str, Any]], most: int | None) -> list[str]:
    """Questions of which a marked article is among the first five articles (`most` None), or in the facts of the fallback."""
    found = []
    for row in rows:
        if most is None:
            articles = speak(order_facts(row["text"], CONTENT, ()), CONTENT)["articles"][:5]
        else:
            articles = [article for law in find_facts(row["text"], CONTENT, most) for article in law.articles]
        if set(articles) & set(row["articles"]):
            found.append(row["text"])
    return found


@pytest.mark.parametrize(("name", "five", "three"), [("questions", 58, 52), ("contract", 57, 48), ("fresh", 18, 15)])
def test_a_marked_article_stands_among_the_first(name: str, five: int, three: int) -> None:
    rows = TABLE[name]
    texts = {row["text"] for row in rows}
    first_five, first_three = hits(rows, None), hits(rows, 3)
    assert len(first_five) >= five, sorted(texts - set(first_five))
    assert len(first_three) >= three, sorted(texts - set(first_three))


def test_every_marked_article_is_in_the_store() -> None:
    held = {article for law in CONTENT.laws.values() if not law.internal for article in law.articles}
    rows = [row for name in ("questions", "contract", "fresh") for row in TABLE[name]]
    assert not [row["text"] for row in rows if not set(row["articles"]) & held]


@pytest.mark.parametrize("text", [*TABLE["nothing"], "", "   ", "?!", '"', "x" * 1000])
def test_what_is_no_matter_of_law_finds_nothing(text: str) -> None:
    assert find_facts(text, CONTENT) == []


@pytest.mark.parametrize("text", ['工资" OR id:*', "欠薪 AND NEAR(工资)", "加班'); drop table facts;--", "工资^2 -加班"])
def test_signs_of_the_query_language_are_only_words(text: str) -> None:
    assert all(law.id in CONTENT.laws for law in find_facts(text, CONTENT))
    assert find_facts("周末加班有加班费吗", CONTENT)


def test_near_twins_count_once_and_the_one_nearer_to_the_claim_is_named() -> None:
    found = find_facts("申请劳动仲裁的时效是几年", CONTENT, 5)
    leading = [law.articles[0] for law in found if law.articles]
    assert len(leading) == len(set(leading)) and "劳动争议调解仲裁法第二十七条" in leading
    twins = [Found(CONTENT.laws["LAW-ARA-27"], 10.0), Found(CONTENT.laws["LAW-ARB-01"], 9.9)]
    assert [one.law.id for one in one_per_article(twins)] == ["LAW-ARB-01"]


def test_a_far_nearer_fact_of_the_same_article_stays() -> None:
    pair = [Found(CONTENT.laws["LAW-ARA-27"], 10.0), Found(CONTENT.laws["LAW-ARB-01"], 5.0)]
    assert [one.law.id for one in one_per_article(pair)] == ["LAW-ARA-27"]


def test_facts_for_developers_are_never_found() -> None:
    internal = [law for law in CONTENT.laws.values() if law.internal]
    assert internal
    assert not [law for law in internal if law.id in order_facts(law.rule, CONTENT, ())]


def test_the_facts_of_the_answer_are_kept_each_once_and_preferred() -> None:
    held = list(CONTENT.answers["steps"].laws)
    ordered = order_facts("老板拖欠工资去哪里投诉", CONTENT, held)
    assert set(held) <= set(ordered) and len(ordered) == len(set(ordered))
    alone = order_facts("老板拖欠工资去哪里投诉", CONTENT, ())
    assert len(set(ordered[:5]) & set(held)) >= len(set(alone[:5]) & set(held))
    assert order_facts("嘎嘎嘎", CONTENT, held) == held


def test_a_question_that_is_none_of_the_needs_gets_what_the_search_is_sure_of() -> None:
    held = list(CONTENT.answers["out_of_scope"].laws)
    assert order_beyond("今天天气怎么样", CONTENT, held) == held
    found = order_beyond("生孩子能休多少天", CONTENT, held)
    assert "女职工劳动保护特别规定第七条" in speak(found, CONTENT)["articles"][:5] and found[-len(held):] == held


def test_a_fact_that_has_ended_is_never_found() -> None:
    dead = [law for law in CONTENT.laws.values() if law.dead]
    assert [law.id for law in dead] == ["LAW-JIA-32"]
    assert not [law for law in dead if law.id in order_facts(law.rule, CONTENT, ())]


def test_the_index_is_quick_to_make_made_once_and_quick_to_ask() -> None:
    begin = time.process_time()
    facts.Index(CONTENT)
    assert time.process_time() - begin < 1.0
    assert facts._index(CONTENT) is facts._index(CONTENT)
    took = []
    for row in TABLE["questions"]:
        begin = time.process_time()
        find_facts(row["text"], CONTENT)
        took.append(time.process_time() - begin)
    assert sorted(took)[len(took) // 2] < 0.005
