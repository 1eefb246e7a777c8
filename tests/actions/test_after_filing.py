"""What is told after a filing: steps of the roads, rulings, days, reminders."""
from __future__ import annotations

from datetime import timedelta

import pytest

from actions import next_road
from actions.after_filing import ActionAfterRuling
from actions.assessment import ActionAssess
from actions.forms import ValidateRulingDetails
from actions.inform import ActionFallback, ActionInform
from actions.money_came import ActionTakeRest
from actions.paid import ActionPaid
from actions.status import ActionStatus
from bot.cases import drafts, outgoing, road_steps
from bot.cases.store import Store
from bot.chinese.values import RULING, Fact
from bot.filing import desk, reminders
from bot.filing.service import file_complaint, present_filing
from tests.actions.conftest import Hands
from tests.actions.stage import SENDER, Message, Played, play
from tests.support.stores import NOW, STATION, previewed

COMPANY = {"debtor_kind": Fact("known", "company"), "start_date": Fact("known", "2026-03-01"),
           "end_date": Fact("known", "2026-08-31"), "still_working": Fact("known", False),
           "owed_amount": Fact("known", 12000, words="一万二")}


@pytest.fixture
def filed(store: Store) -> str:
    """A filed case: its id."""
    with store.session() as session:
        case = previewed(session, SENDER, **COMPANY)
        file_complaint(session, SENDER, NOW, STATION)
        return case.case_id


def say(text: str) -> Played:
    """A message that NLU understood as nothing in particular."""
    return play(ActionFallback(), Message(text, "nlu_fallback"))


def steps(store: Store, case: str) -> list[str]:
    """The steps that were kept."""
    with store.session() as session:
        return [f"{one.road}/{one.what}" for one in road_steps.of_case(session, case)]


def facts(store: Store) -> dict[str, Fact]:
    """The facts of the case."""
    with store.session() as session:
        draft = drafts.load(session, SENDER)
        assert draft
        return draft.facts


def buttons(played: Played) -> list[str]:
    """Everything that is offered."""
    return [button["payload"] for message in played.messages for button in message.get("buttons") or []]


def test_a_step_is_kept_and_its_days_are_said_with_a_calendar(store: Store, filed: str) -> None:
    played = say("我把投诉书交上去了")
    assert steps(store, filed) == ["inspection/handed_in"] and "记下了" in played.texts[0]
    assert {custom["what"] for custom in played.customs("deadline")} == {"inspection_accepted"}
    assert [custom["format"] for custom in played.customs("document")] == ["ics"]


def test_before_the_office_has_had_its_time_he_is_told_to_wait(store: Store, filed: str, hands: Hands) -> None:
    say("我把投诉书交上去了")
    played = say("监察没理我")
    assert "还没到日子" in played.texts[0] and steps(store, filed) == ["inspection/handed_in"]
    hands.now = NOW + timedelta(days=10)
    assert "仲裁" in "".join(say("监察没理我").texts) and steps(store, filed)[-1] == "inspection/no_answer"


@pytest.mark.parametrize("text", ["仲裁要多久", "去年仲裁过没用", "监察会不会不理我", "工友的监察没理他", "你好"])
def test_questions_and_old_stories_leave_the_case_alone(store: Store, filed: str, text: str) -> None:
    say(text)
    assert steps(store, filed) == []


def test_without_a_case_and_in_the_claim_form_nothing_is_heard(store: Store) -> None:
    say("监察没理我")
    with store.session() as session:
        assert drafts.load(session, SENDER) is None
        drafts.save(session, SENDER, facts=COMPANY, form="wage_claim", asked="has_iou", answered=[], stage="claim", now=NOW)
    say("监察没理我")
    with store.session() as session:
        draft = drafts.load(session, SENDER)
        assert draft and road_steps.of_case(session, draft.case_id) == []


def test_bare_words_belong_to_the_road_on_which_the_case_stands(store: Store, filed: str) -> None:
    say("仲裁申请书交上去了")
    say("受理了")
    assert steps(store, filed) == ["arbitration/handed_in", "arbitration/accepted"]


@pytest.mark.parametrize(("document", "route"), [("arbitration_application", "仲裁申请书"), ("nothing", "")])
def test_a_paper_is_offered_only_where_it_is_written_here(
    filed: str, document: str, route: str, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(next_road, "DOCUMENTS", (document,))
    played = say("监察不受理")
    said = "".join(played.texts)
    assert ("写仲裁申请书" in buttons(played)) is bool(route) and ("我能替你写" in said) is bool(route)
    assert "仲裁" in said and "不收费" in said


def test_a_ruling_fills_several_facts_at_once_and_asks_only_the_others(store: Store, filed: str) -> None:
    played = say("仲裁裁决下来了，判他给我一万二，十一月二十号收到的")
    known = {slot: fact.value for slot, fact in facts(store).items() if slot in RULING}
    assert known == {"ruling_kind": "award", "ruling_amount": 12000, "ruling_date": "2026-11-20"}
    assert played.next == "ruling_details" and facts(store)["owed_amount"].value == 12000
    asked = play(ValidateRulingDetails(), Message("京劳人仲字〔2026〕88号", form="ruling_details",
                                                   slots={"requested_slot": "ruling_number"}))
    assert asked.slots["requested_slot"] == "ruling_office"


def test_what_is_told_of_a_ruling_changes_no_filing(store: Store, filed: str) -> None:
    say("仲裁裁决下来了，判他给我一万二，十一月二十号收到的")
    with store.session() as session:
        assert present_filing(session, SENDER)


def test_after_the_ruling_its_days_and_the_next_road_are_said(store: Store, filed: str) -> None:
    say("仲裁裁决下来了，判他给我一万二，十一月二十号收到的，12月5号前付清")
    played = play(ActionAfterRuling(), Message("跳过"))
    assert {custom["what"] for custom in played.customs("deadline")} >= {"sue", "pay_by", "enforcement"}
    assert "强制执行" in played.texts[-1]
    assert "强制执行" in "".join(play(ActionAssess(), Message("看看我的情况", "assess")).texts)


def test_a_part_is_kept_apart_and_the_rest_is_asked_and_taken_only_with_a_yes(store: Store, filed: str) -> None:
    say("监察受理了")
    played = say("老板给了我五千")
    assert "还差7,000元" in played.texts[-1] and played.slots["awaiting"] == "rest"
    assert (facts(store)["owed_amount"].value, facts(store)["part_paid_amount"].value) == (12000, 5000)
    play(ActionTakeRest(), Message("是的", "affirm", slots={"awaiting": "rest"}))
    assert (facts(store)["owed_amount"].value, facts(store)["paid_amount"].value) == (7000, 5000)


def test_of_an_award_the_rest_is_counted_from_what_was_awarded_and_the_claim_stays(store: Store, filed: str) -> None:
    say("仲裁裁决下来了，判他给我一万，十一月二十号收到的")
    played = say("公司打了四千过来")
    assert "还差6,000元" in played.texts[-1]
    play(ActionTakeRest(), Message("是的", "affirm", slots={"awaiting": "rest"}))
    assert facts(store)["owed_amount"].value == 12000


def test_the_desk_sees_his_word_and_closes_the_filing_itself(store: Store, filed: str) -> None:
    say("监察受理了")
    played = play(ActionPaid(), Message("钱都拿到了", "paid"))
    assert "由站里来结" in played.texts[0] and "不再提醒" in played.texts[0]
    with store.session() as session:
        line = desk.list_filings(session, NOW)[0]
        shown = desk.show(session, line.number, NOW)
    assert line.state == "delivered" and shown.events[-1].what == "worker_paid"
    assert steps(store, filed)[-1] == "inspection/paid"


def test_the_answer_to_the_question_for_the_money_may_be_one_word(store: Store, filed: str, hands: Hands) -> None:
    hands.now = NOW + timedelta(days=15)
    with store.session() as session:
        road_steps.add(session, filed, "inspection", "refused", None, "", NOW)
        assert reminders.lay_due(session, hands.now) == 1
        assert outgoing.waiting(session, SENDER, hands.now)[0]["text"].startswith("钱到了吗")
    played = play(ActionFallback(), Message("没有", "deny"))
    assert "还是没给" in played.texts[0] and steps(store, filed)[-1] == "inspection/not_paid"
    with store.session() as session:
        assert not reminders.money_is_asked(session, SENDER, hands.now)


def test_the_same_word_says_nothing_when_nothing_was_asked(store: Store, filed: str) -> None:
    play(ActionInform(), Message("没有", "deny"))
    assert steps(store, filed) == []


def test_the_status_says_what_he_told_and_the_days_from_there(store: Store, filed: str) -> None:
    say("我把投诉书交上去了")
    played = play(ActionStatus(), Message("我的投诉怎么样了", "status"))
    assert "材料交上去了" in "".join(played.texts) and "就交给监察的话" not in "".join(played.texts)


def test_the_days_are_said_when_they_are_asked_for(store: Store, filed: str) -> None:
    played = say("还有哪些日子")
    said = "".join(played.texts)
    assert "你还没说投诉书交没交" in said and "2027年8月31日" in said


def test_reminders_are_switched_off_and_on(store: Store, filed: str) -> None:
    assert "不提醒你了" in say("别提醒").texts[0]
    with store.session() as session:
        assert not reminders.is_on(session, SENDER)
    assert "本来就没开" in say("别提醒我了").texts[0]
    assert "到日子我提醒你" in say("提醒我").texts[0]
    with store.session() as session:
        assert reminders.is_on(session, SENDER)


def test_who_was_never_here_has_no_reminders_to_switch_off() -> None:
    assert "本来就没开" in say("别提醒").texts[0]


def test_before_a_filing_money_that_came_is_a_fact_of_the_claim_as_before(store: Store) -> None:
    with store.session() as session:
        previewed(session, SENDER, **COMPANY)
    play(ActionInform(), Message("老板给了我五千", "inform"))
    assert "part_paid_amount" not in facts(store)
