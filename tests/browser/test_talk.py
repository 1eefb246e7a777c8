"""Talking on the page: typing, tapping, the keyboard, hostile words."""
from __future__ import annotations

import pytest

from tests.browser.fits import misfits
from tests.browser.phone import Phone
from tests.browser.worker import CLAIM


def test_a_story_is_heard_and_the_first_question_stands_with_its_choices(phone: Phone) -> None:
    said = phone.say(CLAIM["story"])
    assert phone.bubbles(mine=True) == [CLAIM["story"]]
    assert said.asks and "12,000" in phone.text()
    assert phone.page.locator("#progress-text").inner_text().startswith("第1题")
    question = phone.page.locator(".row:not(.me) .bubble").last.bounding_box()
    choices = phone.page.locator(".choices").bounding_box()
    assert question and choices and 0 <= choices["y"] - question["y"] - question["height"] <= 16


def test_a_choice_is_tapped_and_shown_as_the_workers_own_words(phone: Phone) -> None:
    said = phone.tap("老板不给工资")
    assert phone.bubbles(mine=True) == ["老板不给工资"]
    assert phone.turns[-1].message == "老板不给工资怎么办"
    assert said.text
    assert phone.page.get_by_role("button", name="查我的投诉").count() == 0


def test_two_quick_taps_on_one_choice_act_once(phone: Phone) -> None:
    phone.choice("你能干什么").dblclick(delay=1)
    phone.settle()
    assert phone.bubbles(mine=True) == ["你能干什么"]
    assert [turn.message for turn in phone.turns[1:]] == ["你能干什么"]


def test_two_fingers_on_two_choices_act_once(phone: Phone) -> None:
    phone.page.evaluate("[...document.querySelectorAll('.choices button')].forEach((b) => b.click())")
    phone.settle()
    assert len(phone.turns) == 2 and len(phone.bubbles(mine=True)) == 1


def test_a_second_tap_does_not_hit_a_choice_that_only_just_appeared(phone: Phone) -> None:
    hit = """() => { const box = [...document.querySelectorAll('.choices')].pop(), b = box.lastChild.getBoundingClientRect();
                     return document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2) === box.lastChild; }"""
    phone.page.evaluate("() => { showReplies([{ text: '问', buttons: [{ title: '答', payload: '答' }] }]); }")
    assert not phone.page.evaluate(hit)
    phone.settle()
    assert phone.page.evaluate(hit)
    phone.choice("答").tap()
    phone.settle()
    assert phone.turns[-1].message == "答"


def test_the_send_button_hit_twice_sends_once_and_an_empty_line_sends_nothing(phone: Phone) -> None:
    phone.page.tap("#send")
    phone.page.fill("#text", "谢谢")
    phone.page.locator("#send").dblclick(delay=1)
    phone.settle()
    assert [turn.message for turn in phone.turns[1:]] == ["谢谢"]


def test_messages_sent_one_after_the_other_are_answered_in_order(phone: Phone) -> None:
    for words in ("谢谢", "你是谁", "找真人"):
        phone.page.fill("#text", words)
        phone.page.press("#text", "Enter")
    phone.settle()
    assert [turn.message for turn in phone.turns[1:]] == ["谢谢", "你是谁", "找真人"]
    assert all(turn.said and turn.said.text for turn in phone.turns)


def test_it_works_by_keyboard_alone(phone: Phone) -> None:
    press = phone.page.keyboard.press
    title = "document.activeElement.innerText"
    for _ in range(10):
        press("Tab")
        if phone.page.evaluate(title) == "老板不给工资":
            break
    assert phone.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    press("Enter")
    phone.settle()
    assert phone.turns[-1].message == "老板不给工资怎么办"
    assert phone.page.evaluate("document.activeElement.id") == "text"
    phone.page.keyboard.type("你是谁")
    press("Shift+Enter")
    phone.page.keyboard.type("谢谢")
    press("Enter")
    phone.settle()
    assert phone.turns[-1].message == "你是谁\n谢谢"
    press("Shift+Tab")
    assert phone.page.evaluate("document.activeElement.id") == "photo"


def test_an_enter_that_only_ends_a_pinyin_word_sends_nothing(phone: Phone) -> None:
    phone.page.fill("#text", "nihao")
    phone.page.evaluate("""document.getElementById('text').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))""")
    assert len(phone.turns) == 1
    assert phone.page.input_value("#text") == "nihao"


@pytest.mark.parametrize("words", [
    "<script>document.title='x'</script><img src=x onerror=document.title='x'>",
    "<b>老板</b>不给钱 &lt;i&gt; \" ' `",
    "javascript:alert(1) 【<u>标题</u>】",
])
def test_script_in_a_text_is_shown_as_text(phone: Phone, words: str) -> None:
    phone.say(words)
    assert phone.bubbles(mine=True) == [words]
    assert phone.page.title().startswith("明薪")
    assert phone.page.locator("#log script, #log .bubble img, #log i, #log u").count() == 0


def test_script_in_the_bots_text_is_shown_as_text(new_phone: Phone) -> None:
    words = "【标题】<img src=x onerror=\"document.title='x'\">打12333，花了12345元<i>尾</i>"
    new_phone.page.route("**/chat/send", lambda route: route.fulfill(
        json=[{"text": words, "buttons": [{"title": "<b>好</b>", "payload": "好"}]},
              {"custom": {"kind": "document", "document": "d", "format": "pdf", "url": "/chat/files/x", "title": "<i>纸</i>"}}]))
    new_phone.open()
    assert new_phone.bubbles() == [words]
    assert new_phone.page.locator(".choices button").inner_text() == "<b>好</b>"
    assert new_phone.page.locator("#log img, #log i, #log button b").count() == 0
    assert new_phone.page.locator("a.call").all_inner_texts() == ["12333"]


def test_one_word_as_long_as_a_page_does_not_widen_it(phone: Phone) -> None:
    phone.say("A" * 900)
    phone.say("😭" * 200)
    assert misfits(phone.page) == []


def test_a_message_of_ten_thousand_characters_gets_a_sentence(phone: Phone) -> None:
    said = phone.say("老板欠我工资" * 1700)
    assert said.text
    assert misfits(phone.page) == []


def test_a_hotline_in_an_answer_can_be_called_with_a_tap(phone: Phone) -> None:
    phone.say("找真人")
    assert {"tel:12348", "tel:12333"} <= set(phone.page.locator("a.call").evaluate_all("all => all.map(a => a.href)"))


def test_the_laws_are_folded_until_they_are_wanted(phone: Phone) -> None:
    said = phone.say("仲裁要不要钱")
    articles = said.custom("laws")[0]["articles"]
    folded = phone.page.locator("details.laws").first
    assert not folded.get_by_text(articles[0]).is_visible()
    folded.locator("summary").tap()
    assert folded.get_by_text(articles[0]).first.is_visible()
    assert folded.locator("li").count() == len(articles)
    assert misfits(phone.page) == []


def test_the_next_steps_stand_under_all_that_was_said_and_each_once(new_phone: Phone) -> None:
    step = {"title": "写投诉书", "payload": "写投诉书"}
    new_phone.page.route("**/chat/send", lambda route: route.fulfill(
        json=[{"text": "一", "buttons": [step]}, {"text": "二", "buttons": [step, {"title": "继续", "payload": "继续"}]}]))
    new_phone.open()
    assert new_phone.text().split("\n") == ["一", "二", "写投诉书", "继续"]


def test_a_long_answer_is_read_from_its_beginning_and_a_tap_leads_on(phone: Phone) -> None:
    phone.page.set_viewport_size({"width": 360, "height": 480})
    phone.say(CLAIM["story"])
    more = phone.page.locator("#more")
    first = phone.page.locator(".row.me + .row").bounding_box()
    assert first and 40 <= first["y"] < 300
    for _ in range(6):
        if more.is_visible():
            more.tap()
    assert not more.is_visible()
    assert phone.page.locator(".choices").is_visible()
