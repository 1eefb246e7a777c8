"""What no rule foresees."""
from __future__ import annotations

from typing import Any

import pytest
import yaml

from actions.common import ran_before
from actions.inform import ActionFallback, ActionInform
from bot.content import load
from bot.settings import ROOT
from tests.actions.stage import Message, play

LIKELY = [{"need": "limitation_period", "confidence": 0.4}, {"need": "out_of_scope", "confidence": 0.3},
          {"need": "cost_of_claiming", "confidence": 0.11}, {"need": "steps", "confidence": 0.1}]

LAW = "监察大队多少个工作日受理投诉"


@pytest.mark.parametrize(("count", "text", "ranking", "said"), [
    (0, "那个那个", LIKELY, ["utter_fallback_guess"]),
    (0, LAW, LIKELY, ["utter_fallback_guess"]),
    (0, LAW, [], ["utter_fallback_search"]),
    (0, LAW, [{"need": "out_of_scope", "confidence": 0.9}], ["utter_fallback_search"]),
    (0, "那个那个", [], ["utter_fallback_unheard"]),
    (0, "那个那个", [{"need": "out_of_scope", "confidence": 0.9}], ["utter_fallback_unheard"]),
    (0, "那个那个", [{"need": "steps", "confidence": 0.11}], ["utter_fallback_unheard"]),
    (1, LAW, LIKELY, ["utter_fallback_search"]),
    (1, "嘎嘎嘎", LIKELY, ["utter_fallback_person"]),
    (2, LAW, LIKELY, ["utter_fallback_search", "utter_fallback_person"]),
    (7, LAW, [], ["utter_fallback_search", "utter_fallback_person"]),
    (7, "嘎嘎嘎", [], ["utter_fallback_person"]),
])
def test_likely_guesses_else_a_search_else_a_person(
    count: int, text: str, ranking: list[dict[str, Any]], said: list[str],
) -> None:
    played = play(ActionFallback(), Message(text, "nlu_fallback", ranking=ranking, slots={"fallback_count": count}))
    assert played.said == said and played.slots == {"fallback_count": count + 1}
    assert bool(played.customs("laws")) == ("utter_fallback_search" in said)


@pytest.mark.parametrize("response", ["utter_fallback_unheard", "utter_fallback_person"])
def test_who_finds_nothing_here_is_told_whom_to_ring(response: str) -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    assert "12348" in domain["responses"][response][0]["text"]


def test_what_is_found_is_read_out_plainly_with_its_article() -> None:
    played = play(ActionFallback(), Message("单位没签书面合同能要双倍工资吗", "nlu_fallback", ranking=[]))
    [laws] = played.customs("laws")
    lines = played.texts[0].splitlines()
    assert "LAW-LCA-82" in laws["ids"] and len(laws["ids"]) == 3
    assert load().laws["LAW-LCA-82"].say in played.texts[0] and "（劳动合同法第八十二条）" in played.texts[0]
    assert all(line.startswith("· ") for line in lines[:3])


def test_the_guesses_are_titles_of_likely_answers_and_a_way_out() -> None:
    played = play(ActionFallback(), Message("那个那个", "nlu_fallback", ranking=LIKELY))
    content = load()
    titles = [button["title"] for button in played.response("utter_fallback_guess")["buttons"]]
    assert titles == [content.answers["limitation_period"].title, content.words["fallback"]["neither"]]


def test_words_without_a_need_may_still_be_a_story() -> None:
    played = play(ActionFallback(), Message("包工头老李欠我一万五", "nlu_fallback"))
    assert played.said == ["utter_play_back"] and played.next == "wage_claim" and "fallback_count" not in played.slots


def test_inside_a_form_the_fallback_does_not_begin_anything() -> None:
    played = play(ActionInform(), Message("包工头老李欠我一万五", form="wage_claim"))
    assert played.said == ["utter_fallback_unheard"] and played.next == ""


def test_what_ran_in_the_turn_before_is_remembered_for_one_message() -> None:
    asked = [{"event": "user"}, {"event": "action", "name": "action_paid"}, {"event": "action", "name": "action_listen"}]
    assert ran_before([*asked, {"event": "user"}], "action_paid")
    later = [*asked, {"event": "user"}, {"event": "action", "name": "action_listen"}, {"event": "user"}]
    assert not ran_before(later, "action_paid")
    assert not ran_before([{"event": "user"}], "action_paid") and not ran_before([], "action_paid")


@pytest.mark.parametrize("text", ["Tôi bị nợ lương 3 tháng", "boss not pay me 3 months", "นายจ้างไม่จ่ายค่าจ้าง"])
def test_who_writes_no_chinese_is_told_so_with_a_number(text: str) -> None:
    played = play(ActionFallback(), Message(text, "nlu_fallback", ranking=LIKELY))
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    assert played.said == ["utter_chinese_only"] and "12333" in domain["responses"]["utter_chinese_only"][0]["text"]


@pytest.mark.parametrize(("text", "heard"), [
    ("我在贵阳乌当区幸福里项目做架子工", True), ("小包工头李老三", True), ("在幸福里项目做架子工合法吗", False),
    ("那个那个", False), ("架子工", False)])
def test_work_told_before_any_word_of_money_is_said_back(text: str, heard: bool) -> None:
    played = play(ActionInform(), Message(text, "inform", ranking=LIKELY))
    assert (played.said == ["utter_heard_work"]) is heard
