"""Stopping, going on, changing something, saying it again; a new session."""
from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from actions.common import plan
from actions.going_on import (
    ActionAffirm,
    ActionCorrect,
    ActionDontKnow,
    ActionKeep,
    ActionPause,
    ActionRepeat,
    ActionRestartClaim,
    ActionResume,
)
from actions.session import ActionSessionStart
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from tests.actions.stage import SENDER, Message, bot, play, user
from tests.support.stores import NOW

FOREMAN = {"debtor_kind": Fact("known", "foreman", words="包工头")}


def told(store: Store, stage: str = "claim", asked: str | None = "debtor_name", now: datetime = NOW, **more: Fact) -> None:
    """A claim begun: a foreman owes."""
    with store.session() as session:
        drafts.save(session, SENDER, facts={**FOREMAN, **more}, form="wage_claim", asked=asked, answered=["debtor_kind"],
                    stage=stage, now=now)  # type: ignore[arg-type]


def draft_of(store: Store) -> drafts.Draft:
    """The case in hand."""
    with store.session(read_only=True) as session:
        found = drafts.load(session, SENDER)
    assert found is not None
    return found


def test_a_pause_leaves_the_form_and_says_where_it_stands(store: Store) -> None:
    told(store)
    played = play(ActionPause(), Message("明天再说", "pause", form="wage_claim", slots={"question_step": 2}))
    assert played.said == ["utter_progress_saved"]
    assert {"event": "active_loop", "timestamp": None, "name": None} in played.events
    assert played.slots == {"requested_slot": None, "awaiting": None}


def test_a_pause_without_a_form_tells_no_progress() -> None:
    assert play(ActionPause(), Message("明天再说", "pause")).said == ["utter_saved"]


@pytest.mark.parametrize(("stage", "asked", "said", "follows"), [
    ("claim", "debtor_name", ["utter_resume"], "wage_claim"),
    ("claim", None, ["utter_resume"], "wage_claim"),
    ("assessed", None, ["utter_offer_next"], ""),
    ("previewed", None, ["utter_offer_next"], ""),
])
def test_going_on_leads_to_where_the_case_stands(store: Store, stage: str, asked: str | None, said: list[str],
                                                 follows: str) -> None:
    told(store, stage, asked)
    played = play(ActionResume(), Message("继续", "resume"))
    assert (played.said, played.next) == (said, follows)


def test_going_on_without_a_case_begins_one() -> None:
    played = play(ActionResume(), Message("开始", "start_claim"))
    assert (played.said, played.next) == (["utter_first_question"], "wage_claim")


def test_going_on_inside_the_form_says_nothing_twice() -> None:
    assert play(ActionResume(), Message("继续", "resume", form="wage_claim")).messages == []


STARTED = {"event": "session_started"}
OFFERED = [STARTED, {"event": "slot", "name": "question_step", "value": 2}]


@pytest.mark.parametrize(("before", "goes_on"), [
    (OFFERED, True),
    ([*OFFERED, user("你好"), bot("我是明薪", "utter_greet")], True),
    ([*OFFERED, user("你好"), bot("我是明薪"), user("谢谢"), bot("不客气")], False),
    ([STARTED, user("你好"), bot("我是明薪")], False),
    ([STARTED, user("包工头欠我钱"), *OFFERED[1:], bot("第2题")], False),
    ([*OFFERED, user("你好"), STARTED, user("你好"), bot("我是明薪")], False),
    ([{**STARTED, "metadata": {"shortened": True}}, *OFFERED[1:], user("多少钱"), bot("回答")], False),
    ([], False),
])
def test_a_yes_right_after_the_offer_of_a_new_session_goes_on_and_another_does_not(before: list[dict[str, Any]],
                                                                                  goes_on: bool) -> None:
    played = play(ActionAffirm(), Message("好的", "affirm", before=before))
    assert (played.next, played.said) == (("action_resume", []) if goes_on else ("", ["utter_affirm_nothing"]))


@pytest.mark.parametrize(("awaiting", "said"), [
    ("erase", "utter_not_erased"), ("file", "utter_not_now"), ("withdraw", "utter_not_withdrawn"), (None, "utter_deny_nothing")])
def test_a_no_leaves_things_as_they_are(awaiting: str | None, said: str) -> None:
    played = play(ActionKeep(), Message("不", "deny", slots={"awaiting": awaiting}))
    assert played.said == [said] and played.slots == {"awaiting": None}


def test_a_correction_names_its_question_and_the_form_comes_back_there(store: Store) -> None:
    told(store, "assessed", None, owed_amount=Fact("known", 15000, words="一万五"))
    assert play(ActionCorrect(), Message("改一下金额", "correct")).next == "wage_claim"
    assert draft_of(store).asked == "owed_amount"
    assert play(ActionCorrect(), Message("改一下我的名字", "correct")).next == "paper_details"
    assert (draft_of(store).form, draft_of(store).asked) == ("paper_details", "worker_name")


def test_what_can_be_changed_is_offered_also_when_his_own_words_are_kept_in_the_case(store: Store) -> None:
    told(store, "previewed", None, claim_words=Fact("known", value="班组长姓李,欠我两万一"))
    played = play(ActionCorrect(), Message("改一下", "correct"))
    assert played.said == ["utter_play_back", "utter_correct_which"]
    assert "两万一" not in played.response("utter_play_back")["facts"]


def test_a_correction_without_a_name_asks_which(store: Store) -> None:
    told(store, "assessed", None)
    played = play(ActionCorrect(), Message("不对", "correct"))
    assert played.said == ["utter_play_back", "utter_correct_which"] and played.next == ""
    assert [button["payload"][:3] for button in played.response("utter_correct_which")["buttons"]] == ["改一下"]


@pytest.mark.parametrize(("stage", "follows"), [("assessed", "wage_claim"), ("claim", "wage_claim")])
def test_a_correction_with_its_value_is_taken_at_once(store: Store, stage: str, follows: str) -> None:
    told(store, stage, None, owed_amount=Fact("known", 15000, words="一万五"))
    played = play(ActionCorrect(), Message("我说错了 是一万四", "correct"))
    assert played.said == ["utter_corrected"] and played.next == follows
    assert played.slots["owed_amount"]["value"] == 14000 == draft_of(store).facts["owed_amount"].value


def test_a_correction_after_everything_was_told_is_assessed_anew(store: Store) -> None:
    everything = {question.slot: Fact("unknown") for question in plan("wage_claim").questions}
    told(store, "assessed", None, **{**everything, "owed_amount": Fact("known", 15000, words="一万五")})
    assert play(ActionCorrect(), Message("我说错了 是一万四", "correct")).next == "action_assess"
    assert draft_of(store).stage == "assessed" and not draft_of(store).asked


def test_another_debtor_takes_the_place_of_one_who_is_denied(store: Store) -> None:
    told(store, "claim", "work_place", debtor_name=Fact("known", "李刚", words="李刚"))
    played = play(ActionCorrect(), Message("不是李刚 是李强", "correct"))
    assert played.said == ["utter_corrected"] and draft_of(store).facts["debtor_name"].value == "李强"


def test_a_corrected_value_that_cannot_be_is_refused_and_asked_again(store: Store) -> None:
    told(store, "assessed", None, start_date=Fact("known", "2026-03-01", words="3月1号"))
    played = play(ActionCorrect(), Message("开始时间改成2029年3月1号", "correct"))
    assert played.said == ["utter_impossible_future"] and played.next == "wage_claim"
    assert draft_of(store).asked == "start_date"


def test_a_first_message_that_corrects_itself_is_heard_as_a_story(store: Store) -> None:
    played = play(ActionCorrect(), Message("包工头不是李刚 是李强 他欠我5000", "correct"))
    assert "utter_play_back" in played.said and played.next == "wage_claim"
    assert draft_of(store).facts["debtor_name"].value == "李强"


def test_a_story_told_with_not_knowing_is_heard_and_a_bare_one_is_not(store: Store) -> None:
    assert play(ActionDontKnow(), Message("不知道", "dont_know")).said == ["utter_dont_know_here"]
    played = play(ActionDontKnow(), Message("大概万把块钱吧 具体记不清…在南昌工地", "dont_know"))
    assert "utter_play_back" in played.said and played.next == "wage_claim"
    assert draft_of(store).facts["owed_amount"].low == 8000


def test_nothing_told_is_nothing_to_correct() -> None:
    assert play(ActionCorrect(), Message("改一下金额", "correct")).said == ["utter_nothing_to_correct"]


def test_beginning_again_empties_the_case_and_the_slots(store: Store) -> None:
    told(store)
    slots = {"debtor_kind": FOREMAN["debtor_kind"].to_json(), "question_step": 2}
    played = play(ActionRestartClaim(), Message("重新登记", "restart_claim", slots=slots))
    assert played.next == "wage_claim" and played.slots["debtor_kind"] is None and "question_step" not in played.slots
    assert draft_of(store).facts == {}


def test_the_last_answer_is_said_again_word_for_word() -> None:
    before = [user("谢谢"), bot("不客气"), user("仲裁要多久"), bot("一般四十五天。"), bot("还能延十五天。")]
    assert play(ActionRepeat(), Message("再说一遍", "repeat", before=before)).texts == ["一般四十五天。", "还能延十五天。"]
    assert play(ActionRepeat(), Message("再说一遍", "repeat")).said == ["utter_nothing_to_repeat"]


@pytest.mark.parametrize(("stage", "asked", "said"), [
    ("claim", "debtor_name", ["utter_offer_resume"]),
    ("assessed", None, ["utter_offer_next"]),
    ("filed", None, ["utter_offer_status"]),
])
def test_a_new_session_loads_the_case_and_offers_what_comes_next(store: Store, stage: str, asked: str | None,
                                                                 said: list[str]) -> None:
    told(store, stage, asked)
    played = play(ActionSessionStart(), Message())
    assert played.said == said and played.slots["debtor_kind"] == FOREMAN["debtor_kind"].to_json()
    assert [event["event"] for event in played.events][:1] == ["session_started"]
    assert played.events[-1]["name"] == "action_listen"


def test_the_offer_names_the_question_at_which_it_goes_on(store: Store) -> None:
    told(store)
    played = play(ActionSessionStart(), Message())
    assert played.response("utter_offer_resume")["question_step"] == played.slots["question_step"] == 2
    assert played.slots["question_of"] > 2


def test_a_stranger_is_offered_nothing() -> None:
    played = play(ActionSessionStart(), Message())
    assert played.messages == [] and [event["event"] for event in played.events] == ["session_started", "action"]
