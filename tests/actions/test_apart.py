"""Another debtor told before the claim is filed: kept apart, offered after the filing, begun on a word."""
from __future__ import annotations

from actions.apart import tells_apart, told_before, with_other
from actions.filing import ActionFileComplaint
from actions.forms import ValidatePaperDetails
from actions.inform import ActionInform
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from tests.actions.stage import SENDER, Message, play
from tests.support.stores import NOW, facts, previewed

CLAIM = {"debtor_name": Fact("known", "孙二"), "owed_amount": Fact("known", 8000)}
OTHER = "还有个老板刘三也欠我4200，有微信聊天记录"


def held(store: Store) -> dict[str, Fact]:
    """The facts of the case in hand."""
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    return dict(draft.facts) if draft else {}


def test_another_debtor_with_another_sum_is_told_apart_and_a_correction_is_not() -> None:
    assert tells_apart(OTHER, CLAIM) and tells_apart("刘三那边还欠我4200", CLAIM)
    assert not tells_apart(OTHER, {})
    for text in ("说错了，是刘三欠我4200", "还欠我8000", "孙二还欠我4200", "老板那边还欠我4200", "他也欠别人的钱"):
        assert not tells_apart(text, CLAIM), text


def test_somebody_who_owes_too_is_told_apart_where_nobody_was_named_before() -> None:
    unnamed = {"owed_amount": Fact("known", 8000)}
    assert tells_apart("还有宏福家政公司也欠我4200", unnamed)
    for text in ("宏福家政公司欠我8000", "宏福家政公司也欠我8000", "他也欠我4200", "王大强还欠我4200"):
        assert not tells_apart(text, unnamed), text


def test_bare_words_about_another_claim_do_not_replace_those_that_tell_more() -> None:
    kept = with_other(CLAIM, OTHER)
    assert told_before(with_other(kept, "还有一个地方也欠我"))[1] == OTHER
    assert told_before(kept)[0]["owed_amount"].value == 4200


def test_in_the_details_for_the_papers_neither_sum_nor_proof_is_mixed_in(store: Store) -> None:
    with store.session() as session:
        drafts.save(session, SENDER, facts=CLAIM, form="paper_details", asked="worker_phone", answered=["worker_name"],
                    stage="papers", now=NOW)
    played = play(ValidatePaperDetails(), Message(OTHER, form="paper_details", slots={"requested_slot": "worker_phone"}))
    assert played.said == ["utter_kept_apart"] and played.slots["requested_slot"] == "worker_phone"
    assert "other_claim" not in played.slots
    assert held(store).keys() - CLAIM.keys() == {"other_claim"} and held(store)["owed_amount"].value == 8000


def test_outside_a_form_the_claim_in_hand_is_not_overwritten(store: Store) -> None:
    with store.session() as session:
        drafts.save(session, SENDER, facts=CLAIM, form="wage_claim", asked="work_place", answered=[], stage="claim", now=NOW)
    assert play(ActionInform(), Message(OTHER)).said == ["utter_kept_apart"]
    assert held(store)["owed_amount"].value == 8000


def test_after_the_filing_it_is_offered_and_begun_as_a_claim_of_its_own(store: Store) -> None:
    with store.session() as session:
        previewed(session, SENDER, **with_other(facts(), OTHER))
    filed = play(ActionFileComplaint(), Message("确认提交", "affirm", slots={"awaiting": "file"}))
    assert filed.said[-1] == "utter_other_claim_next" and "刘三" in filed.response("utter_other_claim_next")["facts"]
    begun = play(ActionInform(), Message("再登记一份"))
    assert begun.said[0] == "utter_second_claim" and begun.next == "wage_claim"
    assert held(store)["debtor_name"].value == "刘三" and held(store)["owed_amount"].value == 4200
