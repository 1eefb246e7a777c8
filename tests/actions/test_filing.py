"""Filing, and what is said of a filing."""
from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.common import Turn
from actions.filing import ActionFileComplaint, say_clocks
from actions.own_filings import ActionAskWithdraw, ActionChangeFiling, ActionWithdraw
from actions.status import ActionStatus
from bot import clock
from bot.cases import drafts
from bot.cases.store import Store
from bot.filing import desk
from bot.privacy.words import word_list
from tests.actions.conftest import Hands
from tests.actions.stage import SENDER, Message, Played, bot, play, user
from tests.support.stores import previewed

YES = Message("确认提交", "affirm", slots={"awaiting": "file"})


@pytest.fixture
def filed(store: Store) -> Played:
    """The worker has filed."""
    with store.session() as session:
        previewed(session, SENDER)
    return play(ActionFileComplaint(), YES)


def test_a_second_yes_gets_the_same_receipt_and_no_words(filed: Played) -> None:
    again = play(ActionFileComplaint(), YES)
    assert filed.said == ["utter_filed", "utter_change_hour"] and again.said == ["utter_filed_again"]
    assert filed.response("utter_filed")["words"] and "words" not in again.response("utter_filed_again")
    assert [one["receipt"] for one in filed.customs("receipt")] == [one["receipt"] for one in again.customs("receipt")]
    assert filed.slots == again.slots == {"awaiting": None}
    assert len(again.texts) == 1 and not again.customs("deadline")


def test_a_yes_before_the_preview_files_nothing() -> None:
    played = play(ActionFileComplaint(), YES)
    assert played.customs("receipt") == [] and played.said == [] and len(played.texts) == 1
    assert played.slots == {"awaiting": None}


def test_a_yes_with_a_case_not_yet_previewed_goes_to_the_papers(store: Store) -> None:
    with store.session() as session:
        draft = previewed(session, SENDER)
        drafts.save(session, SENDER, facts=draft.facts, form="wage_claim", asked=None, answered=[], stage="assessed",
                    now=draft.updated_at)
    played = play(ActionFileComplaint(), YES)
    assert played.next == "action_papers" and played.said == []


def test_the_receipt_says_by_which_day_the_inspection_decides_and_what_to_do_in_silence(filed: Played) -> None:
    (dates,) = [text for text in filed.texts if "2026年11月30日" in text]
    assert dates.startswith("今天")
    assert filed.texts[filed.texts.index(dates) + 1].count("12345") == 1
    assert {"kind": "deadline", "what": "inspection_accepted", "on": "2026-11-30"} in filed.customs("deadline")
    assert len(filed.texts) == 3


def test_the_status_of_an_open_filing_counts_from_the_day_of_filing(filed: Played, hands: Hands) -> None:
    hands.now += timedelta(days=3)
    played = play(ActionStatus(), Message("我的投诉怎么样了", "status"))
    assert any(text.startswith("2026年11月23日就交") and "2026年11月30日" in text for text in played.texts)
    assert {"kind": "deadline", "what": "inspection_accepted", "on": "2026-11-30"} in played.customs("deadline")


def spoken_clocks(day: date) -> CollectingDispatcher:
    """What `say_clocks` says for a day."""
    dispatcher = CollectingDispatcher()
    say_clocks(Turn(dispatcher, Tracker(SENDER, {}, {}, [], False, None, {}, "action_listen")), day)
    return dispatcher


def test_both_days_are_said_when_the_table_covers_them() -> None:
    said = spoken_clocks(date(2026, 3, 2)).messages
    assert [one["custom"]["what"] for one in said if one.get("custom", {}).get("kind") == "deadline"] == [
        "inspection_accepted", "inspection_done"]
    assert len([one for one in said if one.get("text")]) == 2


def test_without_a_table_of_working_days_the_earliest_and_the_latest_day_are_said() -> None:
    said = spoken_clocks(date(2031, 3, 3)).messages
    assert not [one for one in said if one.get("custom", {}).get("kind") == "deadline"]
    lines = said[0]["text"].splitlines()
    assert [line.split("：")[0] for line in lines[1:3]] == ["决定收不收", "查完"]
    for line in lines[1:3]:
        first, last = re.findall(r"最早(\d+年\d+月\d+日)。?，?最晚(\d+年\d+月\d+日)", line)[0]
        assert first != last and "待国务院通知" in line


def test_a_withdrawn_filing_has_no_days_to_watch(filed: Played) -> None:
    assert play(ActionAskWithdraw(), Message("撤回投诉", "withdraw_filing")).slots["awaiting"] == "withdraw"
    assert play(ActionWithdraw(), Message("是的", "affirm")).said == ["utter_withdrawn"]
    played = play(ActionStatus(), Message("我的投诉怎么样了", "status"))
    assert played.texts and not played.customs("deadline")
    again = play(ActionAskWithdraw(), Message("撤回投诉", "withdraw_filing"))
    assert again.said == [] and again.slots == {"awaiting": None}
    assert len(again.texts) == 1 and "已经撤回" in again.texts[0]


def test_after_an_hour_it_is_neither_changed_nor_withdrawn_at_once(filed: Played, hands: Hands) -> None:
    assert play(ActionChangeFiling(), Message("改一下投诉", "change_filing")).next == "action_correct"
    hands.now += timedelta(minutes=61)
    assert play(ActionChangeFiling(), Message("改一下投诉", "change_filing")).said == ["utter_change_late"]
    assert play(ActionWithdraw(), Message("是的", "affirm")).said == ["utter_withdraw_asked"]


def ask(filed: Played, words: str, sender: str = "乙") -> Played:
    """The status by receipt."""
    receipt = filed.customs("receipt")[0]["receipt"]
    return play(ActionStatus(), Message(f"{receipt} {words}", "status"), sender)


def test_a_receipt_without_words_is_asked_for_them_and_does_not_count(filed: Played) -> None:
    assert all(ask(filed, "").said == ["utter_status_words"] for _ in range(7))


def test_wrong_words_are_counted_and_then_wait(filed: Played) -> None:
    wrong = " ".join(word_list()[:3])
    said = [ask(filed, wrong) for _ in range(6)]
    assert said[0].said == ["utter_status_wrong"] and said[0].response("utter_status_wrong")["left"] == 4
    assert said[5].said == ["utter_status_wait"] and said[5].response("utter_status_wait")["minutes"] == 15


def test_a_receipt_that_does_not_exist_is_unknown() -> None:
    words = " ".join(word_list()[:3])
    played = play(ActionStatus(), Message(f"MX-2026-0009999 {words}", "status"), "乙")
    assert played.said == ["utter_status_unknown"]


def test_the_own_receipt_needs_no_words(filed: Played) -> None:
    assert ask(filed, "", SENDER).said == [] and ask(filed, "", SENDER).texts


def test_nothing_filed_is_said_according_to_what_was_told(store: Store) -> None:
    asked = Message("我的投诉怎么样了", "status")
    assert play(ActionStatus(), asked).said == ["utter_status_ask"]
    with store.session() as session:
        previewed(session, SENDER)
    assert play(ActionStatus(), asked).said == ["utter_status_none"]


@pytest.mark.parametrize("action", [ActionAskWithdraw, ActionChangeFiling])
def test_from_another_device_it_is_said_why_not_and_what_to_do(filed: Played, action: type[ActionAskWithdraw]) -> None:
    (receipt,) = [one["receipt"] for one in filed.customs("receipt")]
    seen = [user(f"{receipt} 〔口令#1〕"), bot(f"{receipt}：演示")]
    played = play(action(), Message("撤回投诉", "withdraw_filing", before=seen), "乙")
    assert played.slots == {"awaiting": None} and played.next == ""
    (told,) = played.texts
    assert "别的手机" in told and "一个钟头" in told and "回执号" in told and "冒充" in told
    assert play(ActionStatus(), Message("我的投诉怎么样了", "status")).texts[0].startswith(receipt)


@pytest.mark.parametrize("action", [ActionAskWithdraw, ActionChangeFiling])
def test_what_the_desk_closed_is_neither_changed_nor_taken_back(
    filed: Played, store: Store, action: type[ActionAskWithdraw],
) -> None:
    (receipt,) = [one["receipt"] for one in filed.customs("receipt")]
    with store.session() as session:
        desk.answer(session, receipt, "已付清。", "paid", clock.now())
    played = play(action(), Message("改一下投诉", "change_filing"))
    assert played.said == [] and "已经办结" in played.texts[0]
