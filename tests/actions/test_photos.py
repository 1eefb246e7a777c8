"""Photos that were read: shown for a yes, taken only with it; in a form noted and open to correction."""
from __future__ import annotations

import pytest

from actions import photo_read
from actions.answer import ActionAnswer
from actions.photo_answer import ActionPhotoRight, ActionPhotoWrong
from actions.photos import ActionReceiveEvidence
from bot.cases import drafts, evidence
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.privacy.tokens import PHOTO_MARK
from tests.actions.photo_stage import BOARD, IOU, FakeReader, facts, kind, sent
from tests.actions.stage import SENDER, Message, play
from tests.support.stores import NOW, previewed


def test_an_iou_is_read_and_shown_and_nothing_of_it_counts_before_the_yes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, played = sent(store, monkeypatch, IOU)
    said = "\n".join(played.texts)
    assert "罗三贵" in said and "12,000元" in said and "522121198001011234" not in said
    assert "手印" in said and "读对了吗" in said
    assert played.slots["awaiting"] == "photo" and played.slots["photo_meant"] == item
    assert facts(store).keys() == {"evidence_held"} and kind(store) == "iou"


def test_with_the_yes_what_stands_on_the_iou_is_in_the_claim(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, _ = sent(store, monkeypatch, IOU)
    played = play(ActionPhotoRight(), Message("读对了", "affirm", slots={"photo_meant": item}))
    known = facts(store)
    wanted = {"debtor_name": "罗三贵", "owed_amount": 12000, "promised_date": "2026-10-01", "start_date": "2026-03-01",
              "end_date": "2026-07-25", "has_iou": True}
    assert {slot: known[slot].value for slot in wanted} == wanted
    assert "罗三贵" in played.texts[0] and played.slots["awaiting"] is None


def test_a_note_of_a_loan_makes_no_iou_of_the_claim(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, _ = sent(store, monkeypatch, "借条\n今借到王大强人民币6000元，2026年12月1日前还清。\n借款人：罗三贵\n2026年11月20日")
    play(ActionPhotoRight(), Message("读对了", "affirm", slots={"photo_meant": item}))
    assert facts(store)["debtor_name"].value == "罗三贵" and "has_iou" not in facts(store)


def test_what_he_told_himself_stays_and_the_difference_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.session() as session:
        previewed(session, SENDER, owed_amount=Fact("known", 9000, words="9000"))
    item, _ = sent(store, monkeypatch, IOU)
    played = play(ActionPhotoRight(), Message("读对了", "affirm", slots={"photo_meant": item}))
    assert facts(store)["owed_amount"].value == 9000
    assert "12,000元" in played.texts[0] and "9,000元" in played.texts[0]


def test_a_no_takes_nothing_and_asks_for_the_right_words(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, _ = sent(store, monkeypatch, IOU)
    played = play(ActionPhotoWrong(), Message("读错了", "deny", slots={"photo_meant": item}))
    assert facts(store).keys() == {"evidence_held"} and "哪里不对" in played.texts[0] and played.slots["photo_meant"] is None


def test_in_a_form_the_facts_of_an_iou_are_noted_without_a_question(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.session() as session:
        drafts.save(session, SENDER, facts={"debtor_kind": Fact("known", "foreman")}, form="wage_claim", asked="debtor_name",
                    answered=[], stage="claim", now=NOW)
    _, played = sent(store, monkeypatch, IOU, form="wage_claim")
    assert facts(store)["debtor_name"].value == "罗三贵" and "awaiting" not in played.slots
    with store.session(read_only=True) as session:
        assert not drafts.load(session, SENDER).asked, "what stands on the paper is asked again"
    assert played.slots["debtor_name"]["value"] == "罗三贵" and "改一下" in played.texts[-1]
    assert not any(message.get("buttons") for message in played.messages)


def test_a_rights_board_gives_project_and_contractor_and_its_numbers_stay_with_the_photo(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, played = sent(store, monkeypatch, BOARD)
    said = "\n".join(played.texts)
    assert "贵州建工第四建筑有限公司" in said and "陈国平" in said and "13985012345" not in said and "〔手机号#1〕" in said
    play(ActionPhotoRight(), Message("读对了", "affirm", slots={"photo_meant": item}))
    assert facts(store)["general_contractor"].value == "贵州建工第四建筑有限公司"
    assert facts(store)["project_name"].value == "花果园三期"
    with store.session(read_only=True) as session:
        assert "贵阳宏远置业有限公司" in evidence.list_all(session, SENDER)[0].note


def test_anything_else_is_asked_about_with_the_guess_first(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    bank = "中国农业银行\n账户交易明细\n交易日期 摘要 交易金额 余额\n20260305 代发工资 5600.00 5712.30"
    _, played = sent(store, monkeypatch, bank)
    buttons = next(message["buttons"] for message in played.messages if message.get("buttons"))
    assert len(buttons) == 4 and buttons[0]["title"] == "银行流水" and buttons[-1]["title"] == "别的"


@pytest.mark.parametrize("problem", ["unreadable", "failed", "busy", "too_large"])
def test_a_photo_that_cannot_be_read_is_kept_and_asked_about(store: Store, monkeypatch: pytest.MonkeyPatch, problem: str) -> None:
    _, played = sent(store, monkeypatch, "", problem)
    buttons = next(message["buttons"] for message in played.messages if message.get("buttons"))
    assert [button["title"] for button in buttons] == ["欠条", "聊天记录", "考勤或记工本", "别的"]


def test_hardly_a_word_on_it_is_answered_with_how_to_take_it_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _, played = sent(store, monkeypatch, "欠\n元")
    assert "再发一张" in played.texts[0] and played.texts[0].startswith("收到了")


def test_a_picture_without_any_writing_is_not_called_unreadable(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _, played = sent(store, monkeypatch, "")
    assert "看不清" not in "\n".join(played.texts)


def test_a_photo_called_an_iou_afterwards_is_checked_as_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(store, monkeypatch, "张老板\n8000元\n2026年8月1日\n差我的")
    played = play(ActionReceiveEvidence(), Message("这张是欠条", "send_evidence"))
    assert kind(store) == "iou" and "8,000元" in "\n".join(played.texts)


def test_what_failed_for_now_is_read_when_it_comes_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, _ = sent(store, monkeypatch, "", "busy")
    monkeypatch.setattr(photo_read, "reader", lambda: FakeReader(IOU))
    again = play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=[item]))
    assert "罗三贵" in "\n".join(again.texts)


def test_no_personal_number_of_a_paper_comes_into_the_claim_or_the_talk(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    board = BOARD.replace("花果园三期", "花果园三期联系人13912345678")
    item, played = sent(store, monkeypatch, board)
    play(ActionPhotoRight(), Message("读对了", "affirm", slots={"photo_meant": item}))
    assert "13912345678" not in "\n".join(played.texts)
    assert not any("13912345678" in str(fact.value) for fact in facts(store).values())


def test_a_photo_is_read_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, _ = sent(store, monkeypatch, IOU)
    monkeypatch.setattr(photo_read, "reader", lambda: FakeReader(problem="failed"))
    again = play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=[item]))
    assert "罗三贵" in "\n".join(again.texts)


def test_in_a_form_a_paper_that_says_otherwise_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.session() as session:
        drafts.save(session, SENDER, facts={"owed_amount": Fact("known", 9000, words="9000")}, form="wage_claim",
                    asked="debtor_name", answered=[], stage="claim", now=NOW)
    _, played = sent(store, monkeypatch, IOU, form="wage_claim")
    assert "纸上：欠12,000元。你说过：欠9,000元" in played.texts[-1] and facts(store)["owed_amount"].value == 9000


def test_the_number_of_an_office_on_a_board_can_be_called(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _, played = sent(store, monkeypatch, BOARD.replace("投诉电话：12333", "投诉电话：0851-86831560"))
    assert "0851-86831560" in "\n".join(played.texts)


def test_every_number_of_an_office_on_a_board_is_shown_and_no_mobile_beside_it(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    text = BOARD.replace("12333", "12333 0816-2345678") + "\n法律援助电话：13985077777 12348\n劳动争议仲裁委员会：0816-2266778"
    _, played = sent(store, monkeypatch, text)
    said = "\n".join(played.texts)
    assert "12333、0816-2345678" in said and "0816-2266778" in said and "13985077777" not in said


def test_the_button_that_asks_what_to_do_after_an_iou_does_not_deny_the_iou(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, _ = sent(store, monkeypatch, IOU)
    play(ActionPhotoRight(), Message("读对了", "affirm", slots={"photo_meant": item}))
    assert facts(store)["has_iou"].value is True
    played = play(ActionAnswer(), Message("他不肯写欠条怎么办", "iou_how_to_write"))
    assert facts(store)["has_iou"].value is True and "utter_play_back" not in played.said
    assert played.next != "wage_claim" and played.texts
