"""When the claim form begins by itself."""
from __future__ import annotations

from actions.answer import ActionAnswer
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from tests.actions.stage import SENDER, Message, bot, play, user
from tests.support.stores import NOW


def test_a_story_is_played_back_kept_and_the_form_follows(store: Store) -> None:
    played = play(ActionAnswer(), Message("包工头老李欠我一万五工资，不接电话", "steps", slots={"fallback_count": 2}))
    assert played.said == ["utter_play_back"] and played.next == "wage_claim"
    assert played.slots["fallback_count"] == 0 and played.slots["owed_amount"]["value"] == 15000
    assert played.customs("laws")
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft is not None and draft.facts["debtor_name"].value == "老李"


def test_a_day_that_no_calendar_has_is_left_out_and_that_is_said(store: Store) -> None:
    played = play(ActionAnswer(), Message("包工头老李欠我一万五工资，我从2月30号干到5月底", "steps"))
    assert played.said == ["utter_play_back", "utter_day_left_out"] and played.next == "wage_claim"
    assert "start_date" not in played.slots and played.slots["end_date"]["low"] == "2026-05-25"


def test_the_number_of_unpaid_months_in_a_story_is_kept(store: Store) -> None:
    played = play(ActionAnswer(), Message("老板三个月没发工资了，一个月五千二", "steps"))
    assert played.slots["owed_period"]["words"] == "三个月没发"
    assert "3个月的工钱没给" in played.response("utter_play_back")["facts"]


def test_a_question_is_answered_and_nothing_begins(store: Store) -> None:
    played = play(ActionAnswer(), Message("仲裁要多久", "steps_arbitration"))
    assert played.next == "" and played.said == [] and len(played.texts) == 2 and played.slots == {}
    assert [bool(message["buttons"]) for message in played.messages if message["text"]] == [False, True]
    with store.session(read_only=True) as session:
        assert drafts.load(session, SENDER) is None


def test_inside_a_form_the_answer_has_no_buttons() -> None:
    played = play(ActionAnswer(), Message("仲裁要多久", "steps_arbitration", form="wage_claim"))
    assert played.next == "" and len(played.texts) == 1 and not played.messages[0]["buttons"]


def told_in_pieces(first: str) -> dict[str, Fact]:
    """The facts after a message before the word of money, and that word."""
    played = play(ActionAnswer(), Message("老板欠我两个月工资9000", "steps", before=[user(first), bot("这句我没听懂。")]))
    return {slot: Fact.from_json(value) for slot, value in played.slots.items() if isinstance(value, dict)}


def test_what_was_told_of_the_work_just_before_the_money_is_not_asked_again() -> None:
    told = told_in_pieces("我在酒楼洗碗")
    assert told["industry"].value == "catering" and told["owed_amount"].value == 9000


def test_a_story_may_come_in_three_pieces() -> None:
    before = [user("我是砌墙的"), bot("这句我没听懂。"), user("在遵义汇川区一个小区搞了两个半月"), bot("这个我答不好。")]
    played = play(ActionAnswer(), Message("老板欠我两个月工资9000", "steps", before=before))
    assert played.slots["industry"]["value"] == "building" and "汇川区" in played.slots["work_place"]["value"]


def test_a_question_just_before_the_money_tells_nothing_of_the_work() -> None:
    assert "industry" not in told_in_pieces("在酒楼洗碗没签合同能告吗")


def test_a_story_in_pieces_is_not_read_into_a_claim_that_is_known_already(store: Store) -> None:
    with store.session() as session:
        drafts.save(session, SENDER, facts={"debtor_kind": Fact("known", "foreman")}, form="wage_claim", asked=None, answered=[],
                    stage="claim", now=NOW)
    assert "industry" not in told_in_pieces("我在酒楼洗碗")
