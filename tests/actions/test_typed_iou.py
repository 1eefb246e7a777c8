"""An IOU typed into the talk is checked, and its numbers are not taken for the worker's."""
from __future__ import annotations

import pytest

from actions.going_on import ActionKeep
from bot.cases import drafts
from bot.cases.store import Store
from bot.clock import now
from bot.privacy import door
from tests.actions.stage import SENDER, Message, play

IOU = ("欠条 今欠罗世荣在清溪湾三期工资23200元（贰万叁仟元整），2026年5月1日前付清。欠款人陈大海 身份证522423197806124515 "
       "电话13595184207 2026年1月3日")


def test_it_is_checked_and_only_what_belongs_to_the_claim_is_noted(store: Store) -> None:
    with store.session() as session:
        text = str(door.admit(session, SENDER, IOU, now()))
    played = play(ActionKeep(), Message(text, "inform"))
    said = "\n".join(played.texts)
    assert "数对不上" in said and "手印" in said and "522423197806124515" not in said and "13595184207" not in said
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft is not None and draft.facts["debtor_name"].value == "陈大海"
    assert not {"worker_id_number", "worker_phone"} & draft.facts.keys()


@pytest.mark.parametrize("words", ["他打了欠条，今欠我八千元，我该怎么办", "欠条怎么写", "包工头陈大海欠我工资8000元，打了欠条"])
def test_a_story_about_an_iou_is_no_iou(store: Store, words: str) -> None:
    assert "读到" not in "\n".join(play(ActionKeep(), Message(words, "deny")).texts)
