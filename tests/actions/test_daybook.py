"""The day book in the dialogue: written down and said back, whatever NLU took it for; the sheet; the monthly question."""
from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from actions.answer import ActionAnswer
from actions.daybook import ActionDaybookReminder, ActionDaybookSheet, ActionKeepDaybook
from actions.erase import ActionAskErase
from actions.inform import ActionFallback, ActionInform
from actions.paid import ActionPaid
from bot.cases import daybook, daybook_pay, drafts
from bot.cases.store import Store
from bot.clock import CHINA
from bot.jobs.periodic import ask_about_pay
from tests.actions.conftest import Hands
from tests.actions.stage import SENDER, Message, Played, bot, play, user


def keep(text: str, form: str = "") -> Played:
    """The action that the rules call for a line of the day book."""
    return play(ActionKeepDaybook(), Message(text, "keep_daybook", "keep_daybook", form=form))


def sheet(text: str = "看看我的记工本", form: str = "") -> Played:
    return play(ActionDaybookSheet(), Message(text, "daybook_sheet", "daybook_sheet", form=form))


def remind(text: str, on: bool) -> Played:
    intent = "daybook_reminder_on" if on else "daybook_reminder_off"
    return play(ActionDaybookReminder(), Message(text, intent, intent))


def days(store: Store) -> dict[int, str]:
    with store.session(read_only=True) as session:
        return {entry.day.day: str(entry.work) for entry in daybook.month(session, SENDER, 2026, 11)}


def buttons(played: Played) -> list[str]:
    return [button["payload"] for message in played.messages for button in message.get("buttons") or []]


def test_a_day_is_said_back_in_one_line_with_the_sum_of_the_month(store: Store) -> None:
    keep("5号到8号每天一个工,一天260")
    played = keep("今天10个工时一天260")
    assert played.texts == ["记下了：11月23日，1个工，10小时，260元一天。11月一共5个工，能算出来的工钱1,300元。"]
    assert buttons(played) == ["改一下记工", "看这个月的记工表"] and days(store) == {5: "1", 6: "1", 7: "1", 8: "1", 23: "1"}


def test_days_in_a_row_are_said_as_a_stretch_and_what_is_not_known_is_asked_for() -> None:
    played = keep("5号到8号每天一个工,9号歇了")
    assert "11月5日到11月8日共4天，1个工；11月9日，歇了" in played.texts[0] and "一个工多少钱还没记" in played.texts[0]
    assert "干了多久没听到" in keep("今天出工了").texts[0]


def test_the_rate_of_before_is_taken_over_and_said() -> None:
    keep("昨天1个工,一天260")
    assert "260元一天" in keep("今天半个工").texts[0] and "单价照你上次说的" in keep("今天半个工").texts[0]


def test_a_correction_and_a_day_struck_out(store: Store) -> None:
    keep("昨天1个工")
    assert "0.5个工" in keep("昨天记错了是半天").texts[0] and days(store) == {22: "0.5"}
    assert "加上，还是换掉" in keep("昨天1个工").texts[0] and days(store) == {22: "0.5"}
    assert "换成新的" in keep("换掉昨天1个工").texts[0] and days(store) == {22: "1"}
    assert "划掉了1天" in keep("把22号的删了").texts[0] and days(store) == {}
    assert "本来就没有记" in keep("把22号的删了").texts[0]


@pytest.mark.parametrize(("text", "said"), [
    ("前几天都是一个工", "说准是哪天"), ("明天一个工", "还没到"), ("今天5个工", "最多记3个工"), ("今天25个小时", "24小时"),
    ("11月31号一个工", "没有这一天"),
    ("8月1号到10月31号每天一个工", "分几次"), ("10号到14号一共3个工", "只有总数"), ("记工 今天", "一起说")])
def test_what_cannot_be_is_said_and_nothing_is_written(store: Store, text: str, said: str) -> None:
    assert said in keep(text).texts[0] and days(store) == {}


@pytest.mark.parametrize("action", [ActionInform(), ActionFallback(), ActionAnswer()])
@pytest.mark.parametrize("form", ["", "wage_claim"])
def test_a_line_is_written_whatever_nlu_took_it_for_in_a_form_too(store: Store, action: ActionInform, form: str) -> None:
    played = play(action, Message("今天1个工，一天260", "inform", form=form))
    assert "记下了" in played.texts[0] and days(store) == {23: "1"} and played.next == ""
    assert bool(buttons(played)) is not bool(form)


def test_a_day_struck_out_is_no_wish_to_erase_everything(store: Store) -> None:
    keep("今天1个工")
    played = play(ActionAskErase(), Message("把今天的删了", "erase_my_data", "erase_my_data"))
    assert "划掉了1天" in played.texts[0] and "utter_ask_erase" not in played.said and days(store) == {}
    assert "utter_ask_erase" in play(ActionAskErase(), Message("删除我的资料", "erase_my_data", "erase_my_data")).said


def test_a_danger_comes_first_and_nothing_is_written(store: Store) -> None:
    play(ActionInform(), Message("今天1个工", "inform", danger="danger_injury"))
    assert days(store) == {}


def test_a_story_that_nlu_took_for_the_day_book_is_heard_as_a_story(store: Store) -> None:
    played = keep("我在工地干了20天工，一天260没给钱")
    assert days(store) == {} and "utter_play_back" in played.said and played.next == "wage_claim"
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft is not None and draft.facts["pay_rate"].value == {"amount": 260, "unit": "day"}


def test_a_day_book_alone_begins_no_claim_and_changes_none(store: Store) -> None:
    keep("今天1个工，一天260")
    with store.session(read_only=True) as session:
        assert drafts.load(session, SENDER) is None


def test_the_sheet_has_lines_sums_and_both_forms(store: Store) -> None:
    keep("5号到8号每天一个工,一天260")
    played = sheet()
    assert "5-8日：1个工，260元一天" in played.texts[0] and "4个工，能算出来的工钱1,040元" in played.texts[1]
    assert {(one["document"], one["format"]) for one in played.customs("document")} == {("daybook", "pdf"), ("daybook", "xlsx")}
    assert all(one["url"].startswith("/chat/files/") and one["title"] == "记工表" for one in played.customs("document"))


def test_an_empty_month_is_said_and_the_last_one_written_is_shown_when_none_was_named(store: Store) -> None:
    assert "还没有记" in sheet().texts[0] and sheet().customs("document") == []
    keep("10月28号一个工")
    assert "10月记的" in sheet().texts[0] and "9月还没有记" in sheet("9月的记工表").texts[0]


def test_how_to_change_a_line_is_told() -> None:
    assert "昨天记错了" in keep("改一下记工").texts[0]


def at(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 9, tzinfo=CHINA)


def test_the_monthly_question_is_switched_on_for_a_day_and_off() -> None:
    assert "每个月5号" in remind("每个月问我一次工资发了没", True).texts[0]
    assert "2026年12月10日" in remind("每月10号问我", True).texts[0]
    assert "不再问了" in remind("别再问我工资了", False).texts[0]
    assert "本来就没有问" in remind("别再问我工资了", False).texts[0]


def test_two_unpaid_months_in_a_row_bring_the_law_and_the_complaint(store: Store, hands: Hands) -> None:
    remind("每个月问我一次工资发了没", True)
    hands.now = at(2026, 12, 5)
    with store.session() as session:
        assert ask_about_pay(session, hands.now) == 1
    first = play(ActionFallback(), Message("工资没发", "nlu_fallback"))
    assert "12月记成「没发」" in first.texts[0] and first.customs("laws") == []
    hands.now = at(2027, 1, 5)
    with store.session() as session:
        assert ask_about_pay(session, hands.now) == 1
    second = play(ActionAnswer(), Message("没发", "steps"))
    assert second.customs("laws")[0]["ids"] == ["LAW-LLA-50"] and "写投诉书" in buttons(second)


def test_paid_is_kept_when_it_was_asked_and_means_the_claim_when_it_was_not(store: Store, hands: Hands) -> None:
    assert "太好了" in play(ActionPaid(), Message("工资发了", "paid")).texts[0]
    remind("每个月问我一次工资发了没", True)
    hands.now = at(2026, 12, 5)
    with store.session() as session:
        assert ask_about_pay(session, hands.now) == 1
    assert "12月记成「发了」" in play(ActionPaid(), Message("工资发了", "paid")).texts[0]
    assert "太好了" in play(ActionPaid(), Message("工资发了", "paid")).texts[0]


def test_an_answer_that_another_question_waits_for_is_left_to_it(store: Store, hands: Hands) -> None:
    with store.session() as session:
        daybook_pay.switch(session, SENDER, hands.now - timedelta(days=40), on=True, day=20)
        daybook_pay.ask_due(session, hands.now, "{month}", None)
        assert daybook_pay.is_open(session, SENDER, hands.now)
    play(ActionFallback(), Message("没给", "nlu_fallback", slots={"awaiting": "paid"}))
    play(ActionFallback(), Message("没给", "nlu_fallback", form="wage_claim"))
    with store.session(read_only=True) as session:
        assert daybook_pay.is_open(session, SENDER, hands.now)


@pytest.mark.parametrize(("text", "paid"), [("记一下：工资发了", True), ("记一下：工资没发", False)])
def test_the_month_can_be_answered_without_a_question(store: Store, hands: Hands, text: str, paid: bool) -> None:
    assert f"11月记成「{'发了' if paid else '没发'}」" in keep(text).texts[0]


def chain(*texts: str) -> Played:
    """Several messages in a row, as NLU may take them: the last one's answer."""
    before = [event for text in texts[:-1] for event in (user(text), bot("…"))]
    return play(ActionFallback(), Message(texts[-1], "nlu_fallback", before=before))


def test_a_line_may_come_in_pieces(store: Store) -> None:
    assert "哪天、干了多少" in keep("记工").texts[0]
    assert "那天干了多少" in chain("记工", "今天").texts[0] and days(store) == {}
    assert "记下了：11月23日，10小时" in chain("记工", "今天", "10个小时").texts[0]
    assert "11月22日" in chain("记工", "昨天半天").texts[0]
    assert "11月21日" in chain("记工 前天", "一个工").texts[0]


def test_what_follows_and_is_about_something_else_is_no_line(store: Store) -> None:
    for texts in (("记工", "老板跑了"), ("记工", "你好", "10个小时"), ("今天", "10个小时"), ("你好", "今天")):
        chain(*texts)
    assert days(store) == {}


def test_the_price_of_a_day_is_mended_and_said(store: Store) -> None:
    assert "改不了价" in keep("18号的单价不对是200").texts[0]
    keep("18号1个工 260一天")
    assert "11月18日，1个工，200元一天" in keep("18号的单价不对是200").texts[0]


def test_pieces_are_said_with_their_price_and_sum() -> None:
    said = keep("今天贴砖25平 一平38").texts[0]
    assert "贴砖，计件25平方，38元一平方。11月一共计件25平方，能算出来的工钱950元" in said
    assert "计件300件，0.5元一件" in keep("昨天打包300件 一件5毛").texts[0]
    assert "计件300件，0.5元一件，计件200条，0.3元一条。" in keep("前天打包300件一件5毛,缝了200条一条3毛").texts[0]


@pytest.mark.parametrize(("text", "said"), [
    ("今天-1个工", "不能是负数"), ("今天一个工 今天半个工", "说了两遍"),
    ("2月30号一个工", "没有这一天"), ("12月5号一个工", "还没到")])
def test_more_that_cannot_be_is_said_and_nothing_is_written(store: Store, text: str, said: str) -> None:
    assert said in keep(text).texts[0] and days(store) == {}


def test_no_work_is_a_free_day(store: Store) -> None:
    assert "0小时" in keep("今天0小时").texts[0] and days(store) == {23: "None"}


def test_a_wage_that_came_is_no_debt_and_is_kept_when_he_is_asked_monthly(store: Store, hands: Hands) -> None:
    came = Message("今天发了3000工资", "inform")
    said = play(ActionInform(), came)
    assert "发了3,000元" in said.texts[0] and "不算他欠的" in said.texts[0] and "记成" not in said.texts[0] and said.next == ""
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft is None or "owed_amount" not in draft.facts
    remind("每个月问我一次工资发了没", True)
    assert "11月记成「发了」" in play(ActionInform(), came).texts[0]
