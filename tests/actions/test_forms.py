"""The two ways in which an answer comes in: in the form, and days later for the question left open."""
from __future__ import annotations

import pytest
from rasa_sdk.interfaces import ActionExecutionRejection

from actions.answer import ActionAnswer
from actions.forms import ValidatePaperDetails, ValidateWageClaim
from actions.inform import ActionInform
from bot.cases import drafts, personal
from bot.cases.store import Store
from bot.chinese.values import Fact
from tests.actions.stage import SENDER, Message, play
from tests.support.stores import NOW, facts

RIGHT, WRONG = "510221197009185625", "510221197009185621"


def asked_for_id(store: Store, number: str) -> str:
    """The ID number is asked for; the token that the door put for the number."""
    with store.session() as session:
        drafts.save(session, SENDER, facts=facts(), form="paper_details", asked="worker_id_number", answered=["worker_name"],
                    stage="papers", now=NOW)
        return personal.keep(session, SENDER, "id_number", number)


def id_of(store: Store) -> Fact | None:
    """The ID number in the case."""
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    return draft.facts.get("worker_id_number") if draft else None


def in_form(token: str) -> Message:
    """The answer typed in the form."""
    return Message(token, form="paper_details", slots={"requested_slot": "worker_id_number"})


def test_an_impossible_id_number_is_refused_in_the_form(store: Store) -> None:
    token = asked_for_id(store, WRONG)
    played = play(ValidatePaperDetails(), in_form(token))
    assert played.said == ["utter_impossible_id_number"] and played.slots["requested_slot"] == "worker_id_number"
    assert id_of(store) is None


def test_an_impossible_id_number_is_refused_when_it_comes_days_later_too(store: Store) -> None:
    token = asked_for_id(store, WRONG)
    played = play(ActionInform(), Message(token))
    assert played.said == ["utter_impossible_id_number"] and played.next == "paper_details"
    assert id_of(store) is None


def test_an_impossible_id_number_in_a_story_is_left_out(store: Store) -> None:
    with store.session() as session:
        token = personal.keep(session, SENDER, "id_number", WRONG)
    played = play(ActionAnswer(), Message(f"包工头老李欠我一万五工资，我身份证{token}", "steps"))
    assert played.next == "wage_claim" and "worker_id_number" not in played.slots and id_of(store) is None


@pytest.mark.parametrize("later", [False, True])
def test_a_possible_id_number_is_taken_both_ways(store: Store, later: bool) -> None:
    token = asked_for_id(store, RIGHT)
    played = play(ActionInform(), Message(token)) if later else play(ValidatePaperDetails(), in_form(token))
    assert "utter_impossible_id_number" not in played.said
    kept = id_of(store)
    assert kept is not None and kept.value == token


def test_an_answer_is_saved_in_the_same_call_and_the_next_question_is_named_once(store: Store) -> None:
    with store.session() as session:
        drafts.save(session, SENDER, facts={}, form="wage_claim", asked="debtor_kind", answered=[], stage="claim", now=NOW)
    played = play(ValidateWageClaim(), Message("包工头", form="wage_claim", slots={"requested_slot": "debtor_kind"}))
    (question,) = played.customs("question")
    assert question["asks"] == played.slots["requested_slot"] == "debtor_name" and question["step"] == 2
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft is not None and draft.facts["debtor_kind"].value == "foreman" and draft.asked == "debtor_name"


def test_what_is_no_answer_is_handed_to_the_rules(store: Store) -> None:
    with pytest.raises(ActionExecutionRejection):
        play(ValidateWageClaim(), Message("明天再说", "pause", "pause", form="wage_claim"))


@pytest.mark.parametrize("text", ["他还扣了我身份证", "身份证还在他手里"])
def test_a_narrow_matter_that_answers_no_question_is_handed_to_the_rules(store: Store, text: str) -> None:
    with store.session() as session:
        drafts.save(session, SENDER, facts={}, form="wage_claim", asked="owed_amount", answered=[], stage="claim", now=NOW)
    need = [{"need": "deposit_or_fine_withheld", "confidence": 0.9}]
    with pytest.raises(ActionExecutionRejection):
        play(ValidateWageClaim(), Message(text, "deposit_or_fine_withheld", ranking=need, form="wage_claim",
                                          slots={"requested_slot": "owed_amount"}))
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft is not None and draft.asked == "owed_amount" and draft.facts == {}


def test_what_cannot_be_true_is_no_answer_to_the_question_left_open(store: Store) -> None:
    with store.session() as session:
        drafts.save(session, SENDER, facts={}, form="wage_claim", asked="start_date", answered=[], stage="claim", now=NOW)
    played = play(ActionInform(), Message("2030年5月1号"))
    assert not any(name.startswith("utter_impossible") for name in played.said) and played.next == ""
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft is not None and draft.facts == {}


def asks(store: Store, slot: str) -> Message:
    """The claim form asks for a fact, and the worker asks why."""
    with store.session() as session:
        drafts.save(session, SENDER, facts={}, form="wage_claim", asked=slot, answered=[], stage="claim", now=NOW)
    return Message("为什么问这个", "why_ask", act="why_ask", form="wage_claim", slots={"requested_slot": slot})


def test_why_a_question_is_asked_is_said_with_the_facts_of_law_behind_it(store: Store) -> None:
    played = play(ValidateWageClaim(), asks(store, "general_contractor"))
    assert played.said == [] and "总包要先付" in played.texts[0]
    assert [laws["ids"] for laws in played.customs("laws")] == [["LAW-REG-15"]]


def test_a_reason_that_states_no_law_is_said_without_facts(store: Store) -> None:
    played = play(ValidateWageClaim(), asks(store, "pay_rate"))
    assert played.said == ["utter_why_asked"] and played.customs("laws") == []


def test_a_reason_within_another_sentence_names_its_facts_too(store: Store) -> None:
    message = asks(store, "work_place")
    slots = {**message.slots, "nonsense_count": 1}
    played = play(ValidateWageClaim(), Message("嘎嘎嘎", "nlu_fallback", form="wage_claim", slots=slots))
    assert played.said == ["utter_nonsense_twice"]
    assert [laws["ids"] for laws in played.customs("laws")] == [["LAW-INS-01"]]
