"""The main job on a phone: from the story to the receipt, with proof and papers; then the desk's answer."""
from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bot.cases import evidence
from bot.privacy.keys import load_keys
from bot.settings import ROOT
from tests.browser.phone import Phone
from tests.browser.worker import CLAIM, Worker, daybook_photo
from tests.documents.reading import docx_text, squeeze
from tests.support.live import Live
from tests.support.stores import open_at


class Done(Worker):
    """A claim brought to its receipt, and what was gathered on the way."""

    photo: bytes
    files: dict[tuple[str, str], bytes]


@pytest.fixture(scope="module")
def done(browser: Browser, live: Live, pictures: Path) -> Iterator[Done]:
    """The whole way, once for all tests of this file."""
    phone = Phone(browser, live, pictures).open()
    worker = Done(phone)
    phone.picture("1-greeting")
    worker.say(CLAIM["story"])
    phone.picture("2-first-help")
    worker.say(CLAIM["answers"][phone.last().asks])
    worker.say(CLAIM["answers"][phone.last().asks])
    phone.picture("3-question", at_end=True)
    worker.answer_all()
    phone.picture("4-assessment")
    worker.photo = daybook_photo()
    worker.send_photo(worker.photo)
    worker.tap("考勤或记工本")
    phone.picture("5-evidence")
    worker.say("帮我写欠条")
    worker.say("写投诉书")
    worker.answer_all()
    phone.picture("6-papers", at_end=True)
    worker.files = {(title, form): worker.download(title, form) for title in ("劳动保障监察投诉书", "证据清单")
                    for form in ("Word", "PDF")}
    worker.files["工资欠条", "Word"] = worker.download("工资欠条", "Word")
    worker.tap("确认提交")
    phone.picture("7-receipt")
    yield worker
    phone.context.close()


def pdf_text(data: bytes, folder: Path) -> str:
    """The text of a .pdf, as Poppler reads it."""
    path = folder / "paper.pdf"
    path.write_bytes(data)
    return squeeze(subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout)


def test_the_claim_ends_with_a_receipt_card_that_shows_number_and_three_words(done: Done) -> None:
    receipt = done.phone.last().custom("receipt")[0]["receipt"]
    card = done.phone.page.locator(".card.receipt")
    words = card.locator(".secret li").all_inner_texts()
    assert card.locator(".number").inner_text() == receipt
    assert len(words) == 3 and all(re.fullmatch(r"[\u4e00-\u9fff]{2,4}", word) for word in words)
    assert " ".join(words) in done.phone.last().text
    assert card.locator(".secret li").evaluate_all("all => all.every(e => parseFloat(getComputedStyle(e).fontSize) >= 24)")


def test_the_receipt_and_its_words_are_copied_with_one_tap(done: Done) -> None:
    done.phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card = done.phone.page.locator(".card.receipt")
    card.get_by_role("button").tap()
    card.get_by_text("复制好了").wait_for()
    copied = done.phone.page.evaluate("navigator.clipboard.readText()")
    assert copied == " ".join([card.locator(".number").inner_text(), *card.locator(".secret li").all_inner_texts()])


def test_nothing_was_ever_too_wide_too_small_or_out_of_view(done: Done) -> None:
    assert done.misfits == []


def test_the_progress_line_counts_up_and_goes_when_the_questions_end(done: Done) -> None:
    steps = [tuple(int(n) for n in re.findall(r"\d+", line)) for line in done.progress]
    assert len(steps) >= 6 and all(1 <= step <= of for step, of in steps)
    claim = steps[: max(range(len(steps)), key=lambda i: steps[i][0]) + 1]
    assert [step for step, _ in claim] == sorted({step for step, _ in claim})
    assert not done.phone.page.locator("#progress").is_visible()
    assert done.phone.page.locator("#subtitle").is_visible()


def test_nothing_went_wrong_on_the_page_and_nothing_was_fetched_from_outside(done: Done) -> None:
    assert done.phone.troubles == []
    assert done.phone.outside == []


def test_the_photo_stands_in_the_talk_as_a_picture(done: Done) -> None:
    picture = done.phone.page.locator(".me .bubble img")
    assert picture.count() == 1
    assert picture.evaluate("image => image.naturalWidth") == 900
    assert picture.evaluate("image => image.getBoundingClientRect().height") <= 210


def test_the_photo_lies_in_the_vault_byte_for_byte_with_its_sha256(done: Done, live: Live) -> None:
    store = open_at(live.environment["MINGXIN_DATABASE_URL"], live.folder, load_keys({}, live.folder / "secret.key")[0])
    with store.session(read_only=True) as session:
        kept = evidence.list_all(session, done.phone.sender)
        original = evidence.read(session, kept[0].id)
    store.close()
    assert [(item.sha256, item.size, item.mime) for item in kept] == [
        (hashlib.sha256(done.photo).hexdigest(), len(done.photo), "image/jpeg")]
    assert original == done.photo
    assert kept[0].kind == "attendance"
    assert kept[0].filename == "daybook.jpg"


def test_the_complaint_as_word_file_names_both_sides_and_the_sum(done: Done) -> None:
    text = docx_text(done.files["劳动保障监察投诉书", "Word"])
    for piece in ("李建国", "王大强", "13985012345", "壹万贰仟元整"):
        assert piece in text, text
    assert re.search(r"12,?000元", text)


def test_the_complaint_as_pdf_says_the_same(done: Done, tmp_path: Path) -> None:
    text = pdf_text(done.files["劳动保障监察投诉书", "PDF"], tmp_path)
    for piece in ("李建国", "王大强", "13985012345", "壹万贰仟元整"):
        assert piece in text, text


def test_the_evidence_list_names_the_photo_and_its_hash(done: Done, tmp_path: Path) -> None:
    sha256 = hashlib.sha256(done.photo).hexdigest()
    for text in (docx_text(done.files["证据清单", "Word"]), pdf_text(done.files["证据清单", "PDF"], tmp_path)):
        assert sha256[:8] in text, text
        assert "考勤" in text


def test_the_iou_says_still_owed_and_leaves_no_room_for_two_readings(done: Done) -> None:
    text = docx_text(done.files["工资欠条", "Word"])
    assert "尚欠" in text and "还欠" not in text.replace("别写「还欠」", "")
    assert "王大强" in text and "壹万贰仟元整" in text


def test_the_desks_answer_appears_by_itself_and_leaves_the_page_as_it_is(done: Done, live: Live) -> None:
    number = done.phone.page.locator(".card.receipt .number").inner_text()
    words = "收到了。明天上午带身份证到站里来一趟。"
    answered = subprocess.run([sys.executable, "-m", "bot", "desk", "answer", number, words], cwd=ROOT, capture_output=True,
                              text=True, env={**os.environ, **live.environment}, check=False)
    assert answered.returncode == 0, answered.stderr
    with done.phone.page.expect_request(lambda request: "seen=" in request.url and not request.url.endswith("seen=")):
        done.phone.page.evaluate("poll()")
    done.phone.wait_for_text(words)
    bubble = done.phone.page.locator(".bubble.desk")
    assert number in bubble.inner_text()
    assert bubble.count() == 1
    done.phone.page.reload()
    done.phone.settle()
    assert done.phone.page.locator(".bubble.desk").count() == 1


def test_another_phone_sees_the_state_with_number_and_words(done: Done, new_phone: Phone) -> None:
    card = done.phone.page.locator(".card.receipt")
    words = " ".join(card.locator(".secret li").all_inner_texts())
    number = card.locator(".number").inner_text()
    said = new_phone.open().say(f"{number} {words}")
    assert number in said.text
    assert "查到" not in said.text and "不对" not in said.text
