"""After an answer to a danger: it is taken back in his own words, and the claim goes on."""
from __future__ import annotations

import pytest

from actions.danger import ActionDanger
from actions.inform import ActionInform
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from tests.actions.stage import SENDER, Message, Played, play
from tests.support.stores import NOW


def told(store: Store, **facts: Fact) -> None:
    """A claim in the form."""
    with store.session() as session:
        drafts.save(session, SENDER, facts=facts, form="wage_claim", asked="work_place", answered=["debtor_name"], stage="claim",
                    now=NOW)


def after(danger: str, text: str) -> Played:
    """What is said to the text, right after this danger was answered."""
    before = [{"event": "user", "text": "…", "parse_data": {"intent": {"name": danger}, "danger": danger}},
              {"event": "action", "name": "action_danger"}]
    return play(ActionInform(), Message(text, before=before))


@pytest.mark.parametrize(("danger", "text", "number"), [
    ("danger_self", "我没事，就是气话", "12356"), ("danger_violence", "说着玩的", "110"),
    ("danger_injury", "没受伤，打错了", "120"),
    ("danger_child", "说错了，我是51岁", "不是孩子"), ("danger_child", "我今年18岁了", "不是孩子")])
def test_a_danger_taken_back_gets_its_own_words_and_the_claim_goes_on(danger: str, text: str, number: str, store: Store) -> None:
    told(store, debtor_name=Fact("known", "老赵"))
    played = after(danger, text)
    assert number in "".join(played.texts) and played.next == "action_resume"


def test_without_a_claim_nothing_is_asked_after_it(store: Store) -> None:
    assert after("danger_self", "我没事，就是气话").next == ""


def test_another_answer_after_a_danger_is_no_taking_back(store: Store) -> None:
    told(store, debtor_name=Fact("known", "老赵"))
    assert "12356" not in "".join(after("danger_self", "在贵阳花果园干的").texts)


def test_who_is_seventeen_gets_no_words_for_children(store: Store) -> None:
    played = play(ActionDanger(), Message("我今年17，老板不给工资", "danger_child", danger="danger_child",
                                          ranking=[{"need": "steps", "confidence": 0.9}]))
    assert "16岁，单位不能招" not in "".join(played.texts) and played.next == "wage_claim"


def test_what_is_told_in_the_form_with_a_danger_is_kept_and_not_asked_again(store: Store) -> None:
    told(store, debtor_name=Fact("known", "老赵"))
    play(ActionDanger(), Message("在遵义汇川区扎钢筋，我不想活了", "danger_self", danger="danger_self", form="wage_claim"))
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft and draft.facts["work_place"].value == "遵义汇川区" and draft.facts["industry"].value == "building"
    assert not draft.asked


def test_the_one_thing_leaves_the_form_and_keeps_the_claim(store: Store) -> None:
    told(store, debtor_name=Fact("known", "老赵"), industry=Fact("known", "building"))
    played = play(ActionInform(), Message("有点忙,先说最要紧的", form="wage_claim"))
    assert len(played.texts) == 1 and "告示牌" in played.texts[0] and "继续" in played.texts[0]
    assert any(event["event"] == "active_loop" and event["name"] is None for event in played.events)


def test_a_sum_is_not_made_up(store: Store) -> None:
    assert "utter_sum_told" not in play(ActionInform(), Message("欠我多少")).said
    told(store, debtor_name=Fact("known", "老赵"))
    assert play(ActionInform(), Message("欠我多少")).said == ["utter_sum_not_told"]


@pytest.mark.parametrize(("text", "begun"), [
    ("在东莞的厂里被老板打了，流血了", False), ("工地老板欠我八千，今天去要还打我", True),
    ("我15岁，在电子厂打螺丝，老板不给工资", True)])
def test_a_danger_begins_a_claim_only_where_money_is_told(text: str, begun: bool, store: Store) -> None:
    ranking = [{"need": "steps", "confidence": 0.9}]
    play(ActionDanger(), Message(text, "danger_violence", danger="danger_violence", ranking=ranking))
    with store.session(read_only=True) as session:
        assert (drafts.load(session, SENDER) is not None) is begun


def test_who_threatens_somebody_himself_is_not_told_to_hide() -> None:
    said = "".join(play(ActionDanger(), Message("我今晚就去砍他", "danger_violence", danger="danger_violence")).texts)
    assert "先别去" in said and "躲到" not in said
    other = "".join(play(ActionDanger(), Message("他说今晚来砍我", "danger_violence", danger="danger_violence")).texts)
    assert "躲到" in other and "先别去" not in other
