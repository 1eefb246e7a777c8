"""Word and Excel files are read, and films, recordings and PDFs that were cut on their way are found out."""
from __future__ import annotations

import io
import struct
import zipfile
from datetime import datetime

import pytest

from bot.chinese.paper_kinds import guess_kinds
from bot.evidence.file_reading import READ, read_file, to_keep
from bot.evidence.frames import AMR, MP3
from bot.evidence.inspection import inspect
from bot.evidence.refused import EvidenceRefused
from bot.evidence.sheet_text import MOST_ROWS
from bot.evidence.sniff import DOCX, XLSX
from bot.evidence.word_text import MOST_TEXT, MOST_XML
from bot.photos.values import PhotoProblem, Reading
from tests.support.sent_files import excel, word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTRACT = ("劳动合同书", "甲方：贵阳恒通建筑劳务有限公司", "乙方：吴德海", "合同期限：2026年3月1日至2026年12月31日",
            "工资标准：每日280元，每月15日发放。")


def raw(body: str, before: str = "") -> bytes:
    """A Word file with this body, written by hand."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", f'<?xml version="1.0"?>{before}<w:document xmlns:w="{W}" '
                      f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def read(data: bytes, mime: str = DOCX) -> Reading:
    return read_file(io.BytesIO(data), mime, len(data))


def test_a_contract_sent_as_a_word_file_is_read_and_guessed_as_one() -> None:
    data = word(CONTRACT)
    assert inspect(io.BytesIO(data), len(data)) == DOCX
    reading = read(data)
    assert tuple(line.text for line in reading.lines) == CONTRACT
    assert (reading.papers, reading.sure) == (1, 1.0)
    assert guess_kinds(reading.text)[0] == "contract"
    assert Reading.from_json(reading.to_json()) == reading


def test_a_row_of_a_table_is_one_line() -> None:
    reading = read(word(("花名册",), (("姓名", "工种", "日工资"), ("吴德海", "木工", "280元"))))
    assert reading.text.splitlines() == ["花名册", "姓名 工种 日工资", "吴德海 木工 280元"]


def test_an_empty_word_file_is_no_paper() -> None:
    assert read(word(())) == Reading()


def test_what_was_deleted_or_moved_away_and_a_drawing_told_twice_are_not_read() -> None:
    deleted = "<w:p><w:del><w:r><w:delText>作废</w:delText></w:r></w:del><w:r><w:t>结算单</w:t></w:r></w:p>"
    moved = f"<w:moveFrom>{paragraph('旧的')}</w:moveFrom>"
    twice = f"<mc:AlternateContent><mc:Choice>{paragraph('盖章')}</mc:Choice><mc:Fallback>{paragraph('盖章')}</mc:Fallback>"
    body = f"{deleted}{moved}{twice}</mc:AlternateContent>"
    assert read(raw(body)).text.splitlines() == ["结算单", "盖章"]


def test_a_very_long_word_file_is_read_only_as_far_as_a_paper_goes() -> None:
    reading = read(raw(paragraph("一" * 500) * 200))
    assert MOST_TEXT < len(reading.text) < MOST_TEXT + 5000


@pytest.mark.parametrize("data", [
    raw(paragraph("&a;"), '<!DOCTYPE x [<!ENTITY a "aaaa">]>'), raw("<w:p>"), raw(paragraph("&nothing;")),
    word(CONTRACT)[:-200], b"PK\x03\x04rubbish", b"",
], ids=["entities", "no end", "an unknown entity", "cut off", "rubbish", "empty"])
def test_a_broken_word_file_is_unreadable(data: bytes) -> None:
    with pytest.raises(PhotoProblem, match="unreadable"):
        read(data)


def test_a_payslip_sent_as_an_excel_file_is_read_row_by_row_days_and_sums_as_they_are_said() -> None:
    rows = (("姓名", "日期", "应发", "实发"), ("吴德海", datetime(2026, 9, 30), 4600.0, 4400.5), (None,), ("签字", None))
    data = excel(("工资条",), *rows)
    assert inspect(io.BytesIO(data), len(data)) == XLSX and XLSX in READ
    reading = read(data, XLSX)
    assert reading.text.splitlines() == ["工资条", "姓名 日期 应发 实发", "吴德海 2026年9月30日 4600 4400.5", "签字"]
    assert reading.sure == 1.0 and guess_kinds(reading.text)[0] == "payslip"


def test_a_long_excel_file_is_read_only_as_far_as_a_paper_goes_and_one_made_to_fill_memory_not_at_all() -> None:
    assert len(read(excel(*[(f"第{number}行",) for number in range(900)]), XLSX).lines) == MOST_ROWS
    assert MOST_TEXT <= len(read(excel(*[("一" * 500,)] * 200), XLSX).text) < MOST_TEXT + 5000
    assert read(with_part("xl/styles.xml", " " * (MOST_XML + 1)), XLSX) == Reading()


def with_part(name: str, content: str) -> bytes:
    """An Excel file with another part in the place of its own."""
    whole, out = zipfile.ZipFile(io.BytesIO(excel(("工资条",)))), io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for part in whole.namelist():
            file.writestr(part, content if part == name else whole.read(part))
    return out.getvalue()


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
@pytest.mark.parametrize("content", ["", "<a>", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'],
                         ids=["empty", "no end", "entities"])
def test_a_broken_excel_file_is_unreadable_or_empty_and_nothing_else(part: str, content: str) -> None:
    data = with_part(part, content)
    kept = to_keep(io.BytesIO(data), XLSX, len(data))
    assert kept in (None, {"problem": "unreadable"})


def box(name: bytes, data: bytes = b"", wide: bool = False) -> bytes:
    if wide:
        return struct.pack(">I4sQ", 1, name, 16 + len(data)) + data
    return struct.pack(">I4s", 8 + len(data), name) + data


def film(brand: bytes = b"isom", last: str = "moov", wide: bool = False) -> bytes:
    """A film's frame, without a film: what a player looks for first."""
    parts = [box(b"mdat", bytes(3000), wide), box(b"moov", box(b"mvhd", bytes(100)))]
    return box(b"ftyp", brand + bytes(4) + brand) + b"".join(parts if last == "moov" else parts[::-1])


FILMS = [film(), film(last="mdat"), film(wide=True), film(b"qt  "), film() + bytes(600)]


@pytest.mark.parametrize("data", FILMS, ids=["index last", "index first", "long box", "iphone", "zeros behind"])
def test_a_whole_film_is_taken_and_holds_no_text(data: bytes) -> None:
    mime = inspect(io.BytesIO(data), len(data))
    assert mime == ("video/quicktime" if b"qt  " in data else "video/mp4") and mime in READ
    assert read(data, mime) == Reading()


@pytest.mark.parametrize("data", [
    film()[:40], film()[:2000], film()[:-20], film(last="mdat")[:-1], film()[:40] + bytes(4000),
    film()[:24] + b"\x93\x81\xff" * 900,
], ids=["head", "half", "index cut", "last byte", "zeros", "rubbish"])
@pytest.mark.parametrize("mime", ["video/mp4", "video/quicktime", "audio/mp4"])
def test_a_film_or_recording_that_was_cut_off_or_holds_rubbish_is_unreadable(data: bytes, mime: str) -> None:
    with pytest.raises(PhotoProblem, match="unreadable"):
        read(data, mime)


def test_of_a_file_its_text_is_kept_or_that_it_cannot_be_opened_and_of_a_whole_film_nothing() -> None:
    films = [(film()[:40], "video/mp4"), (film(), "video/mp4")]
    files = [(word(("结算单",)), DOCX), *films, (word(()), DOCX), (amr(20), AMR), (amr(20)[:-5], AMR)]
    kept = [to_keep(io.BytesIO(data), mime, len(data)) for data, mime in files]
    assert kept[0] is not None and list(kept[0]["lines"]) == [{"text": "结算单", "sure": 1.0}]
    assert kept[1:] == [{"problem": "unreadable"}, None, None, None, {"problem": "cut"}]


def amr(frames: int) -> bytes:
    """A recording of a phone: talk, and now and then silence."""
    return b"#!AMR\n" + b"".join(b"\x3c" + bytes(31) if number % 5 else b"\x44" + bytes(5) for number in range(frames))


def mp3(frames: int, head: bytes = b"\xff\xfb\x90\x64", length: int = 417) -> bytes:
    return (head + bytes(length - 4)) * frames


def indexed(frames: int) -> bytes:
    """An mp3 whose first frame says how long it is."""
    whole = mp3(frames)
    return whole[:36] + b"Xing" + struct.pack(">III", 3, frames, len(whole)) + whole[52:]


LOW = (b"\xff\xf3\x40\xc4", 104)
NAMES = b"ID3\x03\x00\x00" + b"\x00\x00\x02\x00" + bytes(256)
RECORDINGS = [amr(40), mp3(30), mp3(30, *LOW), NAMES + mp3(30), mp3(30) + b"TAG" + bytes(125), indexed(30), NAMES + indexed(30),
              mp3(3000), b"ID3\x03\x00" + bytes(40)]


@pytest.mark.parametrize("data", RECORDINGS, ids=["amr", "mp3", "low", "names", "names behind", "indexed", "both", "long",
                                                  "no frames"])
def test_a_whole_recording_in_frames_is_taken_and_holds_no_text(data: bytes) -> None:
    mime = inspect(io.BytesIO(data), len(data))
    assert mime in (AMR, MP3) and mime in READ and read(data, mime) == Reading()


@pytest.mark.parametrize("data", [amr(40)[:-3], amr(2)[:20], mp3(30)[:-100], mp3(30, *LOW)[:-1], NAMES + mp3(30)[:-100],
                                  indexed(30)[:-417], indexed(30)[:-1000], mp3(3000)[:-10]])
def test_a_recording_that_ends_in_the_middle_of_a_frame_or_before_its_said_end_is_cut(data: bytes) -> None:
    mime = inspect(io.BytesIO(data), len(data))
    with pytest.raises(PhotoProblem, match="cut"):
        read(data, mime)


def test_a_cut_film_is_still_taken_as_evidence() -> None:
    data = film()[:2000]
    assert inspect(io.BytesIO(data), len(data)) == "video/mp4"


def test_a_pdf_without_its_end_is_unreadable_and_a_whole_one_is_not() -> None:
    whole = b"%PDF-1.7\n1 0 obj\n" + bytes(3000) + b"\nstartxref\n9\n%%EOF\n"
    assert read(whole, "application/pdf") == Reading()
    with pytest.raises(PhotoProblem, match="unreadable"):
        read(whole[:2000], "application/pdf")


def test_a_film_with_an_archive_behind_it_is_refused_also_from_an_iphone() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.txt", "x")
    data = film(b"qt  ") + out.getvalue()
    with pytest.raises(EvidenceRefused, match="mixed"):
        inspect(io.BytesIO(data), len(data))
