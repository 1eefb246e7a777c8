"""Which files are refused, and why: nothing that could hurt whoever opens the proof later."""
from __future__ import annotations

import io
import struct
import tracemalloc
import warnings
import zipfile
import zlib
from typing import Any

import pytest
from PIL import Image

from bot.content import load
from bot.evidence.inspection import check_size, inspect
from bot.evidence.pictures import frame
from bot.evidence.refused import EvidenceRefused
from bot.evidence.vault import LARGEST, LARGEST_RECORDING
from bot.photos.pdf import MOST_UNPACKED
from tests.support.heic import HEIC

MP4 = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + bytes(40)
MOV = b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  " + bytes(40)
ZIP_HEAD = ("[Content_Types].xml", "word/document.xml")
HTML = b"<html><script>alert(1)</script>"


def picture(form: str, size: tuple[int, int] = (60, 40), **more: Any) -> bytes:
    """A real picture."""
    out = io.BytesIO()
    image = Image.effect_noise(size, 60).convert("RGB")
    image.save(out, form, **more)
    return out.getvalue()


def archive(*names: str, data: bytes = b"x", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name in names:
            file.writestr(name, data)
    return out.getvalue()


def look(data: bytes) -> str:
    """The type, or the reason why it is refused."""
    try:
        return inspect(io.BytesIO(data), len(data))
    except EvidenceRefused as refused:
        return refused.reason


PICTURES = {
    "image/jpeg": picture("JPEG"), "image/jpeg progressive": picture("JPEG", (300, 200), progressive=True),
    "image/jpeg with restarts": picture("JPEG", (300, 200), restart_marker_blocks=2), "image/png": picture("PNG"),
    "image/webp": picture("WEBP"), "image/webp lossless": picture("WEBP", lossless=True),
    "image/heic": HEIC,
    "image/webp extended": picture("WEBP", exif=b"Exif\0\0II*\0\x08\0\0\0\0\0"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_real_picture_is_taken_and_its_size_and_end_are_found_without_decoding(name: str) -> None:
    data = PICTURES[name]
    assert look(data) == name.split()[0]
    seen = frame(io.BytesIO(data), name.split()[0], len(data))
    if "heic" not in name:  # its picture is put together of tiles, and they may be larger than it
        with Image.open(io.BytesIO(data)) as opened:
            assert seen.pixels == opened.width * opened.height
    assert seen.pixels >= 60 * 40 and seen.end == len(data)


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("behind", [
    archive("a.txt"), b"\0\0" + archive("a.txt", "b.txt"), HTML, b"\r\n<svg onload=1>", b"%PDF-1.7\n1 0 obj",
    b"MZ\x90\x00" + bytes(60),
    b"\x7fELF" + bytes(60), b"Rar!\x1a\x07\x00", b"7z\xbc\xaf\x27\x1c", bytes(100_000) + archive("a.txt"), b"#!/bin/sh\nrm",
], ids=["zip", "zip behind zeros", "html", "svg", "pdf", "program", "elf", "rar", "7z", "zip far behind", "script"])
def test_a_picture_with_another_file_behind_it_is_refused(name: str, behind: bytes) -> None:
    assert look(PICTURES[name] + behind) == "mixed"


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("behind", [b"\0" * 5000, PICTURES["image/jpeg"], MP4, b"SEFHe\0\0\0\x01\0\0\0", b"\n"],
                         ids=["zeros", "a second picture", "a moving photo", "a maker's block", "a line end"])
def test_what_phones_put_behind_a_photo_is_no_reason_to_refuse_it(name: str, behind: bytes) -> None:
    if "heic" not in name or behind[:2] != b"SE":
        assert look(PICTURES[name] + behind) == name.split()[0]


@pytest.mark.parametrize("inside", [HTML, b"<SCRIPT src=x>", b"%PDF-1.4", b"<!DOCTYPE  html>", b"<?php system(1);"])
def test_a_picture_with_a_page_or_a_paper_in_its_head_is_refused(inside: bytes) -> None:
    jpeg = PICTURES["image/jpeg"]
    comment = b"\xff\xfe" + struct.pack(">H", len(inside) + 2) + inside
    assert look(jpeg[:2] + comment + jpeg[2:]) == "mixed"


def test_an_archive_hidden_in_a_comment_of_a_photo_is_refused_and_stray_signs_of_one_are_not() -> None:
    jpeg, hidden = PICTURES["image/jpeg"], archive("a.txt")
    comment = b"\xff\xfe" + struct.pack(">H", len(hidden) + 2) + hidden
    assert look(jpeg[:2] + comment + jpeg[2:]) == "mixed"
    stray = b"PK\x05\x06" + bytes(30)
    comment = b"\xff\xfe" + struct.pack(">H", len(stray) + 2) + stray
    assert look(jpeg[:2] + comment + jpeg[2:]) == "image/jpeg"


@pytest.mark.parametrize("cut", [2, 3, 5, 11, 20, 21, 25, 60, 200, -1, -2])
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_stops_early_is_no_error(name: str, cut: int) -> None:
    assert look(PICTURES[name][:cut]) in (name.split()[0], "type", "mixed")


def png_of(width: int, height: int) -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body)) + bytes(12)


def jpeg_of(width: int, height: int) -> bytes:
    data = PICTURES["image/jpeg"]
    at = data.index(b"\xff\xc0")
    return data[: at + 5] + struct.pack(">HH", height, width) + data[at + 9 :]


def heic_of(width: int, height: int) -> bytes:
    data = PICTURES["image/heic"]
    at = data.rindex(b"ispe")
    return data[: at + 8] + struct.pack(">II", width, height) + data[at + 16 :]


def webp_of(width: int, height: int) -> bytes:
    data = PICTURES["image/webp extended"]
    return data[:24] + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little") + data[30:]


@pytest.mark.parametrize("make", [png_of, jpeg_of, heic_of, webp_of])
def test_a_picture_that_claims_more_than_sixty_megapixels_is_refused_before_it_is_decoded(make: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert look(make(60_000, 1_001)) == "bomb"
        assert look(make(12_000, 5_000)).startswith("image/")


@pytest.mark.parametrize(("data", "reason"), [
    (b"", "type_empty"), (b"x", "type"), ("欠条".encode(), "type"), (b"GIF89a" + bytes(60), "type"),
    (b'<?xml version="1.0"?>\n<svg xmlns="x">', "type_svg"), (b"\xef\xbb\xbf <SVG onload=x>", "type_svg"),
    (HTML, "type_html"), (b"\n<!DOCTYPE html>", "type_html"), (b"GIF89a <script>", "type_html"),
    (archive("a.txt"), "type_archive"), (b"PK\x03\x04broken", "type_archive"), (b"Rar!\x1a\x07\x01\x00", "type_archive"),
    (b"7z\xbc\xaf\x27\x1c\x00\x04", "type_archive"), (b"\x1f\x8b\x08\x00", "type_archive"),
    (bytes(257) + b"ustar", "type_archive"),
    (archive("AndroidManifest.xml"), "type_archive"), (archive("[Content_Types].xml", "ppt/presentation.xml"), "type"),
    (b"MZ\x90\x00" + bytes(60), "type_program"), (b"\x7fELF" + bytes(60), "type_program"), (b"#!/bin/sh\n", "type_program"),
])
def test_what_is_no_kind_of_ours_is_refused_by_what_it_is(data: bytes, reason: str) -> None:
    assert look(data) == reason


ROSTER = "姓名,电话,还欠\n王大强,13985200001,12000\n"


@pytest.mark.parametrize(("data", "wanted"), [
    (ROSTER.encode(), "text/csv"), (ROSTER.encode("gb18030"), "text/csv"), (("\ufeff" + ROSTER).encode(), "text/csv"),
    (ROSTER.encode("utf-16"), "text/csv"), ("日期,金额\n3月1日,5\n".encode(), "csv"),
    ("今天, 天气好\n明天, 也好\n".encode(), "csv"),
    ("欠条,今欠王大强工资".encode(), "type"), ((ROSTER + "<script>1</script>").encode(), "type_html"),
    ((ROSTER + "x" * 9000 + "<html>").encode(), "type_html"), (ROSTER.encode() + archive("a.txt"), "type"),
    ((ROSTER + "\x00").encode(), "type"), ((ROSTER * 40_000).encode(), "type"),
    (b"#!/bin/sh\n" + ROSTER.encode(), "type_program"),
], ids=["utf-8", "gb18030", "bom", "utf-16", "sums", "letter", "iou", "script", "page far behind", "zip", "binary",
        "long", "program"])
def test_of_plain_text_a_roster_alone_is_taken(data: bytes, wanted: str) -> None:
    assert look(data) == wanted


def test_each_reason_has_its_sentence() -> None:
    words = load().words["channel"]
    reasons = {"too_large", "too_many", "type", "type_empty", "type_svg", "type_html", "type_archive", "type_program", "csv",
               "mixed", "bomb", "pdf_active"}
    assert {key.removeprefix("refused_") for key in words if key.startswith("refused_")} == reasons
    assert len({words[f"refused_{reason}"] for reason in reasons}) == len(reasons)


def test_a_word_file_that_unpacks_to_too_much_is_refused() -> None:
    assert look(archive(*ZIP_HEAD)).endswith("wordprocessingml.document")
    assert look(archive(*ZIP_HEAD, data=bytes(3_000_000))) == "bomb"  # 1 : 1000
    assert look(archive(*ZIP_HEAD, *(f"word/{n}.xml" for n in range(10_000)), method=zipfile.ZIP_STORED)) == "bomb"


def test_a_word_file_with_an_endless_list_of_members_is_refused_before_the_list_is_read() -> None:
    many = archive(*ZIP_HEAD, *(f"word/{n:0200}.xml" for n in range(18_000)), data=b"", method=zipfile.ZIP_STORED)
    tracemalloc.start()
    try:
        assert look(many) == "bomb"
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_a_word_file_whose_members_claim_to_be_huge_is_refused() -> None:
    data = bytearray(archive(*ZIP_HEAD, data=b"y" * 100, method=zipfile.ZIP_STORED))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 210_000_000)
    assert look(bytes(data)) == "bomb"


@pytest.mark.parametrize(("body", "result"), [
    (b"<< /S /Launch /F (cmd.exe) >>", "pdf_active"), (b"<< /S /L#61unch >>", "pdf_active"),
    (b"/Type /EmbeddedFile", "pdf_active"),
    (b"/Names << /EmbeddedFiles 3 0 R >>", "pdf_active"), (b"/LaunchPad /Launching", "application/pdf"),
    (b"/S /JavaScript /JS (app.alert(1))", "application/pdf"), (b"plain", "application/pdf"),
])
@pytest.mark.parametrize("before", [0, 1024 * 1024 - 30])
def test_a_pdf_that_starts_programs_or_carries_files_is_refused(body: bytes, result: str, before: int) -> None:
    assert look(b"%PDF-1.7\n" + b" " * before + body + b"\n%%EOF") == result


def test_a_pdf_with_a_part_that_unpacks_without_end_is_refused_before_it_is_unpacked() -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(MOST_UNPACKED // 1_000_000 + 1)) + packer.flush()
    head, tail = b"%PDF-1.4\n4 0 obj\n<</Filter/FlateDecode>>stream\r\n", b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
    with pytest.raises(EvidenceRefused, match="bomb"):
        inspect(io.BytesIO(head + packed + tail), len(head + packed + tail))
    small = head + zlib.compress(bytes(1_000_000)) + tail
    assert inspect(io.BytesIO(small), len(small)) == "application/pdf"


def test_a_pdf_or_a_video_with_an_archive_behind_it_is_refused() -> None:
    assert look(b"%PDF-1.7\n%%EOF\n" + archive("a.txt")) == "mixed"
    assert look(MP4 + archive("a.txt")) == "mixed"


@pytest.mark.parametrize(("head", "size", "reason"), [
    (PICTURES["image/jpeg"], LARGEST, ""), (PICTURES["image/jpeg"], LARGEST + 1, "too_large"), (MP4, LARGEST_RECORDING, ""),
    (MP4, LARGEST_RECORDING + 1, "too_large"), (MOV, LARGEST_RECORDING, ""), (MOV, LARGEST_RECORDING + 1, "too_large"),
    (b"#!AMR\n" + bytes(40), LARGEST_RECORDING, ""),
    (b"#!AMR\n" + bytes(40), LARGEST_RECORDING + 1, "too_large"),
    (b"\x02#!SILK_V3" + bytes(40), LARGEST_RECORDING + 1, "too_large"),
    (archive(*ZIP_HEAD), LARGEST + 1, "too_large"), (b"%PDF-1.7\n", LARGEST + 1, "too_large"), (HTML, LARGEST + 1, "type_html"),
    (b"MZ\x90\x00", LARGEST + 1, "type_program"),
], ids=range(13))
def test_twenty_megabytes_for_a_picture_or_paper_and_fifty_for_sound_and_video(head: bytes, size: int, reason: str) -> None:
    try:
        check_size(head, size)
    except EvidenceRefused as refused:
        assert refused.reason == reason
    else:
        assert reason == ""
