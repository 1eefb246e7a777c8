"""什么意思: the word that is asked, or the hard words just said; a form goes on by itself."""
from __future__ import annotations

from typing import Any

import pytest

from actions.explain import ActionExplain
from bot.content import load
from bot.search.explain import explain, hard_words
from tests.actions.stage import Message, bot, play, user

GLOSSARY = load().words["glossary"]


@pytest.mark.parametrize(("text", "word"), [
    ("先行清偿是什么意思", "先行清偿"), ("啥叫劳务关系", "劳务关系"), ("仲裁是啥", "劳动仲裁"),
    ("总包啥意思", "总包"), ("时效中断咋个理解", "时效中断"), ("你刚说的工单是啥", "工单号"), ("老赖是啥意思", "失信"),
])
@pytest.mark.parametrize("form", ["", "wage_claim"])
def test_a_word_is_explained_with_its_laws(text: str, word: str, form: str) -> None:
    played = play(ActionExplain(), Message(text, "explain", form=form))
    assert played.texts[0].startswith(f"{word}：{GLOSSARY[word]['say']}")
    assert played.customs("laws")[0]["ids"] == GLOSSARY[word]["laws"]
    assert played.events == []


@pytest.mark.parametrize("text", [
    "什么意思", "啥意思？", "这句啥意思", "你说的我没懂，解释一下", "刚才说的什么意思", "那是啥意思讲讲",
])
def test_bare_it_is_about_the_hard_words_just_said(text: str) -> None:
    before = [user("怎么办"), bot("总包要先行清偿。"), bot("再去劳动仲裁。")]
    played = play(ActionExplain(), Message(text, "explain", before=before))
    assert [line.split("：")[0] for line in played.texts[0].splitlines()] == ["总包", "先行清偿", "劳动仲裁"]


def test_of_many_hard_words_three_are_explained() -> None:
    said = "挂靠、转包、分包、总包、甲方"
    assert len(hard_words(said, load())) == 5
    assert len(explain(hard_words(said, load()), load()).text.splitlines()) == 3


def test_a_longer_word_is_not_taken_for_a_shorter_one_within_it() -> None:
    assert hard_words("时效中断，仲裁委，工资保证金", load()) == ["时效中断", "仲裁委", "工资保证金"]


@pytest.mark.parametrize("form", ["", "wage_claim"])
def test_a_word_that_is_not_in_the_list_is_not_guessed(form: str) -> None:
    played = play(ActionExplain(), Message("留置权是什么意思", "explain", form=form, before=[user("好"), bot("总包要先付。")]))
    assert played.said == ["utter_explain_unknown"] and played.texts == []


def test_without_hard_words_the_last_answer_is_said_again_and_a_form_only_asks_again() -> None:
    before: list[dict[str, Any]] = [user("你好"), bot("你好，我在。")]
    assert play(ActionExplain(), Message("什么意思", "explain", before=before)).texts == ["你好，我在。"]
    in_form = play(ActionExplain(), Message("什么意思", "explain", form="wage_claim", before=before))
    assert in_form.texts == [] and in_form.said == []


def test_before_anything_was_said_it_asks_which_word() -> None:
    assert play(ActionExplain(), Message("什么意思", "explain")).said == ["utter_explain_which"]


@pytest.mark.parametrize("word", sorted(GLOSSARY))
def test_every_word_can_be_asked_for(word: str) -> None:
    played = play(ActionExplain(), Message(f"{word}是什么意思", "explain"))
    assert played.texts[0].startswith(f"{word}：")
