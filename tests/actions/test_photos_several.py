"""Several photos at once, or one while another is asked about: none is lost, each can be called by its number."""
from __future__ import annotations

import pytest

from actions import photo_read, photos
from actions.erase import ActionAskErase
from actions.going_on import ActionKeep
from actions.photo_answer import ActionPhotoRight, ActionPhotoWrong
from actions.photos import ActionReceiveEvidence
from bot.cases import drafts, evidence
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.privacy.tokens import PHOTO_MARK
from tests.actions.photo_stage import BOARD, IOU, FakeReader, facts, kinds, sent, sent_together
from tests.actions.stage import SENDER, Message, Played, bot, play
from tests.support.stores import NOW, PNG

PAYSLIP = "工资条\n姓名 王大强\n基本工资 3000\n加班费 800\n应发工资 3800\n实发工资 3600"
SECOND_IOU = IOU.replace("罗三贵", "毛海涛").replace("12000元（大写：壹万贰仟元整）", "8900元（大写：捌仟玖佰元整）")
RECEIVED = {"event": "action", "name": "action_receive_evidence"}


def photo_message(items: list[str]) -> dict[str, object]:
    """The event of the message with which these photos came."""
    return {"event": "user", "text": PHOTO_MARK, "metadata": {"attachments": items}}


def said(played: Played) -> str:
    return "\n".join(played.texts)


def buttons(played: Played) -> list[str]:
    return [button["payload"] for message in played.messages for button in message.get("buttons") or []]


def test_of_two_ious_and_a_board_one_is_shown_and_the_next_after_each_answer(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    items, first = sent_together(store, monkeypatch, [IOU, BOARD, SECOND_IOU])
    assert "罗三贵" in said(first) and "陈国平" not in said(first) and "毛海涛" not in said(first)
    second = play(ActionPhotoRight(), Message("读对了", "affirm", slots=first.slots, before=[photo_message(items)]))
    assert "记下了" in said(second) and "第2张" in said(second) and "陈国平" in said(second)
    assert second.slots["photo_meant"] == items[1] and second.slots["awaiting"] == "photo"
    third = play(ActionPhotoRight(), Message("读对了", "affirm", slots=second.slots, before=[photo_message(items)]))
    assert "毛海涛" in said(third) and third.slots["photo_meant"] == items[2]
    last = play(ActionPhotoRight(), Message("读对了", "affirm", slots=third.slots, before=[photo_message(items)]))
    assert last.slots["awaiting"] is None and "帮我写欠条" in buttons(last)
    assert set(kinds(store).values()) == {"iou", "rights_board"}


def test_after_a_no_he_can_say_what_is_right_before_the_next_is_shown(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    items, first = sent_together(store, monkeypatch, [IOU, SECOND_IOU])
    wrong = play(ActionPhotoWrong(), Message("读错了", "deny", slots=first.slots, before=[photo_message(items)]))
    assert "哪里不对" in said(wrong) and "毛海涛" not in said(wrong) and buttons(wrong) == ["看下一张"]
    slots = {**first.slots, **wrong.slots}
    after = play(ActionKeep(), Message("看下一张", "inform", slots=slots, before=[photo_message(items)]))
    assert "毛海涛" in said(after) and after.slots["photo_meant"] == items[1]


def test_a_yes_in_his_own_words_counts_for_the_second_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    items, first = sent_together(store, monkeypatch, [SECOND_IOU, IOU])
    before = [photo_message(items), RECEIVED, bot("名字、数目读对了吗？")]
    second = play(ActionKeep(), Message("嗯没错", "affirm", slots=first.slots, before=before))
    assert second.slots["photo_meant"] == items[1] and facts(store)["owed_amount"].value == 8900


def test_a_photo_that_comes_before_the_answer_waits_behind_the_question(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first, shown = sent(store, monkeypatch, IOU)
    monkeypatch.setattr(photo_read, "reader", lambda: FakeReader(BOARD))
    with store.session() as session:
        second = evidence.add(session, SENDER, data=PNG + b"2", filename="b.png", now=NOW).id
    before = [photo_message([first]), RECEIVED, bot("名字、数目读对了吗？")]
    came = Message(PHOTO_MARK, "send_evidence", photos=[second], slots=shown.slots, before=before)
    played = play(ActionReceiveEvidence(), came)
    assert "先说上一张" in said(played) and "陈国平" not in said(played) and played.slots["photo_meant"] == first
    after = play(ActionPhotoRight(), Message("读对了", "affirm", slots=played.slots, before=[*before, photo_message([second])]))
    assert "陈国平" in said(after) and after.slots["photo_meant"] == second


@pytest.mark.parametrize(("words", "place", "kind"), [
    ("第二张是合同", 1, "contract"), ("第一张是考勤", 0, "attendance"), ("最后一张是聊天记录", 2, "chat")])
def test_a_photo_is_called_by_its_number(
        store: Store, monkeypatch: pytest.MonkeyPatch, words: str, place: int, kind: str) -> None:
    items, _ = sent_together(store, monkeypatch, [PAYSLIP, PAYSLIP, PAYSLIP])
    play(ActionKeep(), Message(words, "inform", before=[photo_message(items), RECEIVED, bot("第1张像工资条")]))
    assert kinds(store)[items[place]] == kind
    assert sorted(kinds(store).values()) == sorted([kind, "payslip", "payslip"])


def test_several_are_called_in_one_sentence_and_one_that_is_not_there_is_told(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    items, _ = sent_together(store, monkeypatch, [PAYSLIP, "一面墙上的字和画"])
    before = [photo_message(items), RECEIVED]
    play(ActionKeep(), Message("第一张是合同，第二张是考勤", "inform", before=before))
    assert [kinds(store)[item] for item in items] == ["contract", "attendance"]
    assert "一共2张" in said(play(ActionKeep(), Message("第三张是合同", "inform", before=before)))


def test_more_photos_than_are_read_at_once_are_counted_and_read_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    later: list[list[str]] = []
    items, first = sent_together(store, monkeypatch, [PAYSLIP] * 4 + [BOARD, PAYSLIP])
    assert "还有2张没看" in said(first) and "接着看" in buttons(first)
    monkeypatch.setattr(photos, "read_later", lambda sender, ids: later.append(list(ids)))
    waits = play(ActionKeep(), Message("接着看", "inform", before=[photo_message(items)]))
    assert "还有2张正在看" in said(waits) and sorted(later[0]) == sorted(items[4:])
    photo_read._read_rest(SENDER, items[4:])
    after = play(ActionKeep(), Message("接着看", "inform", before=[photo_message(items)]))
    assert "第6张像工资条" in said(after) and "陈国平" in said(after) and after.slots["photo_meant"] == items[4]
    assert None not in kinds(store).values()


def test_two_papers_in_one_picture_are_not_mixed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _, played = sent(store, monkeypatch, f"{IOU}\n{SECOND_IOU}")
    assert "两张纸" in said(played) and "12,000" not in said(played) and "awaiting" not in played.slots
    after = play(ActionReceiveEvidence(), Message("这张是欠条", "send_evidence"))
    assert "12,000" not in said(after) and "owed_amount" not in facts(store)


def form_open(store: Store) -> None:
    with store.session() as session:
        drafts.save(session, SENDER, facts={"debtor_kind": Fact("known", "foreman")}, form="wage_claim", asked="debtor_name",
                    answered=[], stage="claim", now=NOW)


def test_in_a_form_another_paper_is_named_by_its_guess_and_put_right_by_a_word(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    form_open(store)
    item, played = sent(store, monkeypatch, PAYSLIP, form="wage_claim")
    assert "这张像工资条" in said(played) and buttons(played) == [] and kinds(store) == {item: "payslip"}
    play(ActionReceiveEvidence(), Message("这张是合同", "send_evidence", form="wage_claim", before=[photo_message([item])]))
    assert kinds(store) == {item: "contract"} and facts(store)["evidence_held"].value == ["contract"]


def test_in_a_form_a_picture_without_a_guess_is_not_passed_over(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    form_open(store)
    _, played = sent(store, monkeypatch, "", form="wage_claim")
    assert "看不出是什么" in said(played)


def test_in_a_form_two_ious_are_both_noted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    form_open(store)
    _, played = sent_together(store, monkeypatch, [IOU, BOARD], form="wage_claim")
    assert "罗三贵" in said(played) and "陈国平" in said(played)
    assert facts(store)["general_contractor"].value == "贵州建工第四建筑有限公司"


@pytest.mark.parametrize(("data", "name", "titles"), [
    (b"#!AMR\n" + b"\0" * 400, "a.amr", ["通话录音", "当面录音", "微信语音", "其他"]),
    (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0" * 400, "a.mp4", ["现场视频", "当面录音", "通话录音", "其他"])])
def test_a_recording_or_a_video_is_asked_as_what_it_can_be(store: Store, data: bytes, name: str, titles: list[str]) -> None:
    with store.session() as session:
        item = evidence.add(session, SENDER, data=data, filename=name, now=NOW).id
    played = play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=[item]))
    assert [button["title"] for message in played.messages for button in message.get("buttons") or []] == titles
    after = play(ActionReceiveEvidence(), Message(buttons(played)[0], "send_evidence", before=[photo_message([item])]))
    assert kinds(store)[item] == ("recording" if name == "a.amr" else "site_photo") and "证明" in said(after)


def test_one_photo_is_removed_by_its_number_and_not_all_that_he_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    items, _ = sent_together(store, monkeypatch, [PAYSLIP, PAYSLIP])
    played = play(ActionAskErase(), Message("删掉第一张", "erase_my_data", before=[photo_message(items), RECEIVED]))
    assert played.said == ["utter_ask_card"] and played.slots["photo_removing"]["ids"] == [items[0]]
