"""The same message twice acts once: one after the other, at the same time, after a restart. Nothing is filed twice."""
from __future__ import annotations

import sqlite3
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.support.live import Live, Talk
from tests.support.talks import begun, previewed

pytestmark = pytest.mark.servers


def post(talk: Talk, text: str, message_id: str) -> list[dict[str, Any]]:
    """The raw replies to a message."""
    reply = talk.live.http.post("/webhooks/rest/webhook", json={
        "sender": talk.sender, "message": text, "metadata": {"message_id": message_id}})
    assert reply.status_code == 200
    replies: list[dict[str, Any]] = reply.json()
    return replies


def at_once(talk: Talk, messages: list[tuple[str, str]]) -> list[list[dict[str, Any]]]:
    """All messages at the same time."""
    with ThreadPoolExecutor(len(messages)) as pool:
        return list(pool.map(lambda message: post(talk, *message), messages))


def filings(live: Live, receipt: str) -> int:
    """How many filings the register holds for a receipt."""
    with sqlite3.connect(live.database, timeout=20) as base:
        return int(base.execute("select count(*) from filing where receipt = ?", (receipt,)).fetchone()[0])


def all_filings(live: Live) -> int:
    with sqlite3.connect(live.database, timeout=20) as base:
        return int(base.execute("select count(*) from filing").fetchone()[0])


def texts(replies: list[dict[str, Any]]) -> str:
    return "\n".join(reply.get("text", "") for reply in replies)


def receipts(replies: list[dict[str, Any]]) -> list[str]:
    return [reply["custom"]["receipt"] for reply in replies if reply.get("custom", {}).get("kind") == "receipt"]


def test_the_same_answer_again_gets_the_same_replies_and_moves_nothing(live: Live) -> None:
    talk, message = begun(live), uuid.uuid4().hex
    first = post(talk, "今年3月5号", message)
    assert [post(talk, "今年3月5号", message) for _ in range(3)] == [first] * 3
    assert talk.say("今年5月底").asks == "pay_rate", talk.transcript()


def test_the_same_id_with_other_words_is_still_the_same_message(live: Live) -> None:
    talk, message = begun(live), uuid.uuid4().hex
    first = post(talk, "今年3月5号", message)
    assert post(talk, "今年4月6号", message) == first


def test_the_same_answer_at_the_same_time_counts_once(live: Live) -> None:
    talk, message = begun(live), uuid.uuid4().hex
    replies = at_once(talk, [("今年3月5号", message)] * 6)
    assert all(reply == replies[0] for reply in replies)
    assert talk.say("今年5月底").asks == "pay_rate", talk.transcript()


def test_a_yes_delivered_again_and_at_once_files_once_with_the_same_receipt_and_words(live: Live) -> None:
    talk, message = previewed(live), uuid.uuid4().hex
    before = all_filings(live)
    replies = at_once(talk, [("确认提交", message)] * 6)
    assert all(reply == replies[0] for reply in replies) and "口令词" in texts(replies[0])
    assert post(talk, "确认提交", message) == replies[0]
    assert all_filings(live) == before + 1


def test_double_taps_with_ids_of_their_own_file_once(live: Live) -> None:
    talk = previewed(live)
    before = all_filings(live)
    replies = at_once(talk, [("确认提交", uuid.uuid4().hex) for _ in range(4)])
    named = {receipt for reply in replies for receipt in receipts(reply)}
    assert len(named) == 1 and filings(live, named.pop()) == 1
    assert all_filings(live) == before + 1
    assert sum("口令词：" in texts(reply) or "口令词:" in texts(reply) for reply in replies) == 1
    assert all(texts(reply).strip() and "处理成" not in texts(reply) for reply in replies)
    after = talk.say("确认提交")
    assert "没有重复登记" in after.text and all_filings(live) == before + 1, talk.transcript()


def test_answers_at_the_same_time_all_get_a_sentence_and_the_form_stands(live: Live) -> None:
    talk = begun(live)
    replies = at_once(talk, [(text, uuid.uuid4().hex) for text in ("今年3月5号", "为什么问这个", "跳过", "打官司要花钱吗")])
    assert all(texts(reply).strip() and "处理成" not in texts(reply) for reply in replies)
    assert talk.say("继续").asks, talk.transcript()


def test_a_withdrawal_delivered_twice_withdraws_once(live: Live) -> None:
    talk = previewed(live)
    talk.say("确认提交")
    talk.say("撤回投诉")
    message = uuid.uuid4().hex
    first = post(talk, "是的", message)
    assert "撤回了" in texts(first) and post(talk, "是的", message) == first
    assert talk.say("我的投诉怎么样了").text.count("你撤回了") <= 2


def test_an_erasure_delivered_twice_erases_once_and_what_came_after_stays(live: Live) -> None:
    talk = begun(live)
    talk.say("删除我的资料")
    message = uuid.uuid4().hex
    assert "删好了" in texts(post(talk, "是的", message))
    talk.say("包工头老周欠我两千块工资")
    again = post(talk, "是的", message)
    assert texts(again).strip() and "处理成" not in texts(again)
    assert "2,000" in talk.say("帮我写欠条").text, talk.transcript()


def test_after_a_restart_the_same_id_gets_the_same_replies(live: Live) -> None:
    form, yes = begun(live), previewed(live)
    answer, filed = uuid.uuid4().hex, uuid.uuid4().hex
    first, receipt = post(form, "今年3月5号", answer), post(yes, "确认提交", filed)
    before = all_filings(live)
    live.servers.stop()
    live.servers.start()
    assert post(form, "今年3月5号", answer) == first
    assert post(yes, "确认提交", filed) == receipt and all_filings(live) == before
    assert form.say("今年5月底").asks == "pay_rate", form.transcript()
    assert "没有重复登记" in yes.say("确认提交").text, yes.transcript()
