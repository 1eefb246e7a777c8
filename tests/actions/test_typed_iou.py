"""An IOU or a receipt typed into the talk is checked, and its numbers are not taken for the worker's."""
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


@pytest.mark.parametrize(("text", "trap"), [
    ("收条 今收到罗三贵工资5000元，所有款项已结清。收款人：王大强 2026年9月1日", "写了“已结清”"),
    ("收条\n今收到罗三贵支付的工资款共计人民币5000元整。\n王大强\n2026年9月1日", "写成了收条"),
    ("今领到清溪湾项目部工资8000元整 领款人王大强 522423197806124515 2026年9月1日", "写成了收条"),
])
def test_a_typed_receipt_is_named_as_what_it_is_and_no_sum_of_it_counts(store: Store, text: str, trap: str) -> None:
    with store.session() as session:
        admitted = str(door.admit(session, SENDER, text, now()))
    played = play(ActionKeep(), Message(admitted, "inform"))
    said = "\n".join(played.texts)
    assert "像收条，对你不利" in said and trap in said and "还缺" not in said and "522423197806124515" not in said
    assert "LAW-IOU-04" in str(played.customs("laws"))
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert not {"owed_amount", "paid_amount", "has_iou", "worker_id_number"} & (draft.facts.keys() if draft else set())


@pytest.mark.parametrize("words", [
    "今收到老板5000元", "我今天收到罗三贵工资5000元，还差8000", "老板让我写收条，今收到工资5000元，我该签吗", "收条怎么写",
    "收条 今收到罗三贵工资5000元，以实际到账为准。收款人：王大强 2026年9月1日",
])
def test_a_story_about_a_receipt_and_one_that_does_no_harm_are_none(store: Store, words: str) -> None:
    assert "对你不利" not in "\n".join(play(ActionKeep(), Message(words, "deny")).texts)


@pytest.mark.parametrize("words", ["他打了欠条，今欠我八千元，我该怎么办", "欠条怎么写", "包工头陈大海欠我工资8000元，打了欠条"])
def test_a_story_about_an_iou_is_no_iou(store: Store, words: str) -> None:
    assert "读到" not in "\n".join(play(ActionKeep(), Message(words, "deny")).texts)
