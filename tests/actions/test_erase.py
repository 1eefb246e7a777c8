"""Erasure: asked once, done on a yes, and what a desk keeps is said."""
from __future__ import annotations

from actions.erase import ActionAskErase, ActionErase
from actions.filing import ActionFileComplaint
from bot.cases import drafts
from bot.cases.store import Store
from tests.actions.stage import SENDER, Message, play
from tests.support.stores import previewed

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


def test_after_a_filing_the_question_and_the_answer_name_what_stays(store: Store) -> None:
    with store.session() as session:
        previewed(session, SENDER)
    receipt = play(ActionFileComplaint(), Message("确认提交", "affirm")).customs("receipt")[0]["receipt"]
    asked = play(ActionAskErase(), ASK)
    assert asked.said == ["utter_ask_erase_filed"] and asked.response("utter_ask_erase_filed")["receipt"] == receipt
    assert receipt in "".join(play(ActionErase(), YES).texts)


def test_without_anything_kept_it_is_said_so() -> None:
    played = play(ActionErase(), YES)
    assert played.customs("erased") and played.slots["erase_conversation"] is True and len(played.texts) == 1
