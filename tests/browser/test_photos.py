"""Papers photographed with the phone: read, confirmed with the thumb, taken away as one bundle."""
from __future__ import annotations

import io
import zipfile

from tests.browser.phone import Phone
from tests.browser.worker import Worker
from tests.photos.draw import draw
from tests.photos.pictures import read_pictures
from tests.support.sent_files import document


def photo_of(name: str) -> bytes:
    return draw(next(picture for picture in read_pictures() if picture.name == name))


def test_a_photographed_iou_is_read_confirmed_and_taken_away_with_its_original(phone: Phone) -> None:
    worker, data = Worker(phone), photo_of("iou-person-all-but-stamp")
    said = worker.send_photo(data, "iou.jpg")
    assert "石国权" in said.text and "18,600元" in said.text and "读对了吗" in said.text
    phone.picture("8-photo")
    assert "记下了" in worker.tap("读对了").text
    assert worker.say("拿走材料").custom("document")
    packed = zipfile.ZipFile(io.BytesIO(worker.download("证据材料", "原件（压缩包）")))
    assert data in [packed.read(name) for name in packed.namelist()]
    assert worker.misfits == []


def test_a_rights_board_and_a_day_in_the_day_book_fit_on_a_phone(phone: Phone) -> None:
    worker = Worker(phone)
    assert "贵州鼎筑建工集团有限公司" in worker.send_photo(photo_of("board-blue"), "board.jpg").text
    assert "左玉梅" in phone.last().text
    worker.tap("读对了")
    assert "记下了" in worker.say("今天1个工，一天260").text
    said = worker.say("看这个月的记工表")
    assert {part["format"] for part in said.custom("document")} == {"pdf", "xlsx"}
    assert worker.misfits == []


def test_a_payslip_in_a_pdf_is_named_with_a_tap_and_counts_for_how_strong_the_proof_is(phone: Phone) -> None:
    worker = Worker(phone)
    slip = document("pdf", ["2026年9月工资条", "姓名 吴德海", "基本工资 4000", "应发合计 4600", "实发 4400"])
    assert "这份是什么" in worker.send_photo(slip, "slip.pdf").text
    assert phone.last().buttons[0] == "这张是工资条"
    assert "证明" in worker.tap("工资条").text
    said = worker.say("证据够不够").text
    assert "欠多少" in said and "工价多少" in said
    assert worker.misfits == []
