"""跳过 and 上一题 where no question is open."""
from __future__ import annotations

import pytest

from actions.no_question import ActionNoQuestion
from bot.cases import drafts
from bot.cases.store import Store
from tests.actions.stage import SENDER, Message, play


def in_hand(store: Store) -> drafts.Draft | None:
    """The case in hand."""
    with store.session(read_only=True) as session:
        return drafts.load(session, SENDER)


@pytest.mark.parametrize(("text", "intent"), [("跳过", "skip"), ("上一题", "go_back")])
def test_a_word_for_the_form_outside_of_it_is_told_that_no_question_is_open(store: Store, text: str, intent: str) -> None:
    played = play(ActionNoQuestion(), Message(text, intent))
    assert (played.said, played.next) == (["utter_no_question_here"], "") and in_hand(store) is None


def test_a_sum_that_was_taken_for_such_a_word_is_heard(store: Store) -> None:
    played = play(ActionNoQuestion(), Message("欠我12k", "skip"))
    assert "utter_no_question_here" not in played.said and played.next == "wage_claim"
    draft = in_hand(store)
    assert draft is not None and draft.facts["owed_amount"].value == 12000


def test_inside_a_form_no_story_is_begun_by_it(store: Store) -> None:
    played = play(ActionNoQuestion(), Message("欠我12k", "skip", form="wage_claim"))
    assert (played.said, played.next) == (["utter_no_question_here"], "") and in_hand(store) is None
