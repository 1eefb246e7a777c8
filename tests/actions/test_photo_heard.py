"""What he says after a photo: right, a better value, what it is."""
from __future__ import annotations

import pytest

from actions.going_on import ActionAffirm, ActionKeep
from actions.photos import ActionReceiveEvidence, kind_of
from bot.cases.store import Store
from bot.content import load
from bot.privacy.tokens import PHOTO_MARK
from tests.actions.photo_stage import IOU, facts, kind, sent
from tests.actions.stage import Message, bot, play, user


def asked() -> list[dict[str, object]]:
    """The turn before: a photo came and it was asked whether it was read rightly."""
    return [user(PHOTO_MARK), {"event": "action", "name": "action_receive_evidence"}, bot("名字、数目读对了吗？")]


@pytest.mark.parametrize("words", ["不对，金额是8000", "金额是8000", "读错了，欠8000", "不对，欠的是八千"])
def test_a_better_value_is_taken_with_the_rest_of_what_was_read(
        store: Store, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    item, _ = sent(store, monkeypatch, IOU)
    play(ActionReceiveEvidence(), Message(words, "correct", slots={"photo_meant": item}, before=asked()))
    known = facts(store)
    assert known["owed_amount"].value == 8000 and known["debtor_name"].value == "罗三贵"


def test_read_rightly_counts_later_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, _ = sent(store, monkeypatch, IOU)
    before = [user("怎么收集证据"), bot("手里有的")]
    play(ActionReceiveEvidence(), Message("读对了", "affirm", slots={"photo_meant": item}, before=before))
    assert facts(store)["owed_amount"].value == 12000


@pytest.mark.parametrize(("words", "intent"), [("工资条", "inform"), ("是微信聊天", "inform"), ("考勤表", "evidence_general")])
def test_a_few_words_say_what_a_photo_is(store: Store, monkeypatch: pytest.MonkeyPatch, words: str, intent: str) -> None:
    sent(store, monkeypatch, "看不出来是什么的一张纸条")
    before = [user(PHOTO_MARK), {"event": "action", "name": "action_receive_evidence"}, bot("这张是什么？")]
    play(ActionKeep(), Message(words, intent, before=before))
    assert kind(store) in ("payslip", "chat", "attendance")


def test_a_yes_to_the_guess_names_the_photo(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(store, monkeypatch, "中国农业银行\n账户交易明细\n交易日期 摘要 交易金额 余额\n20260305 代发工资 5600.00 5712.30")
    before = [user(PHOTO_MARK), {"event": "action", "name": "action_receive_evidence"}, bot("这张是什么？")]
    play(ActionAffirm(), Message("对", "affirm", before=before))
    assert kind(store) == "bank_record"


@pytest.mark.parametrize("kind", load().words["photos"]["buttons"])
def test_each_button_for_a_photo_says_the_kind_that_it_means(kind: str) -> None:
    assert kind_of(load().words["photos"]["buttons"][kind][1]) == kind
