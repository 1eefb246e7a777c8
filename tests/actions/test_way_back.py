"""A claim that was put aside for another one, never filed: kept whole, and taken in hand again on a word."""
from __future__ import annotations

import pytest

from actions.inform import ActionInform
from actions.way_back import aside_of, with_aside
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from tests.actions.stage import SENDER, Message, play
from tests.support.stores import NOW

HOUSEHOLD = {"debtor_kind": Fact("known", "household"), "debtor_name": Fact("known", "刘姐"), "owed_amount": Fact("known", 8000),
             "other_claim": Fact("known", "还有宏福家政公司也欠我4200")}


def held(store: Store) -> dict[str, Fact]:
    """The facts of the case in hand."""
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    return dict(draft.facts) if draft else {}


@pytest.fixture
def begun(store: Store) -> Store:
    """The claim against the firm was begun in place of the household's."""
    with store.session() as session:
        drafts.save(session, SENDER, facts=HOUSEHOLD, form="wage_claim", asked=None, answered=["debtor_name"], stage="assessed",
                    now=NOW)
    played = play(ActionInform(), Message("再登记一份"))
    assert "utter_put_aside" in played.said and held(store)["owed_amount"].value == 4200
    return store


@pytest.mark.parametrize("text", ["回到前面那份", "刘姐那份怎么办", "先说前面的那个"])
@pytest.mark.parametrize("form", ["", "wage_claim"])
def test_the_claim_put_aside_comes_back_whole_in_a_form_and_outside(begun: Store, text: str, form: str) -> None:
    played = play(ActionInform(), Message(text, form=form))
    assert played.said == ["utter_back_to_it", "utter_play_back"] and played.next == "wage_claim"
    assert "刘姐" in played.response("utter_play_back")["facts"]
    facts = held(begun)
    assert facts["debtor_name"].value == "刘姐" and facts["owed_amount"].value == 8000
    assert aside_of(facts)["owed_amount"].value == 4200


def test_back_and_forth_loses_nothing(begun: Store) -> None:
    before = held(begun)
    play(ActionInform(), Message("回到前面那份"))
    play(ActionInform(), Message("回到前面那份"))
    assert held(begun) == before


def test_what_was_put_aside_is_neither_said_nor_a_slot(begun: Store) -> None:
    played = play(ActionInform(), Message("回到前面那份"))
    assert "claim_aside" not in played.slots and "4,200" not in played.response("utter_play_back")["facts"]


def test_without_a_claim_put_aside_there_is_no_way_back(store: Store) -> None:
    with store.session() as session:
        drafts.save(session, SENDER, facts=HOUSEHOLD, form="wage_claim", asked=None, answered=[], stage="claim", now=NOW)
    assert "utter_back_to_it" not in play(ActionInform(), Message("回到前面那份")).said
    assert aside_of(HOUSEHOLD) == {} and with_aside(HOUSEHOLD, {}) == HOUSEHOLD
