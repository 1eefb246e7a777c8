"""Erasure: asked once, done on a yes, and what a desk keeps is said."""
from __future__ import annotations

from dataclasses import replace

import pytest

from actions import filing
from actions.erase import ActionAskErase, ActionErase
from actions.filing import ActionFileComplaint
from actions.inform import ActionFallback
from actions.own_filings import ActionAskWithdraw
from actions.status import ActionStatus
from bot.cases import drafts, personal
from bot.cases.store import Store
from bot.settings import settings
from tests.actions.stage import SENDER, Message, play
from tests.support.stores import STATION, previewed

ASK, YES = Message("删除我的资料", "erase_my_data", form="wage_claim"), Message("是的", "affirm", slots={"awaiting": "erase"})


def test_it_is_asked_and_nothing_is_erased_yet(store: Store) -> None:
    with store.session() as session:
        previewed(session, SENDER)
    played = play(ActionAskErase(), ASK)
    assert played.said == ["utter_ask_erase"] and played.slots == {"requested_slot": None, "awaiting": "erase"}
    assert any(event["event"] == "active_loop" and event["name"] is None for event in played.events)
    with store.session(read_only=True) as session:
        assert drafts.load(session, SENDER) is not None


def test_a_yes_erases_everything_before_a_filing(store: Store) -> None:
    with store.session() as session:
        previewed(session, SENDER)
    played = play(ActionErase(), YES)
    assert played.customs("erased") and played.slots == {"awaiting": None, "erase_conversation": True}
    assert "MX-" not in "".join(played.texts) and not played.customs("laws")
    with store.session(read_only=True) as session:
        assert drafts.load(session, SENDER) is None


def file(store: Store) -> str:
    """The receipt of a filing."""
    with store.session() as session:
        previewed(session, SENDER)
    return str(play(ActionFileComplaint(), Message("确认提交", "affirm")).customs("receipt")[0]["receipt"])


@pytest.fixture
def station(monkeypatch: pytest.MonkeyPatch) -> None:
    """Filings go to a station."""
    monkeypatch.setattr(filing, "settings", lambda: replace(settings(), station=STATION))


def test_after_a_filing_the_question_and_the_answer_name_what_stays(store: Store, station: None) -> None:
    receipt = file(store)
    asked = play(ActionAskErase(), ASK)
    assert asked.said == ["utter_ask_erase_filed"] and asked.response("utter_ask_erase_filed")["receipt"] == receipt
    said = "".join(play(ActionErase(), YES).texts)
    assert receipt in said and "受理站的电话" in said and "先撤回" not in said


def test_after_an_erasure_it_is_said_how_to_take_the_kept_filing_back(store: Store, station: None) -> None:
    file(store)
    play(ActionErase(), YES)
    assert "资料删过的" in "".join(play(ActionAskWithdraw(), Message("撤回投诉", "withdraw_filing")).texts)


def test_a_demo_went_to_no_desk_and_is_erased_like_the_rest(store: Store) -> None:
    receipt = file(store)
    asked = play(ActionAskErase(), ASK)
    assert asked.said == ["utter_ask_erase_demo"] and asked.response("utter_ask_erase_demo")["receipt"] == receipt
    said = "".join(play(ActionErase(), YES).texts)
    assert "登记的投诉1份" in said and "留" not in said
    assert play(ActionStatus(), Message(f"{receipt} 苹果 西瓜 火车", "status")).said == ["utter_status_unknown"]


def test_only_the_kinds_of_numbers_are_named_that_were_there(store: Store) -> None:
    with store.session() as session:
        previewed(session, SENDER)
        personal.keep(session, SENDER, "phone", "13800001234")
    said = "".join(play(ActionErase(), YES).texts)
    assert "电话号码1个" in said and "身份证" not in said and "银行卡" not in said


def test_without_anything_kept_it_is_said_so() -> None:
    played = play(ActionErase(), YES)
    assert played.customs("erased") and played.slots["erase_conversation"] is True and len(played.texts) == 1


@pytest.mark.parametrize("text", ["我的资料还在吗", "你记得我说过啥", "你还记得我吗", "我的信息都删干净了吗", "你还存着我的事吗"])
def test_who_asks_what_is_kept_hears_that_nothing_is(store: Store, text: str) -> None:
    asked = Message(text, "nlu_fallback")
    assert play(ActionFallback(), asked).said == ["utter_nothing_kept"]
    with store.session() as session:
        previewed(session, SENDER)
    assert "utter_nothing_kept" not in play(ActionFallback(), asked).said
