"""One piece is removed: the one that the question named, asked once, and never another."""
from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import photo_read
from actions.common import Act
from actions.erase import ActionAskErase
from actions.going_on import ActionResume
from actions.photo_answer import ActionPhotoRight
from actions.photos import ActionReceiveEvidence
from bot.cases import evidence
from bot.cases.store import Store
from bot.privacy.tokens import PHOTO_MARK
from tests.actions.photo_stage import ID_CARD, IOU, FakeReader
from tests.actions.stage import SENDER, Message, Played, bot, play, user
from tests.support.stores import PNG, later

PAYSLIP = "2026年8月工资条\n姓名 王大强\n基本工资 4000\n应发合计 4600\n实发工资 4400"
RECEIPT = "收条\n今收到罗三贵支付工资3000元\n收款人：王大强\n2026年10月1日"


class Talk:
    """A talk on the stage: slots and events go on from turn to turn, what follows an action runs too."""

    def __init__(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        self.store, self.monkeypatch, self.count = store, monkeypatch, 0
        self.slots: dict[str, Any] = {}
        self.events: list[dict[str, Any]] = []
        self.form = ""

    def photo(self, text: str, form: str = "") -> str:
        """A photo on which this text stands; its id."""
        self.count += 1
        self.form = form or self.form
        self.monkeypatch.setattr(photo_read, "reader", lambda: FakeReader(text))
        with self.store.session() as session:
            data, now = PNG + bytes([self.count]), later(minutes=self.count)
            item = evidence.add(session, SENDER, data=data, filename="a.png", now=now).id
        self.turn(ActionReceiveEvidence(), PHOTO_MARK, [item])
        return item

    def say(self, text: str, action: Act | None = None) -> Played:
        """What he types; `action` is what NLU chose."""
        return self.turn(action or ActionAskErase(), text, [])

    def turn(self, action: Act, text: str, photos: list[str]) -> Played:
        played = play(action, Message(text, slots=self.slots, before=self.events, photos=photos, form=self.form))
        came = [{"event": "user", "text": text, "metadata": {"attachments": photos}}]
        self.slots = {**self.slots, **played.slots}
        if any(event["event"] == "active_loop" and event["name"] is None for event in played.events):
            self.form = ""
        said = [bot(str(one.get("text") or one.get("response")), str(one.get("response") or "")) for one in played.messages
                if one.get("text") or one.get("response")]
        self.events = [*self.events, *came, {"event": "action", "name": action.name()}, *said]
        return played

    @property
    def left(self) -> list[str]:
        """The pieces that are still there."""
        with self.store.session(read_only=True) as session:
            return [item.id for item in evidence.list_all(session, SENDER)]


@pytest.fixture
def talk(store: Store, monkeypatch: pytest.MonkeyPatch) -> Talk:
    return Talk(store, monkeypatch)


def named(played: Played) -> str:
    """What the question names."""
    return str(played.response("utter_ask_card")["named"])


def buttons(played: Played) -> list[str]:
    return [button["payload"] for message in played.messages for button in message.get("buttons") or []]


def test_in_a_form_a_card_is_asked_about_once_and_the_button_pressed_again_removes_nothing_else(talk: Talk) -> None:
    iou = talk.photo(IOU, form="wage_claim")
    talk.photo(ID_CARD)
    assert talk.say("删掉这张").said == ["utter_card_removed"] and talk.left == [iou]
    assert talk.say("删掉这张").said == ["utter_card_gone"] and talk.say("删掉这张").said == ["utter_card_gone"]
    assert talk.left == [iou]


def test_what_follows_the_removal_in_the_same_turn_hears_the_words_no_second_time(talk: Talk) -> None:
    iou = talk.photo(IOU, form="wage_claim")
    talk.photo(ID_CARD)
    talk.say("删掉这张")
    events = [*talk.events, user("删掉这张"), {"event": "action", "name": "action_ask_erase"}]
    dispatcher = CollectingDispatcher()
    latest = {"text": "删掉这张", "intent": {"name": "erase_my_data"}}
    ActionResume().run(dispatcher, Tracker(SENDER, talk.slots, latest, events, False, None, {}, ""), {})
    said = [message.get("response") for message in dispatcher.messages]
    assert "utter_ask_card" not in said and "utter_card_gone" not in said and talk.left == [iou]


def test_a_card_whose_question_came_between_is_removed_by_its_button_after_the_reading_was_confirmed(talk: Talk) -> None:
    iou = talk.photo(IOU)
    talk.photo(ID_CARD)
    assert talk.slots["photo_meant"] == iou
    right = talk.say("读对了", ActionPhotoRight())
    assert "罗三贵" in "".join(right.texts)
    assert talk.say("删掉这张").said == ["utter_card_removed"] and talk.left == [iou]


def test_after_the_card_the_reading_that_was_asked_about_is_asked_about_again(talk: Talk) -> None:
    iou = talk.photo(IOU)
    talk.photo(ID_CARD)
    answered = talk.say("删掉这张")
    assert "读对了" in buttons(answered) and answered.slots["photo_meant"] == iou and answered.slots["awaiting"] == "photo"


def test_the_card_that_he_names_is_removed_and_not_the_piece_that_came_after_it(talk: Talk) -> None:
    talk.photo(ID_CARD)
    payslip = talk.photo(PAYSLIP)
    assert "第1张（身份证）" in named(talk.say("删掉那张身份证"))
    assert talk.say("删掉这张").said == ["utter_card_removed"] and talk.left == [payslip]


def test_the_old_button_after_a_newer_photo_lists_both_and_removes_neither(talk: Talk) -> None:
    card, payslip = talk.photo(ID_CARD), talk.photo(PAYSLIP)
    played = talk.say("删掉这张")
    assert buttons(played) == ["删掉第1张", "删掉第2张"] and talk.left == [card, payslip]
    assert "第1张（身份证）" in named(talk.say("删掉第1张"))
    talk.say("删掉这张")
    assert talk.left == [payslip]
    assert talk.say("删掉第1张").said == ["utter_card_gone"] and talk.left == [payslip]
    assert "工资条" in named(talk.say("删掉第2张"))


def test_the_photo_that_was_just_sent_is_named_while_a_card_waits_for_its_answer(talk: Talk) -> None:
    talk.photo(ID_CARD)
    iou = talk.photo(IOU)
    played = talk.say("把这张照片删了")
    assert "第2张（工资欠条）" in named(played) and talk.slots["photo_removing"]["ids"] == [iou]


@pytest.mark.parametrize(("words", "place", "kind"), [
    ("删掉欠条照片", 0, "工资欠条"), ("把工资条那张删了", 1, "工资条"), ("把那张收条删掉", 2, "收条"),
    ("删掉第二张", 1, "工资条")])
def test_the_piece_that_he_names_is_asked_about_and_never_all_that_he_told(talk: Talk, words: str, place: int, kind: str) -> None:
    items = [talk.photo(IOU), talk.photo(PAYSLIP), talk.photo(RECEIPT)]
    talk.say("好", ActionReceiveEvidence())
    played = talk.say(words)
    assert played.said == ["utter_ask_card"] and f"第{place + 1}张（{kind}" in named(played)
    assert talk.slots["photo_removing"]["ids"] == [items[place]] and talk.left == items
    talk.say("删掉这张")
    assert talk.left == [item for item in items if item != items[place]]


@pytest.mark.parametrize("words", ["删除我的照片", "那张照片不要了"])
def test_pieces_are_listed_to_choose_from_when_he_does_not_say_which(talk: Talk, words: str) -> None:
    items = [talk.photo(IOU), talk.photo(PAYSLIP)]
    talk.say("好", ActionReceiveEvidence())
    assert buttons(talk.say(words)) == ["删掉第1张", "删掉第2张"] and talk.left == items


@pytest.mark.parametrize("words", ["这张发错了，不要了", "发错了", "这张发错了"])
def test_a_photo_sent_by_mistake_is_offered_for_removal(talk: Talk, words: str) -> None:
    talk.photo(IOU)
    payslip = talk.photo(PAYSLIP)
    assert "第2张（工资条" in named(talk.say(words, ActionReceiveEvidence())) and talk.slots["photo_removing"]["ids"] == [payslip]


def test_a_kept_card_is_removed_later_only_by_its_name(talk: Talk) -> None:
    card = talk.photo(ID_CARD)
    assert talk.say("留着").said == ["utter_card_kept"]
    iou = talk.photo(IOU)
    talk.say("读对了", ActionPhotoRight())
    assert "第1张（身份证）" in named(talk.say("把身份证照片删了"))
    assert talk.left == [card, iou]


def test_a_photo_that_comes_with_the_words_of_the_button_answers_no_older_question(talk: Talk) -> None:
    card = talk.photo(ID_CARD)
    with talk.store.session() as session:
        wall = evidence.add(session, SENDER, data=PNG + b"w", filename="w.png", now=later(hours=1)).id
    talk.turn(ActionReceiveEvidence(), "删掉这张", [wall])
    assert talk.left == [card, wall]
