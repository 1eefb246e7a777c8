"""The money has come."""
from __future__ import annotations

from datetime import timedelta

import pytest

from actions.filing import ActionFileComplaint
from actions.paid import ActionPaid, ActionPaidAnswer
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from tests.actions.conftest import Hands
from tests.actions.stage import SENDER, Message, Played, play
from tests.support.stores import NOW, previewed

YES = Message("确认提交", "affirm", slots={"awaiting": "file"})


@pytest.fixture
def receipt(store: Store) -> str:
    """The worker has filed: the number."""
    with store.session() as session:
        previewed(session, SENDER)
    return str(play(ActionFileComplaint(), YES).customs("receipt")[0]["receipt"])


def paid(message: Message) -> Played:
    """The action that the rules call for the message."""
    return play(ActionPaid() if message.intent == "paid" else ActionPaidAnswer(), message)


def buttons(played: Played) -> list[str]:
    """What the last message offers."""
    return [button["payload"] for button in next(m["buttons"] for m in reversed(played.messages) if m.get("text"))]


def test_it_is_asked_whether_all_of_it_came_and_the_form_is_left() -> None:
    played = play(ActionPaid(), Message("老板给钱了", "paid", form="wage_claim"))
    assert played.slots == {"requested_slot": None, "awaiting": "paid"} and buttons(played) == ["全拿到了", "还差一些"]
    assert "都拿到了吗" in played.texts[0]


@pytest.mark.parametrize("message", [Message("全拿到了", "paid"), Message("是的", "affirm", slots={"awaiting": "paid"})])
def test_all_of_it_before_a_filing_needs_no_withdrawal(message: Message) -> None:
    played = paid(message)
    assert "不用撤" in played.texts[0] and buttons(played) == ["删除我的资料"] and played.slots["awaiting"] is None


@pytest.mark.parametrize("message", [Message("全拿到了", "paid"), Message("是的", "affirm", slots={"awaiting": "paid"})])
def test_all_of_it_after_a_filing_tells_how_to_take_it_back_and_takes_nothing_back(receipt: str, message: Message) -> None:
    played = paid(message)
    assert receipt in played.texts[0] and "撤回投诉" in buttons(played)
    assert receipt in paid(message).texts[0]


@pytest.mark.parametrize("message", [Message("只给了一半", "paid"), Message("没有", "deny", slots={"awaiting": "paid"})])
def test_a_part_keeps_the_filing_and_the_rest_is_told_by_a_change_within_the_hour(
    receipt: str, hands: Hands, message: Message,
) -> None:
    played = paid(message)
    assert "先别撤" in played.texts[0] and buttons(played) == ["改一下投诉"]
    hands.now = NOW + timedelta(hours=2)
    assert buttons(paid(message)) == ["我的投诉怎么样了"]


def test_a_part_before_a_filing_leads_to_the_sum_and_the_complaint() -> None:
    assert buttons(play(ActionPaid(), Message("还差一些", "paid"))) == ["改一下欠的钱", "写投诉书"]


@pytest.mark.parametrize(("tried", "told"), [(["arbitration"], True), (["asked"], False)])
def test_who_went_elsewhere_is_told_to_end_it_there(store: Store, tried: list[str], told: bool) -> None:
    with store.session() as session:
        facts = {"already_tried": Fact("known", tried), "owed_amount": Fact("known", 8000)}
        drafts.save(session, SENDER, facts=facts, form="wage_claim", asked=None, answered=[], stage="claim", now=NOW)
    played = play(ActionPaid(), Message("全拿到了", "paid"))
    assert ("LAW-ARB-18" in played.customs("laws")[0]["ids"]) is told


@pytest.mark.parametrize("message", [
    Message("还没有拿到钱", "paid"), Message("没收到", "affirm", slots={"awaiting": "paid"}),
    Message("没拿到", "deny", slots={"awaiting": "paid"}), Message("一分没有", "paid")])
def test_who_has_nothing_yet_is_not_congratulated(receipt: str, message: Message) -> None:
    played = paid(message)
    assert "太好了" not in played.texts[0] and "恭喜" not in played.texts[0]
    assert "接着要" in played.texts[0] and receipt in played.texts[0] and buttons(played) == ["我的投诉怎么样了"]


def test_nothing_yet_in_a_form_leaves_the_form_open() -> None:
    played = play(ActionPaid(), Message("还没有拿到钱", "paid", form="paper_details"))
    assert "接着要" in played.texts[0] and "requested_slot" not in played.slots
