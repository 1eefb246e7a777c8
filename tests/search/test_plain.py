"""A fact as it is read out."""
from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from bot.content import load
from bot.search.facts import find_facts
from bot.search.plain import article_of, plain

CONTENT = load()
FACT = CONTENT.laws["LAW-ARB-01"]
QUESTIONS = yaml.safe_load(Path(__file__).with_name("questions.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("rule", "said"), [
    ("一句。两句！三句。", "一句。两句！"),
    ("没有句号", "没有句号。"),
    ("三种情形：甲；乙；丙。还有一句。第三句。", "三种情形：甲。乙。丙。还有一句。"),
    ("甲（见下。再见；好）。乙。丙。", "甲（见下。再见；好）。乙。"),
    ("他写“好。行”，就算。乙。丙。", "他写“好。行”，就算。乙。"),
])
def test_the_first_two_sentences_are_read_out_and_none_is_cut(rule: str, said: str) -> None:
    assert plain(replace(FACT, rule=rule, say="")) == said


def test_short_words_of_a_fact_stand_in_place_of_its_rule() -> None:
    assert plain(replace(FACT, say="短话。")) == "短话。"


@pytest.mark.parametrize(("law", "article"), [
    ("LAW-LCA-82", "劳动合同法第八十二条"), ("LAW-JIA-46", "解释一第四十六条"), ("LAW-CRI-01", "刑法第二百七十六条之一"),
    ("LAW-DIS-10", ""),
])
def test_the_article_is_named_shortly(law: str, article: str) -> None:
    assert article_of(CONTENT.laws[law], CONTENT) == article


def test_what_is_found_for_real_questions_is_read_out_in_plain_sentences() -> None:
    texts = [row["text"] for name in ("questions", "contract", "fresh") for row in QUESTIONS[name]]
    facts = {law.id: law for text in texts for law in find_facts(text, CONTENT)}
    sentences = [part for law in facts.values() for part in re.split("[。！？]", plain(law)) if part]
    assert len(facts) > 150
    assert sum(len(part) <= 25 for part in sentences) >= 0.7 * len(sentences)
    assert max(map(len, sentences)) <= 60
