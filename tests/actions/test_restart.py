"""Beginning again: asked once, nothing thrown away without a yes, what was filed stays filed."""
from __future__ import annotations

import pytest

from actions.restart import ActionAskRestart, ActionRestart
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.filing.service import file_complaint
from bot.filing.status import own_status
from tests.actions.stage import SENDER, Message, play
from tests.support.stores import NOW, STATION, facts, previewed

AGAIN = Message("重新登记", "restart_claim")
YES = Message("是的", "affirm", slots={"awaiting": "restart"})


def told(store: Store, stage: str = "claim", **more: Fact) -> None:
    """A claim told."""
    with store.session() as session:
        drafts.save(session, SENDER, facts=facts(**more), form="wage_claim", asked="work_place", answered=[], stage=stage,
                    now=NOW)


def filed(store: Store) -> str:
    """The receipt of a filing."""
    with store.session() as session:
        previewed(session, SENDER)
        return file_complaint(session, SENDER, NOW, STATION).receipt


def in_hand(store: Store) -> drafts.Draft | None:
    """The case in hand."""
    with store.session(read_only=True) as session:
        return drafts.load(session, SENDER)


def test_what_was_told_is_thrown_away_only_after_a_question(store: Store) -> None:
    told(store)
    played = play(ActionAskRestart(), AGAIN)
    assert (played.said, played.next, played.slots["awaiting"]) == (["utter_ask_restart"], "", "restart")
    assert {"event": "active_loop", "timestamp": None, "name": None} in played.events
    draft = in_hand(store)
    assert draft is not None and draft.facts["debtor_name"].value == "宏达劳务公司"


def test_with_nothing_to_lose_it_begins_at_once(store: Store) -> None:
    assert play(ActionAskRestart(), AGAIN).next == "action_restart_claim"
    filed(store)
    played = play(ActionAskRestart(), AGAIN)
    assert (played.said, played.next) == ([], "action_restart_claim")


@pytest.mark.parametrize("text", ["重新交", "再提交一次"])
def test_handing_in_again_goes_to_the_papers_and_asks_nothing(store: Store, text: str) -> None:
    told(store, "papers")
    played = play(ActionAskRestart(), Message(text, "restart_claim"))
    assert (played.said, played.next, played.slots["awaiting"]) == ([], "action_papers", None)


@pytest.mark.parametrize("text", ["别重新登记", "不用重来"])
def test_a_no_to_beginning_again_keeps_everything(store: Store, text: str) -> None:
    told(store)
    for action in (ActionAskRestart(), ActionRestart()):
        played = play(action, Message(text, "restart_claim", slots={"awaiting": "restart"}))
        assert (played.said, played.next, played.slots) == (["utter_not_restarted"], "", {"awaiting": None})
    draft = in_hand(store)
    assert draft is not None and draft.facts == facts()


def test_after_the_yes_a_filed_claim_that_was_changed_is_put_aside_as_it_was_filed(store: Store) -> None:
    receipt = filed(store)
    told(store, "papers", debtor_name=Fact("known", "王五", words="王五"))
    played = play(ActionRestart(), YES)
    assert (played.next, played.slots) == ("action_restart_claim", {"awaiting": None})
    assert in_hand(store) is None
    with store.session(read_only=True) as session:
        assert [(status.receipt, status.outcome) for status in own_status(session, SENDER)] == [(receipt, None)]


def test_after_the_yes_a_claim_that_was_never_filed_is_left_to_be_emptied(store: Store) -> None:
    told(store)
    assert play(ActionRestart(), YES).next == "action_restart_claim"
    draft = in_hand(store)
    assert draft is not None and draft.number is None
