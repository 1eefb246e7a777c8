"""A PDF: its text as it is written, a scanned page as a photo of it, and what cannot be opened."""
from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image

from bot.evidence.inspection import inspect
from bot.photos.pdf import MOST_LINES, MOST_UNPACKED, is_pdf, read_pdf
from bot.photos.reader import PhotoReader
from bot.photos.values import PhotoProblem
from tests.photos_reader.drawing import as_bytes, paper
from tests.support.sent_files import pdf, scan

CONTRACT = """= 劳动合同书
甲方：贵阳恒通建筑劳务有限公司

乙方：吴德海
#table(columns: 3, [姓名], [工种], [日工资], [吴德海], [木工], [二百八])
工资每月15日发放。"""


def locked() -> bytes:
    """A PDF that asks for a password, as banks send them: nothing in it but the lock."""
    lock = "/Filter/Standard/V 1/R 2/Length 40/P -4/O<" + "00" * 32 + ">/U<" + "00" * 32 + ">"
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>", f"<<{lock}>>".encode()]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 4\n0000000000 65535 f \n" + table + (
        b"trailer\n<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF\n" % len(data))


def test_the_text_of_a_pdf_is_read_line_by_line_a_row_of_a_table_as_one_and_each_line_is_sure() -> None:
    reading = read_pdf(pdf(CONTRACT))
    lines = [line.text.replace(" ", "") for line in reading.lines]
    assert lines == ["劳动合同书", "甲方：贵阳恒通建筑劳务有限公司", "乙方：吴德海", "姓名工种日工资", "吴德海木工二百八",
                     "工资每月15日发放。"]
    assert "姓名 工种 日工资" in reading.text and (reading.papers, reading.sure) == (1, 1.0)


def test_a_scanned_page_is_read_as_a_photo() -> None:
    data = scan(paper())
    assert inspect(io.BytesIO(data), len(data)) == "application/pdf"
    reading = read_pdf(data)
    assert "12000元" in reading.text and "陈志明" in reading.text and 0.5 < reading.sure < 1.0


def test_the_worker_reads_a_pdf_as_it_reads_a_photo() -> None:
    made = PhotoReader()
    try:
        assert "劳动合同书" in made.read(pdf(CONTRACT)).text
        assert "12000元" in made.read(as_bytes(paper())).text
    finally:
        made.stop()


def test_a_long_pdf_is_read_only_as_far_as_a_paper_goes() -> None:
    reading = read_pdf(pdf("\n\n".join(f"第{number}行" for number in range(900))))
    assert len(reading.lines) == MOST_LINES and reading.lines[0].text.replace(" ", "") == "第0行"


def test_an_empty_page_is_whole_and_holds_no_text() -> None:
    assert read_pdf(pdf("#pagebreak()")).lines == ()


def test_a_pdf_behind_a_password_is_named_so() -> None:
    with pytest.raises(PhotoProblem, match="locked"):
        read_pdf(locked())


def test_a_page_with_a_huge_picture_is_not_drawn() -> None:
    with pytest.raises(PhotoProblem, match="too_large"):
        read_pdf(scan(Image.new("1", (9000, 9000))))


@pytest.mark.parametrize("data", [pdf(CONTRACT)[:900], b"%PDF-1.7\nrubbish\nstartxref\n9\n%%EOF\n", b"%PDF-"],
                         ids=["cut off", "rubbish", "head alone"])
def test_a_broken_pdf_is_unreadable(data: bytes) -> None:
    assert is_pdf(data)
    with pytest.raises(PhotoProblem, match="unreadable"):
        read_pdf(data)


def test_a_part_that_unpacks_without_end_is_never_unpacked_whole() -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(MOST_UNPACKED // 1_000_000 + 1)) + packer.flush()
    part = b"\n9 0 obj\n<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream\nendobj\n"
    with pytest.raises(PhotoProblem, match="too_large"):
        read_pdf(pdf(CONTRACT) + part)
