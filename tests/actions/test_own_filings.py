"""Two filings in hand: which one is taken back or changed is asked, or taken from the receipt that is named."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.common import Turn
from actions.own_filings import ActionAskWithdraw, ActionChangeFiling, ActionWithdraw, answer_which
from actions.status import ActionStatus
from bot import clock
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.filing.same_claim import set_aside
from bot.filing.service import file_complaint
from bot.filing.status import own_status
from tests.actions.conftest import Hands
from tests.actions.stage import SENDER, Message, Played, bot, play, user
from tests.support.stores import STATION, previewed

WHICH_WITHDRAW = [user("撤回投诉"), bot("要撤哪一份", "utter_which_withdraw")]
WHICH_CHANGE = [user("改一下投诉"), bot("要改哪一份", "utter_which_change")]


@pytest.fixture
def receipts(store: Store) -> list[str]:
    """Two filings, of 宏达劳务公司 and then of 刘大柱."""
    with store.session() as session:
        previewed(session, SENDER, clock.now())
        first = file_complaint(session, SENDER, clock.now(), STATION).receipt
        set_aside(session, SENDER, clock.now())
    with store.session() as session:
        previewed(session, SENDER, clock.now(), debtor_name=Fact("known", "刘大柱", words="刘大柱"))
        return [first, file_complaint(session, SENDER, clock.now(), STATION).receipt]


def outcomes(store: Store) -> dict[str, Any]:
    """Receipt -> outcome."""
    with store.session(read_only=True) as session:
        return {status.receipt: status.outcome for status in own_status(session, SENDER)}


def in_hand(store: Store) -> drafts.Draft:
    """The case in hand."""
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft is not None
    return draft


def yes(meant: str) -> Played:
    """The yes after the question about one receipt."""
    return play(ActionWithdraw(), Message("是的", "affirm", slots={"awaiting": "withdraw", "filing_meant": meant}))


def test_with_two_filings_it_is_asked_which_one_before_anything(receipts: list[str], store: Store) -> None:
    played = play(ActionAskWithdraw(), Message("撤回投诉", "withdraw_filing"))
    assert played.said == ["utter_which_withdraw"] and played.slots["awaiting"] is None
    asked = played.response("utter_which_withdraw")
    assert [button["payload"] for button in asked["buttons"]] == [f"撤回{receipt}" for receipt in receipts]
    assert [name in line for name, line in zip(("宏达", "刘大柱"), asked["filings"].splitlines(), strict=True)] == [True, True]
    assert set(outcomes(store).values()) == {None}


@pytest.mark.parametrize("place", [0, 1])
def test_the_button_names_the_receipt_and_only_that_filing_is_taken_back(receipts: list[str], store: Store, place: int) -> None:
    named = receipts[place]
    played = play(ActionStatus(), Message(f"撤回{named}", "status", before=WHICH_WITHDRAW))
    assert played.said == ["utter_ask_withdraw_one"] and played.response("utter_ask_withdraw_one")["receipt"] == named
    assert (played.slots["awaiting"], played.slots["filing_meant"]) == ("withdraw", named)
    done = yes(named)
    assert done.said == ["utter_withdrawn"] and done.response("utter_withdrawn")["receipt"] == named
    assert outcomes(store) == {named: "withdrawn", receipts[1 - place]: None}


def test_what_was_withdrawn_is_in_hand_for_being_written_again(receipts: list[str], store: Store) -> None:
    played = yes(receipts[0])
    assert in_hand(store).number == receipts[0] and played.slots["debtor_name"]["value"] == "宏达劳务公司"


@pytest.mark.parametrize(("text", "place"), [("第一份", 0), ("后面那份", 1), ("刘大柱那份", 1), ("2", 1)])
def test_the_question_is_answered_by_place_or_name_too(receipts: list[str], text: str, place: int) -> None:
    played = play(ActionStatus(), Message(text, "status", before=WHICH_WITHDRAW))
    assert played.slots["filing_meant"] == receipts[place] and played.said == ["utter_ask_withdraw_one"]


def test_a_place_means_nothing_when_it_was_not_asked(receipts: list[str]) -> None:
    assert "utter_ask_withdraw_one" not in play(ActionStatus(), Message("第一份", "status")).said


def test_the_only_one_left_is_not_meant_by_every_word_after_the_question(receipts: list[str]) -> None:
    yes(receipts[0])
    played = play(ActionStatus(), Message("我的投诉怎么样了", "status", before=WHICH_WITHDRAW))
    assert "utter_ask_withdraw" not in played.said and "awaiting" not in played.slots and played.texts


def test_a_new_value_in_the_wish_is_left_to_the_correction_when_one_filing_is_open(receipts: list[str]) -> None:
    yes(receipts[0])
    played = play(ActionChangeFiling(), Message("刚才那份投诉金额改成8000", "change_filing"))
    assert (played.said, played.next) == (["utter_change_open"], "action_correct")


def test_a_receipt_alone_without_the_question_is_its_status(receipts: list[str]) -> None:
    played = play(ActionStatus(), Message(receipts[0], "status"))
    assert played.texts[0].startswith(receipts[0]) and played.said == []


def test_another_yes_or_the_wish_twice_keeps_the_filing_that_was_asked_about(receipts: list[str]) -> None:
    before = [user(f"撤回{receipts[0]}"), bot("真的要撤回", "utter_ask_withdraw_one")]
    again = play(ActionAskWithdraw(), Message("撤回投诉", "withdraw_filing", before=before, slots={"filing_meant": receipts[0]}))
    assert again.said == ["utter_ask_withdraw_one"] and again.slots["filing_meant"] == receipts[0]


def test_a_filing_meant_long_ago_is_not_meant_now(receipts: list[str]) -> None:
    later = play(ActionAskWithdraw(), Message("撤回投诉", "withdraw_filing", slots={"filing_meant": receipts[0]}))
    assert later.said == ["utter_which_withdraw"]


def test_a_yes_without_a_filing_named_takes_nothing_back(receipts: list[str], store: Store) -> None:
    assert yes("").said == ["utter_which_withdraw"] and set(outcomes(store).values()) == {None}


def test_after_the_first_was_taken_back_the_second_needs_no_question(receipts: list[str], store: Store) -> None:
    yes(receipts[0])
    played = play(ActionAskWithdraw(), Message("撤回投诉", "withdraw_filing"))
    assert played.said == ["utter_ask_withdraw"] and played.slots["filing_meant"] == receipts[1]
    yes(receipts[1])
    assert set(outcomes(store).values()) == {"withdrawn"}


def test_with_two_filings_it_is_asked_which_one_to_change(receipts: list[str], store: Store) -> None:
    played = play(ActionChangeFiling(), Message("改一下投诉", "change_filing"))
    assert played.said == ["utter_which_change"] and played.next == ""
    assert [button["payload"] for button in played.response("utter_which_change")["buttons"]] == [
        f"改{receipt}" for receipt in receipts]
    assert in_hand(store).number == receipts[1]


def test_the_filing_that_is_named_is_opened_for_the_change(receipts: list[str], store: Store) -> None:
    played = play(ActionStatus(), Message(f"改{receipts[0]}", "status", before=WHICH_CHANGE))
    assert played.said == ["utter_change_open", "utter_play_back", "utter_correct_which"] and played.next == ""
    assert in_hand(store).number == receipts[0] and played.slots["debtor_name"]["value"] == "宏达劳务公司"
    assert "宏达" in played.response("utter_play_back")["facts"]


def test_of_two_only_the_one_within_its_hour_may_be_changed(receipts: list[str], store: Store, hands: Hands) -> None:
    hands.now += timedelta(minutes=50)
    with store.session() as session:
        set_aside(session, SENDER, hands.now)
        previewed(session, SENDER, hands.now, debtor_name=Fact("known", "周国平", words="周国平"))
        third = file_complaint(session, SENDER, hands.now, STATION).receipt
    hands.now += timedelta(minutes=20)
    assert play(ActionChangeFiling(), Message("改一下投诉", "change_filing")).next == "action_correct"
    assert in_hand(store).number == third
    assert play(ActionStatus(), Message(f"改{receipts[0]}", "status")).said == ["utter_change_late"]


def test_a_claim_being_written_is_not_lost_to_a_change_and_a_filing_is_taken_back_beside_it(
    receipts: list[str], store: Store,
) -> None:
    with store.session() as session:
        set_aside(session, SENDER, clock.now())
        previewed(session, SENDER, clock.now(), debtor_name=Fact("known", "王五", words="王五"))
    played = play(ActionStatus(), Message(f"改{receipts[0]}", "status"))
    assert played.said == ["utter_change_first_finish"] and in_hand(store).facts["debtor_name"].value == "王五"
    assert yes(receipts[0]).said == ["utter_withdrawn"]
    assert in_hand(store).facts["debtor_name"].value == "王五" and outcomes(store)[receipts[0]] == "withdrawn"


def test_inside_a_form_the_form_is_left_for_the_question(receipts: list[str]) -> None:
    played = play(ActionAskWithdraw(), Message("撤回投诉", "withdraw_filing", form="wage_claim"))
    assert {"event": "active_loop", "timestamp": None, "name": None} in played.events


def test_an_action_that_follows_another_does_not_answer_again(receipts: list[str]) -> None:
    text = f"改{receipts[0]}"
    done = [user(text), {"event": "action", "name": "action_change_filing"}]
    for events, answers in ((done[:1], True), (done, False)):
        tracker = Tracker(SENDER, {}, {"text": text}, events, False, None, {}, "action_listen")
        assert (answer_which(Turn(CollectingDispatcher(), tracker)) is not None) is answers


@pytest.mark.parametrize("text", ["第一份不要撤", "刘大柱那份别撤"])
def test_a_refusal_after_the_question_takes_nothing_back(receipts: list[str], store: Store, text: str) -> None:
    for action in (ActionStatus(), ActionAskWithdraw()):
        played = play(action, Message(text, "withdraw_filing", before=WHICH_WITHDRAW))
        assert played.said == ["utter_deny_nothing"] and not played.slots["awaiting"] and not played.slots["filing_meant"]
    assert set(outcomes(store).values()) == {None}


def test_a_refusal_after_the_question_opens_nothing_for_a_change(receipts: list[str], store: Store) -> None:
    played = play(ActionChangeFiling(), Message("第一份不要改", "change_filing", before=WHICH_CHANGE))
    assert played.said == ["utter_deny_nothing"] and in_hand(store).number == receipts[1]


def test_one_is_kept_and_the_other_taken_back_in_one_breath(receipts: list[str]) -> None:
    played = play(ActionStatus(), Message("第一份不撤，撤第二份", "status", before=WHICH_WITHDRAW))
    assert played.said == ["utter_ask_withdraw_one"] and played.slots["filing_meant"] == receipts[1]
