"""A network that fails: nothing is lost, nothing acts twice, and the page says what is going on."""
from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Route

from tests.browser.fits import misfits
from tests.browser.phone import Phone
from tests.browser.worker import CLAIM, daybook_photo

SEND, UPLOAD = "**/chat/send", "**/chat/upload"
FAILED = ("ERR_FAILED", "ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION", "502")


def type_in(phone: Phone, words: str) -> None:
    """Type and send without waiting for an answer."""
    phone.page.fill("#text", words)
    phone.page.tap("#send")


def test_without_network_the_message_waits_and_the_retry_sends_the_same_id(phone: Phone) -> None:
    phone.page.route(SEND, lambda route: route.abort())
    type_in(phone, CLAIM["story"])
    phone.wait_for_text("没发出去")
    assert misfits(phone.page) == []
    phone.page.unroute(SEND)
    phone.page.get_by_role("button", name="重发").tap()
    said = phone.answer_to(CLAIM["story"])
    tried = [turn.message_id for turn in phone.turns if turn.message == CLAIM["story"]]
    assert len(tried) == 2 and len(set(tried)) == 1
    assert said.asks and phone.bubbles(mine=True) == [CLAIM["story"]]
    assert phone.page.locator(".failed").count() == 0
    phone.forgive(*FAILED)


def test_an_answer_lost_on_its_way_is_fetched_again_without_acting_twice(phone: Phone) -> None:
    """The server has acted, the phone does not know: the same question comes again, not the next one."""
    phone.say(CLAIM["story"])

    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    asked = phone.last().asks
    phone.page.route(SEND, lose_the_answer)
    type_in(phone, CLAIM["answers"][asked])
    phone.wait_for_text("没发出去")
    phone.page.unroute(SEND)
    phone.page.get_by_role("button", name="重发").tap()
    said = phone.answer_to(CLAIM["answers"][asked])
    assert said.custom("question")[0]["step"] == 2
    assert said.asks != asked
    assert phone.page.inner_text("#progress-text").startswith("第2题")
    phone.forgive(*FAILED)


def test_when_the_network_is_back_it_goes_on_by_itself_and_in_order(phone: Phone) -> None:
    phone.context.set_offline(True)
    type_in(phone, "你是谁")
    phone.wait_for_text("没发出去")
    type_in(phone, "谢谢")
    phone.wait_for_text("没发出去")
    phone.context.set_offline(False)
    phone.answer_to("谢谢")
    answered = [turn.message for turn in phone.turns if turn.said]
    assert answered[1:] == ["你是谁", "谢谢"]
    assert phone.page.locator(".failed").count() == 0
    phone.forgive(*FAILED)


def test_a_message_whose_reply_was_lost_is_shown_later_and_one_that_was_shown_never_again(phone: Phone) -> None:
    """The server gives a message until its id comes back; here that is lost as well, twice."""
    item = {"id": "a" * 32, "key": "k", "text": "明天上午到站里来。", "payload": None, "due_at": "2026-11-23T09:00:00+08:00"}
    told: list[str] = []

    def answer(route: Route) -> None:
        told.append(route.request.url.partition("seen=")[2])
        if len(told) in (1, 3):
            route.abort()
        else:
            route.fulfill(json=[item] if len(told) < 5 else [])

    phone.page.route("**/chat/poll*", answer)
    for _ in range(4):
        phone.page.evaluate("poll()")
    assert told == ["", "", item["id"], item["id"], item["id"]]
    assert phone.page.locator(".bubble.desk").all_inner_texts() == [item["text"]]
    phone.page.reload()
    phone.settle()
    phone.page.evaluate("poll()")
    assert phone.page.locator(".bubble.desk").count() == 1
    phone.forgive(*FAILED)


def test_what_was_not_sent_can_be_dropped(phone: Phone) -> None:
    phone.page.route(SEND, lambda route: route.abort())
    type_in(phone, "老板不给工资")
    phone.page.get_by_role("button", name="不发了").tap()
    phone.page.unroute(SEND)
    phone.say("谢谢")
    assert [turn.message for turn in phone.turns if turn.said][1:] == ["谢谢"]
    phone.forgive(*FAILED)


def test_a_proxys_error_page_is_a_failure_to_send_again_and_not_an_answer(phone: Phone) -> None:
    phone.page.route(SEND, lambda route: route.fulfill(status=502, content_type="text/html", body="<h1>Bad Gateway</h1>"))
    type_in(phone, "谢谢")
    phone.wait_for_text("没发出去")
    assert "Bad Gateway" not in phone.text()
    phone.page.unroute(SEND)
    phone.page.get_by_role("button", name="重发").tap()
    assert phone.answer_to("谢谢").text
    phone.forgive(*FAILED)


def test_a_slow_answer_is_announced_and_the_announcement_goes(phone: Phone) -> None:
    def slow(route: Route) -> None:
        phone.page.wait_for_timeout(900)
        route.continue_()

    phone.page.route(SEND, slow)
    type_in(phone, "谢谢")
    phone.wait_for_text("正在想")
    phone.answer_to("谢谢")
    assert phone.page.locator(".waiting").count() == 0


def test_a_reload_before_the_answer_fetches_it_and_acts_once(phone: Phone) -> None:
    phone.say(CLAIM["story"])
    asked = phone.last().asks

    def reload_instead(route: Route) -> None:
        route.fetch()
        route.abort()

    phone.page.route(SEND, reload_instead)
    type_in(phone, CLAIM["answers"][asked])
    phone.wait_for_text("没发出去")
    phone.page.unroute(SEND)
    phone.page.reload()
    said = phone.answer_to(CLAIM["answers"][asked])
    assert said.custom("question")[0]["step"] == 2
    assert phone.bubbles(mine=True) == [CLAIM["story"], CLAIM["answers"][asked]]
    phone.forgive(*FAILED)


def test_a_photo_that_did_not_go_through_is_sent_again_and_kept_once(phone: Phone) -> None:
    phone.page.route(UPLOAD, lambda route: route.abort())
    phone.page.set_input_files("#photo", [{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": daybook_photo()}])
    phone.wait_for_text("没发出去")
    phone.page.unroute(UPLOAD)
    phone.page.get_by_role("button", name="重发").tap()
    said = phone.answer_to("")
    assert "存好了" in said.text
    assert len(phone.turns[-1].attachments) == 1
    phone.forgive(*FAILED)


@pytest.mark.parametrize(("name", "start", "size", "words"), [
    ("notes.exe", b"MZ\x90\x00", 200, "收不了"),
    ("empty.jpg", b"", 0, "没有收到文件"),
    ("big.jpg", b"\xff\xd8\xff\xe0", 21 * 1024 * 1024, "20MB"),
], ids=["wrong kind", "empty", "too large"])
def test_a_file_that_is_not_taken_is_refused_in_a_sentence(phone: Phone, tmp_path: Path, name: str, start: bytes, size: int,
                                                           words: str) -> None:
    file = tmp_path / name
    file.write_bytes(start + bytes(max(0, size - len(start))))
    phone.page.set_input_files("#photo", file)
    phone.wait_for_text(words)
    phone.settle()
    assert len(phone.turns) == 1
    assert phone.say("谢谢").text
    phone.forgive("415", "413", "400")


def test_a_good_photo_among_bad_files_still_arrives(phone: Phone) -> None:
    phone.page.set_input_files("#photo", [
        {"name": "a.exe", "mimeType": "application/octet-stream", "buffer": b"MZ\x90\x00" + bytes(200)},
        {"name": "b.jpg", "mimeType": "image/jpeg", "buffer": daybook_photo()}])
    said = phone.answer_to("")
    assert "存好了" in said.text and "收不了" in phone.text()
    assert len(phone.turns[-1].attachments) == 1
    phone.forgive("415")
