"""After a filing: a further claim gets a case of its own, and whether the filed one is meant is asked clearly."""
from __future__ import annotations

import pytest

from actions.inform import ActionInform
from actions.papers import ActionPreview
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.filing.same_claim import identity
from bot.filing.service import file_complaint
from tests.actions.stage import SENDER, Message, Played, bot, play, user
from tests.support.stores import NOW, STATION, facts, previewed

ASKED = [user("写投诉书"), bot("是改这份，还是另外一份？", "utter_which_claim")]
OTHER = Fact("known", "刘大柱", words="刘大柱")


@pytest.fixture
def receipt(store: Store) -> str:
    """A filing against 宏达劳务公司."""
    with store.session() as session:
        previewed(session, SENDER)
        return file_complaint(session, SENDER, NOW, STATION).receipt


def changed(store: Store) -> None:
    """The filed claim names another debtor now."""
    with store.session() as session:
        drafts.save(session, SENDER, facts=facts(debtor_name=OTHER), form="wage_claim", asked=None, answered=[], stage="papers",
                    now=NOW)


def in_hand(store: Store) -> drafts.Draft:
    """The case in hand."""
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft is not None
    return draft


def say(text: str, asked: bool = True) -> Played:
    """The message, right after the question or not."""
    return play(ActionInform(), Message(text, before=ASKED if asked else []))


def test_the_preview_asks_which_claim_is_meant_when_the_debtor_changed(receipt: str, store: Store) -> None:
    changed(store)
    played = play(ActionPreview(), Message("写投诉书", "papers"))
    assert played.said == ["utter_understood", "utter_which_claim"] and played.slots == {"awaiting": None}
    assert played.response("utter_which_claim")["receipt"] == receipt
    assert "刘大柱" in played.response("utter_understood")["facts"]


def test_it_is_not_asked_again_when_he_said_that_it_is_the_same(receipt: str, store: Store) -> None:
    changed(store)
    meant = {"same_claim": identity(facts(debtor_name=OTHER))}
    assert "utter_which_claim" not in play(ActionPreview(), Message("写投诉书", "papers", slots=meant)).said


def test_the_same_claim_goes_on_to_the_preview_under_the_old_number(receipt: str, store: Store) -> None:
    changed(store)
    played = say("改这份")
    assert played.next == "action_preview" and played.slots["same_claim"] == identity(facts(debtor_name=OTHER))
    assert in_hand(store).number == receipt


def test_the_same_means_nothing_when_it_was_not_asked(receipt: str, store: Store) -> None:
    changed(store)
    assert "same_claim" not in say("改这份", asked=False).slots


def test_another_claim_is_opened_with_what_was_told_since_and_the_filed_one_stays(receipt: str, store: Store) -> None:
    changed(store)
    played = say("另外一份")
    assert played.said == ["utter_second_claim"] and played.next == "wage_claim"
    draft = in_hand(store)
    assert draft.number is None and draft.facts["debtor_name"].value == "刘大柱" and "owed_amount" not in draft.facts
    assert played.slots["debtor_name"]["value"] == "刘大柱" and played.slots["same_claim"] is None


def test_another_is_no_answer_while_nothing_is_doubtful(receipt: str, store: Store) -> None:
    assert "utter_second_claim" not in say("另外一份").said
    assert in_hand(store).number == receipt


def test_a_further_debtor_told_after_the_filing_is_a_claim_of_its_own_without_a_question(receipt: str, store: Store) -> None:
    played = say("还有一家饭店也欠我3000块工资", asked=False)
    assert played.said[:2] == ["utter_second_claim", "utter_play_back"] and played.next == "wage_claim"
    draft = in_hand(store)
    assert draft.number is None and draft.facts["owed_amount"].value == 3000 and "people_count" not in draft.facts


def test_before_a_filing_a_further_debtor_opens_nothing(store: Store) -> None:
    with store.session() as session:
        previewed(session, SENDER)
    assert "utter_second_claim" not in say("还有一家饭店也欠我3000块工资", asked=False).said


def test_the_slots_of_the_former_claim_are_emptied(receipt: str, store: Store) -> None:
    slots = {"people_count": {"state": "known", "value": 12}, "awaiting": "nothing"}
    played = play(ActionInform(), Message("还有一家饭店也欠我3000块工资", slots=slots))
    assert played.slots["people_count"] is None and played.slots["owed_amount"]["value"] == 3000
