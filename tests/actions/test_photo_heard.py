"""What he says after a photo: right, a better value, what it is."""
from __future__ import annotations

import pytest

from actions.going_on import ActionAffirm, ActionKeep
from actions.photos import ActionReceiveEvidence, kind_of
from bot.cases.store import Store
from bot.content import load
from bot.privacy.tokens import PHOTO_MARK
from tests.actions.photo_stage import IOU, facts, kind, kinds, sent, sent_together
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


def test_words_that_only_say_that_a_photo_was_sent_leave_it_to_be_read(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, _ = sent(store, monkeypatch, IOU)
    played = play(ActionReceiveEvidence(), Message("发了一张照片", "send_evidence", photos=[item]))
    assert kind(store) == "iou" and "罗三贵" in "\n".join(played.texts)


def test_all_that_he_says_after_read_wrongly_is_taken_and_the_rest_of_the_paper_with_it(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, _ = sent(store, monkeypatch, IOU)
    play(ActionReceiveEvidence(), Message("读错了，是罗三桂欠我8000", "correct", slots={"photo_meant": item}, before=asked()))
    known = facts(store)
    assert known["debtor_name"].value == "罗三桂" and known["owed_amount"].value == 8000
    assert known["promised_date"].value == "2026-10-01"


@pytest.mark.parametrize("words", ["欠款人是罗三桂", "名字是罗三桂", "是罗三桂", "欠钱的叫罗三桂"])
def test_the_right_value_told_after_a_no_replaces_that_value_alone_and_opens_no_form(
        store: Store, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    item, _ = sent(store, monkeypatch, IOU)
    first = play(ActionReceiveEvidence(), Message("读错了", "deny", slots={"photo_meant": item}, before=asked()))
    before = [user("读错了"), *(bot(text) for text in first.texts)]
    played = play(ActionReceiveEvidence(), Message(words, "inform", before=before))
    known = facts(store)
    assert known["debtor_name"].value == "罗三桂" and known["owed_amount"].value == 12000
    assert "罗三桂" in played.texts[0] and not played.customs("question")


def test_in_a_form_a_yes_to_the_reading_is_understood(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(store, monkeypatch, IOU, form="wage_claim")
    played = play(ActionReceiveEvidence(), Message("读对了", "affirm", form="wage_claim"))
    assert "照着记" in "\n".join(played.texts) and facts(store)["owed_amount"].value == 12000


def test_in_a_form_a_better_value_takes_the_place_of_what_was_noted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(store, monkeypatch, IOU, form="wage_claim")
    play(ActionReceiveEvidence(), Message("读错了，欠8000", "correct", form="wage_claim"))
    assert facts(store)["owed_amount"].value == 8000 and facts(store)["debtor_name"].value == "罗三贵"


def test_in_a_form_a_guess_says_what_it_proves_and_can_be_put_right(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _, played = sent(store, monkeypatch, "2026年5月工资条\n姓名：王大强\n应发工资：7800.00\n实发工资：7200.00", form="wage_claim")
    assert "证明" in "\n".join(played.texts) and not any(message.get("buttons") for message in played.messages)
    play(ActionReceiveEvidence(), Message("不对，这张是考勤", "inform", form="wage_claim"))
    assert kind(store) == "attendance"


def test_photos_named_in_their_own_message_are_confirmed_and_what_they_prove_is_said(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    items, _ = sent_together(store, monkeypatch, ["看不清的一张", "另一张看不清的"])
    played = play(ActionReceiveEvidence(), Message("第一张是工资条，第二张是考勤表", "inform", photos=items))
    said = "\n".join(played.texts)
    assert "证明" in said and set(kinds(store).values()) == {"payslip", "attendance"}
    assert any("kept" in str(message.get("response")) for message in played.messages) or "存好" in said
    assert played.customs("evidence")[0]["ids"] == items
