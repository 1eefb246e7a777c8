"""Cards that nobody asked for, and photos to be removed."""
from __future__ import annotations

import pytest

from actions import photo_read
from actions.erase import ActionAskErase
from actions.going_on import ActionKeep
from actions.photos import ActionReceiveEvidence
from bot.cases import evidence
from bot.cases.store import Store
from bot.filing.service import file_complaint
from bot.privacy.tokens import PHOTO_MARK
from tests.actions.photo_stage import ID_CARD, IOU, FakeReader, facts, sent, sent_together
from tests.actions.stage import SENDER, Message, bot, play, user
from tests.support.stores import NOW, PNG, previewed


def asks(*items: str) -> dict[str, object]:
    """The slot of a question about these pieces."""
    return {"photo_removing": {"ids": list(items), "choice": [], "newest": items[-1]}}


def test_an_identity_card_is_asked_about_and_removed_when_he_wants(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, played = sent(store, monkeypatch, ID_CARD)
    assert "身份证" in played.texts[0] and played.said[-1] == "utter_ask_card"
    asked = [user(PHOTO_MARK), bot("要留着，还是删掉这张？", "utter_ask_card")]
    answered = play(ActionReceiveEvidence(), Message("删掉这张", "send_evidence", slots=asks(item), before=asked))
    assert answered.said == ["utter_card_removed"]
    with store.session(read_only=True) as session:
        assert evidence.list_all(session, SENDER) == []


def test_a_card_is_kept_when_he_says_so_and_the_form_goes_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, played = sent(store, monkeypatch, ID_CARD, form="wage_claim")
    assert played.slots["form_waits"] is True
    asked = [user(PHOTO_MARK), bot("要留着，还是删掉这张？", "utter_ask_card")]
    slots = {**asks(item), "form_waits": True}
    answered = play(ActionReceiveEvidence(), Message("留着吧", "send_evidence", slots=slots, before=asked))
    assert answered.said == ["utter_card_kept"] and answered.next == "action_resume"


def test_a_photo_sent_by_mistake_can_be_removed_after_a_question(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, _ = sent(store, monkeypatch, "一张风景")
    asked = play(ActionReceiveEvidence(), Message("刚才发错了，那张删掉", "send_evidence"))
    assert asked.said == ["utter_ask_card"] and asked.slots["photo_removing"]["ids"] == [item]


def test_a_photo_of_a_filed_claim_stays(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.session() as session:
        previewed(session, SENDER)
    item, _ = sent(store, monkeypatch, ID_CARD)
    with store.session() as session:
        file_complaint(session, SENDER, NOW, "")
    asked = [user(PHOTO_MARK), bot("要留着，还是删掉这张？", "utter_ask_card")]
    answered = play(ActionReceiveEvidence(), Message("删掉这张", "send_evidence", slots=asks(item), before=asked))
    assert answered.said == ["utter_card_stays"]
    with store.session(read_only=True) as session:
        assert [one.id for one in evidence.list_all(session, SENDER)] == [item]


def test_a_card_sent_after_the_filing_is_removed_and_one_that_is_gone_is_called_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.session() as session:
        previewed(session, SENDER)
        file_complaint(session, SENDER, NOW, "")
    item, _ = sent(store, monkeypatch, ID_CARD)
    asked = [user(PHOTO_MARK), bot("要留着，还是删掉这张？", "utter_ask_card")]
    for _ in range(2):
        answered = play(ActionReceiveEvidence(), Message("删掉这张", "send_evidence", slots=asks(item), before=asked))
        assert answered.said == ["utter_card_removed"]
    with store.session(read_only=True) as session:
        assert evidence.list_all(session, SENDER) == []


@pytest.mark.parametrize("words", ["照片删掉", "把身份证删了", "删除我的照片", "这张照片不要了"])
def test_a_photo_to_be_removed_never_means_all_his_data(store: Store, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    item, _ = sent(store, monkeypatch, "一张风景")
    asked_first = play(ActionAskErase(), Message(words, "erase_my_data"))
    assert asked_first.said == ["utter_ask_card"] and asked_first.slots["photo_removing"]["ids"] == [item]


def test_both_sides_of_a_card_are_removed_and_the_iou_that_came_with_them_is_read(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = iter([ID_CARD, ID_CARD.replace("王大强", "王大强 "), IOU])
    reader = FakeReader()
    monkeypatch.setattr(photo_read, "reader", lambda: reader)
    with store.session() as session:
        ids = [evidence.add(session, SENDER, data=PNG + bytes([n]), filename=f"{n}.png", now=NOW).id for n in range(3)]
    monkeypatch.setattr(reader, "read", lambda data: FakeReader.read(FakeReader(next(texts)), data))
    played = play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=ids))
    asked_last = [user(PHOTO_MARK), bot("要留着，还是删掉这张？", "utter_ask_card")]
    answered = play(ActionReceiveEvidence(), Message("删掉这张", "send_evidence", slots=played.slots, before=asked_last))
    assert "罗三贵" in "\n".join(answered.texts) and answered.slots["awaiting"] == "photo"
    with store.session(read_only=True) as session:
        assert len(evidence.list_all(session, SENDER)) == 1


def test_a_removed_photo_is_no_proof_in_hand_any_more(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, _ = sent(store, monkeypatch, IOU)
    asked_last = [user("照片删掉"), bot("要留着，还是删掉这张？", "utter_ask_card")]
    play(ActionReceiveEvidence(), Message("删掉", "erase_my_data", slots=asks(item), before=asked_last))
    assert "evidence_held" not in facts(store)


def test_the_card_that_he_names_is_meant_and_not_the_last_photo(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    items, _ = sent_together(store, monkeypatch, [ID_CARD, "2026年5月工资条\n应发工资：7800.00\n实发工资：7200.00"])
    played = play(ActionReceiveEvidence(), Message("删掉那张身份证", "send_evidence"))
    assert played.slots["photo_removing"]["ids"] == [items[0]]


def test_a_paper_is_removed_by_its_name_and_all_his_data_are_not_meant(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    items, _ = sent_together(store, monkeypatch, [IOU, "看不清的一张纸"])
    with store.session() as session:
        evidence.set_kinds(session, SENDER, items[:1], "iou")
    played = play(ActionAskErase(), Message("删掉欠条照片", "erase_my_data"))
    assert played.slots["photo_removing"]["ids"] == [items[0]]


def test_the_words_that_removed_one_photo_never_ask_for_another_in_the_same_turn(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(store, monkeypatch, IOU)
    done = [{"event": "bot", "text": "删掉了", "metadata": {"utter_action": "utter_card_removed"}}]
    played = play(ActionKeep(), Message("删掉这张", "send_evidence", after=done))
    assert "photo_meant" not in played.slots
