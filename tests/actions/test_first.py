"""Words that one question of the bot waits for, tried before the action that NLU chose."""
from __future__ import annotations

from typing import Any

import pytest
import yaml
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.common import Turn, acted_since, asked_last, said_before
from actions.first import OPEN, answer_first
from actions.going_on import ActionDontKnow
from actions.inform import ActionFallback, ActionInform
from actions.receipt import answer_words
from actions.status import ActionStatus
from bot.cases import secrets_out
from bot.cases.store import Store
from bot.filing.service import file_complaint
from bot.privacy.words import word_list
from bot.settings import ROOT
from tests.actions.stage import SENDER, Message, bot, play, user
from tests.support.stores import NOW, STATION, previewed

ASKED = [user("第一句"), bot("看清楚了", "utter_confirm_filing")]
ACTED = {"event": "action", "name": "action_answer"}


@pytest.mark.parametrize(("before", "asked"), [
    (ASKED, True),
    ([*ASKED, bot("还有一句", "utter_help")], False),
    ([user("第一句"), bot("还有一句", "utter_help"), bot("看清楚了", "utter_confirm_filing")], True),
    ([*ASKED, user("第二句"), bot("好", "utter_help")], False),
    ([*ASKED, user("第二句")], False),
    ([user("第一句"), bot("从 content 来的一句")], False),
    ([*ASKED, {"event": "bot", "text": None, "data": {"custom": {"kind": "question"}}}], True),
    ([], False),
])
def test_only_the_bot_s_last_words_before_the_message_are_what_was_asked_last(before: list[dict[str, Any]], asked: bool) -> None:
    assert asked_last([*before, user("这一句")], "utter_confirm_filing") is asked


def test_what_is_said_in_this_turn_was_not_said_before_the_message() -> None:
    events = [*ASKED, user("这一句"), bot("答", "utter_help")]
    assert [event["text"] for event in said_before(events)] == ["看清楚了"]
    assert not asked_last(events, "utter_help")


@pytest.mark.parametrize(("events", "acted"), [
    ([user("这一句")], False), ([user("这一句"), ACTED], True), ([ACTED, user("这一句")], False),
    ([user("这一句"), ACTED, {"event": "slot", "name": "awaiting", "value": None}], True), ([], False),
])
def test_an_action_that_follows_another_in_the_same_turn_is_told_from_it(events: list[dict[str, Any]], acted: bool) -> None:
    assert acted_since(events) is acted


def filed(store: Store, sender: str) -> tuple[str, str]:
    """A filing of the sender: the receipt, and the door's token for its words as another sender types them."""
    with store.session() as session:
        previewed(session, sender)
        made = file_complaint(session, sender, NOW, STATION)
        return made.receipt, secrets_out.put(session, SENDER, made.words, NOW)


def turn(text: str, slots: dict[str, Any], form: str = "", danger: str = "") -> Turn:
    """A message on its own, before any action."""
    loop = {"name": form} if form else {}
    message = {"text": text, "danger": danger}
    return Turn(CollectingDispatcher(), Tracker(SENDER, slots, message, [user(text)], False, None, loop, "action_listen"))


def test_words_that_come_after_the_receipt_find_its_filing_whatever_nlu_made_of_them(store: Store) -> None:
    receipt, words = filed(store, "乙")
    played = play(ActionInform(), Message(words, "inform", slots={"asked_receipt": receipt}))
    assert played.texts[0].startswith(receipt) and played.slots == {"asked_receipt": None, "awaiting": None}


def test_wrong_words_leave_the_receipt_waiting_for_the_next_try(store: Store) -> None:
    receipt, _ = filed(store, "乙")
    played = play(ActionInform(), Message(" ".join(word_list()[:3]), slots={"asked_receipt": receipt}))
    assert played.said == ["utter_status_wrong"] and played.slots["asked_receipt"] == receipt


@pytest.mark.parametrize("text", ["包工头欠我一万五", "我的投诉怎么样了", "不记得了", "老板 欠我 九千"])
def test_what_is_no_words_is_not_tried_as_words(store: Store, text: str) -> None:
    receipt, _ = filed(store, "乙")
    asked = turn(text, {"asked_receipt": receipt})
    assert answer_words(asked) is None and asked.dispatcher.messages == []


def test_three_short_words_after_a_wrong_try_are_a_try_and_raise_no_doubt(store: Store) -> None:
    receipt, _ = filed(store, "乙")
    played = play(ActionInform(), Message("山 水 人", doubt="danger_confinement", slots={"asked_receipt": receipt}))
    assert played.said == ["utter_status_wrong"] and not played.texts


def test_two_words_where_three_are_awaited_are_asked_for_again(store: Store) -> None:
    receipt, _ = filed(store, "乙")
    assert play(ActionFallback(), Message("苹果 西瓜", slots={"asked_receipt": receipt})).said == ["utter_status_words"]


@pytest.mark.parametrize("text", ["那我咋办", "那怎么办呢", "口令忘了"])
def test_who_is_locked_out_or_has_forgotten_the_words_hears_what_helps(text: str) -> None:
    played = play(ActionDontKnow(), Message(text, slots={"asked_receipt": "MX-2026-0000001"}))
    assert "我的投诉怎么样了" in "".join(played.texts) and not played.said


def test_forgotten_words_are_no_story_and_are_not_needed_for_ones_own_filing(store: Store) -> None:
    forgotten = Message("我只记得回执号,口令忘了", "dont_know")
    assert "补不了" in "".join(play(ActionDontKnow(), forgotten).texts)
    receipt, _ = filed(store, SENDER)
    assert receipt in "".join(play(ActionDontKnow(), forgotten).texts)


def test_a_receipt_alone_that_nobody_has_is_unknown_and_one_too_short_is_said_to_be() -> None:
    assert play(ActionStatus(), Message("MX-2026-9999999", "status")).said == ["utter_status_unknown"]
    assert play(ActionStatus(), Message("MX-2026-1", "status")).said == ["utter_status_short"]


def test_words_without_a_receipt_before_them_or_with_another_one_are_left_to_the_status(store: Store) -> None:
    receipt, words = filed(store, "乙")
    assert answer_words(turn(words, {})) is None
    assert answer_words(turn(f"MX-2026-0009999 {words}", {"asked_receipt": receipt})) is None


@pytest.mark.parametrize(("form", "danger", "action", "tried"), [
    ("", "", "action_inform", True), ("wage_claim", "", "action_inform", False), ("", "danger_self", "action_inform", False),
    ("", "", "action_danger", False), ("", "", "validate_wage_claim", False), ("", "", "action_session_start", False),
])
def test_a_form_a_danger_and_what_rasa_calls_itself_go_their_own_way(
    store: Store, form: str, danger: str, action: str, tried: bool,
) -> None:
    receipt, words = filed(store, "乙")
    assert (answer_first(turn(words, {"asked_receipt": receipt}, form, danger), action) is not None) is tried


def test_each_action_before_which_something_is_tried_is_one_of_the_domain() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    assert set(domain["actions"]) >= OPEN and not {"action_danger", "action_erase", "action_withdraw"} & OPEN
