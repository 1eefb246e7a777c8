"""Coming back: after a reload, in another tab, an hour or days later, while a server is down, after an erasure."""
from __future__ import annotations

from tests.browser.phone import Phone
from tests.browser.worker import CLAIM
from tests.support.live import Live


def in_the_form(phone: Phone) -> str:
    """Tell the story and answer one question; the fact that is asked now."""
    phone.say(CLAIM["story"])
    return phone.say(CLAIM["answers"][phone.last().asks]).asks


def test_a_reload_in_the_form_shows_the_same_question_and_it_can_be_answered(phone: Phone) -> None:
    asked = in_the_form(phone)
    shown, choices = phone.bubbles(), phone.page.locator(".choices button").all_inner_texts()
    sent = len(phone.turns)
    phone.page.reload()
    phone.settle()
    assert phone.bubbles() == shown and phone.page.locator(".choices button").all_inner_texts() == choices
    assert phone.page.inner_text("#progress-text").startswith("第2题")
    assert len(phone.turns) == sent
    said = phone.say(CLAIM["answers"][asked])
    assert said.custom("question")[0]["step"] == 3


def test_a_new_tab_offers_the_open_question_again(phone: Phone) -> None:
    asked = in_the_form(phone)
    phone.another_tab()
    assert phone.last().asks == asked
    assert phone.page.inner_text("#progress-text").startswith("第2题")


def test_after_an_hour_the_draft_is_offered_and_goes_on_with_a_tap(phone: Phone, live: Live) -> None:
    asked = in_the_form(phone)
    live.later(minutes=61)
    phone.another_tab()
    assert "第2题" in phone.text()
    said = phone.tap("继续")
    assert said.asks == asked


def test_after_three_days_a_page_left_open_says_hello_again(phone: Phone, live: Live) -> None:
    asked = in_the_form(phone)
    live.later(days=3)
    phone.page.evaluate("memory.at -= 3 * 24 * 3600 * 1000; sessionStorage.setItem(MEMORY, JSON.stringify(memory))")
    phone.page.reload()
    phone.settle()
    assert phone.turns[-1].message == "你好"
    assert CLAIM["story"] in phone.text()
    assert phone.tap("继续").asks == asked


def test_two_phones_do_not_see_each_other(phone: Phone, browser, live: Live, pictures) -> None:
    in_the_form(phone)
    other = Phone(browser, live, pictures).open()
    assert other.sender != phone.sender
    assert "12,000" not in other.text() and not other.last().asks
    other.context.close()


def test_an_action_server_that_is_down_gives_a_human_sentence_and_then_it_goes_on(phone: Phone, live: Live) -> None:
    asked = in_the_form(phone)
    live.servers.stop("actions")
    try:
        said = phone.say(CLAIM["answers"][asked])
    finally:
        live.servers.start_actions()
    assert "刚才没处理成" in phone.bubbles()[-1]
    assert not any(word in said.text.lower() for word in ("error", "exception", "traceback"))
    assert phone.say(CLAIM["answers"][asked]).asks not in ("", asked)


def test_after_an_erasure_the_page_is_empty_too_also_after_a_reload(phone: Phone) -> None:
    phone.say("包工头王大强欠我一万二")
    phone.say("删除我的资料")
    phone.tap("确定删除")
    assert "王大强" not in phone.text()
    assert phone.page.evaluate("JSON.stringify(sessionStorage)").count("王大强") == 0
    phone.page.reload()
    phone.settle()
    assert "王大强" not in phone.text()
    assert "不是律师" in phone.text()


def test_neither_long_numbers_nor_receipt_words_stay_behind_in_the_tab(phone: Phone) -> None:
    numbers = "我身份证号110101199003077571，电话１３８ ０００１ ２３４５"
    for text in (numbers, "MX-2026-0000001 青菜 石头 月亮", "欠我12000，从2025年3月起"):
        phone.say(text)
    kept = phone.page.evaluate("JSON.stringify(sessionStorage)")
    assert not any(secret in kept for secret in ("199003077571", "０００１", "0000001", "石头"))
    assert "欠我12000，从2025年3月起" in kept


def test_the_full_number_of_an_identity_card_is_not_shown_back(phone: Phone) -> None:
    phone.say("我身份证号110101199003077571，老板欠我八千")
    assert not any("110101199003077571" in bubble for bubble in phone.bubbles())
