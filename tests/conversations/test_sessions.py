"""Sessions end after an hour; what was said does not. The case store is the truth, not the tracker."""
from __future__ import annotations

import sqlite3

import pytest

from bot.channels.tracker_store import KEEP
from tests.support.live import Live
from tests.support.talks import begun, in_the_papers, previewed

pytestmark = pytest.mark.servers


@pytest.mark.parametrize("span", [{"minutes": 61}, {"days": 3}], ids=["61 minutes", "3 days"])
def test_the_form_is_offered_again_where_it_stopped(live: Live, span: dict[str, float]) -> None:
    talk = begun(live)
    live.later(**span)
    offer = talk.say("你好")
    assert "第2题" in offer.text and "继续" in offer.buttons, talk.transcript()
    again = talk.say("继续")
    assert (again.asks, again.custom("question")[0]["step"]) == ("start_date", 2), talk.transcript()
    assert talk.say("今年3月5号").asks == "end_date", talk.transcript()
    assert "8,000" in talk.say("帮我写欠条").text, talk.transcript()


@pytest.mark.parametrize("span", [{"minutes": 61}, {"days": 3}], ids=["61 minutes", "3 days"])
def test_the_answer_alone_is_taken_in_a_new_session(live: Live, span: dict[str, float]) -> None:
    talk = begun(live)
    live.later(**span)
    said = talk.say("今年3月5号")
    assert said.asks == "end_date" and said.custom("question")[0]["step"] == 3, talk.transcript()


def test_the_offer_comes_once_in_a_session(live: Live) -> None:
    talk = begun(live)
    live.later(minutes=61)
    assert "上次" in talk.say("你好").text
    assert "上次" not in talk.say("谢谢").text, talk.transcript()


def test_before_the_hour_nothing_is_offered_and_the_form_goes_on(live: Live) -> None:
    talk = begun(live)
    live.later(minutes=50)
    said = talk.say("今年3月5号")
    assert said.asks == "end_date" and "上次" not in said.text, talk.transcript()


@pytest.mark.parametrize("span", [{"minutes": 61}, {"days": 3}], ids=["61 minutes", "3 days"])
def test_the_details_for_the_papers_are_offered_again_where_they_stopped(live: Live, span: dict[str, float]) -> None:
    talk = in_the_papers(live)
    live.later(**span)
    offer = talk.say("你好")
    assert "继续" in offer.buttons and "还没有提交" in offer.text, talk.transcript()
    assert talk.say("继续").asks == "worker_phone", talk.transcript()


def test_a_yes_from_a_former_session_files_nothing_unseen(live: Live) -> None:
    talk = previewed(live)
    live.later(minutes=61)
    said = talk.say("是的")
    assert not said.custom("receipt"), talk.transcript()
    shown = talk.say("写投诉书")
    assert "8,000元" in shown.text and "还没有提交" in shown.text, talk.transcript()
    assert talk.say("确认提交").custom("receipt"), talk.transcript()


def test_a_question_of_erasure_does_not_outlive_its_session(live: Live) -> None:
    talk = begun(live)
    talk.say("删除我的资料")
    live.later(minutes=61)
    assert "删好了" not in talk.say("是的").text, talk.transcript()
    assert talk.say("继续").asks == "start_date", talk.transcript()


def test_after_a_filing_the_next_session_speaks_of_it(live: Live) -> None:
    talk = previewed(live)
    receipt = talk.say("确认提交").custom("receipt")[0]["receipt"]
    live.later(days=3)
    said = talk.say("你好")
    assert receipt in said.text or "我的投诉怎么样了" in said.buttons, talk.transcript()
    assert "还没有提交" not in said.text, talk.transcript()
    assert receipt in talk.say("我的投诉怎么样了").text


def test_another_device_gets_the_filing_by_receipt_and_words_and_nothing_else(live: Live) -> None:
    talk = previewed(live)
    filed = talk.say("确认提交")
    receipt = filed.custom("receipt")[0]["receipt"]
    words = filed.text.split("口令词")[1].splitlines()[0].lstrip(":： ")
    other = live.talk()
    assert other.say("继续").asks == "debtor_kind", other.transcript()
    shown = other.say(f"{receipt} {words}")
    assert receipt in shown.text and "登记" in shown.text, other.transcript()
    for secret in ("吴建国", "王大强", "8,000"):
        assert secret not in shown.text
    assert not other.say("撤回投诉").custom("receipt") and "撤回了。" not in other.say("是的").text, other.transcript()
    assert "你撤回了" not in talk.say("我的投诉怎么样了").text


def test_two_workers_at_one_time_never_get_each_others_case(live: Live) -> None:
    first, second = begun(live), live.talk()
    second.say("厂里欠我6000块工资,在东莞一个电子厂")
    assert first.say("今年3月5号").asks == "end_date"
    for talk, own, other in ((first, "8,000", "6,000"), (second, "6,000", "8,000")):
        text = talk.say("帮我写欠条").text
        assert own in text and other not in text, talk.transcript()


def test_a_form_of_many_turns_stays_short_and_goes_on(live: Live) -> None:
    talk = begun(live)
    for _ in range(40):
        assert talk.say("为什么问这个").asks == "start_date"
    assert talk.say("今年3月5号").asks == "end_date", talk.transcript()[-1500:]
    assert talk.say("上一题").asks == "start_date"
    with sqlite3.connect(live.folder / "conversations.db", timeout=20) as base:
        rows = base.execute("select count(*) from events where sender_id = ?", (talk.sender,)).fetchone()[0]
    assert rows <= KEEP + 30
