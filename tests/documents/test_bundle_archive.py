"""The evidence bundle as .zip: originals byte for byte, names that sort, digests that sha256sum checks; little memory."""
from __future__ import annotations

import hashlib
import io
import os
import subprocess
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from bot.documents.bundle import make_pdf, write_zip
from bot.documents.bundle.code import square_text
from bot.documents.bundle.labels import member_names, moment, size_text
from bot.documents.bundle.sums import list_digest
from tests.documents.pieces import RECEIVED, Piece, bundle, paper, photo, piece

SET = [piece(1, photo(turned=6), "jpg", "iou"), piece(2, photo(form="HEIF"), "heic", "rights_board"),
       piece(3, paper(2), "pdf", "contract"), piece(4, b"ID3" + bytes(5000), "mp3", "recording"),
       piece(5, b"\xff\xd8\xff rubbish", "jpg", None)]


def packed(tmp_path: Path, pieces: list[Piece], lost: str = "") -> tuple[zipfile.ZipFile, list[str]]:
    """The archive of these pieces, opened, and what could not be read."""
    asked, out = bundle(pieces, lost=lost), io.BytesIO()
    missing = write_zip(asked, make_pdf(asked, tmp_path), out)
    return zipfile.ZipFile(out), missing


def test_the_originals_come_out_byte_for_byte_under_numbered_names(tmp_path: Path) -> None:
    archive, missing = packed(tmp_path, SET)
    names = archive.namelist()
    assert names[:4] == ["00_证据材料.pdf", "01_工资欠条.jpg", "02_工地维权信息告示牌照片.heic", "03_合同或者协议.pdf"]
    assert missing == [] and archive.testzip() is None
    for name, one in zip(member_names(SET), SET, strict=True):
        assert archive.read(name) == one.data and hashlib.sha256(archive.read(name)).hexdigest() == one.sha256
    assert archive.read("00_证据材料.pdf").startswith(b"%PDF")


def test_the_digests_are_checked_by_the_usual_tool_and_read_by_people(tmp_path: Path) -> None:
    archive, _ = packed(tmp_path, SET)
    archive.extractall(tmp_path / "out")
    done = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=tmp_path / "out", capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0 and done.stdout.count(": OK") == len(SET)
    assert hashlib.sha256(archive.read("SHA256SUMS")).hexdigest() == list_digest(SET)
    told = archive.read("校验值说明.txt").decode("utf-8-sig")
    assert "ABCDEFGHJKMN" in told and "2026年11月20日 09:30" in told and all(one.sha256 in told for one in SET)


def test_an_original_that_is_lost_is_named_and_the_others_are_there(tmp_path: Path) -> None:
    archive, missing = packed(tmp_path, SET, lost="EV-4")
    assert missing == ["04_录音录像.mp3"] and missing[0] not in archive.namelist()
    assert "读不出来" in archive.read("校验值说明.txt").decode() and len(archive.namelist()) == len(SET) + 2


def test_names_are_never_twice_the_same_and_safe_in_every_archive_program() -> None:
    many = [piece(number, b"x", "jpg", kind) for number, kind in enumerate(["payslip"] * 100 + ["没有这种", None], 1)]
    names = member_names(many)
    assert len(set(names)) == 102 and names[0] == "001_工资条.jpg" and names[100] == "101_其他材料.jpg"
    odd = Piece("EV-1", b"x", "application/x-odd", "../../etc/passwd.SH;rm", "iou")
    assert member_names([odd]) == ["01_工资欠条.bin"]


@pytest.mark.parametrize(("size", "said"), [(12, "12 B"), (2048, "2 KB"), (3 * 1024 * 1024, "3.0 MB")])
def test_sizes_are_said_as_people_say_them(size: int, said: str) -> None:
    assert size_text(size) == said


def test_a_moment_is_said_in_the_time_of_china() -> None:
    assert moment(RECEIVED) == "2026年11月20日 09:30" and moment(None) == "" and moment("gestern") == ""


def test_the_square_holds_the_address_or_the_code_with_the_digest_of_the_list() -> None:
    assert square_text("ABCDEFGHJKMN", "", "ab" * 32) == f"MINGXIN-CHECK ABCD-EFGH-JKMN SHA256 {'ab' * 32}"
    assert square_text("ABCDEFGHJKMN", "https://example.org/x", "ab") == "https://example.org/x"


def test_sixty_photos_of_two_megabytes_stay_small_in_memory(tmp_path: Path) -> None:
    kept = tmp_path / "originals"
    kept.mkdir()
    head = photo(2400, 1800)
    pieces = []
    for number in range(1, 61):  # decoders stop at the end of the picture: what follows is weight
        data = head + os.urandom(2 * 1024 * 1024 - len(head))
        (kept / f"EV-{number}").write_bytes(data)
        pieces.append(piece(number, data, "jpg"))
    asked = bundle(pieces)
    digests = {one.id: one.sha256 for one in pieces}
    light = [_Light(one.id, digests[one.id], one.size) for one in pieces]
    pieces.clear()
    work = tmp_path / "work"
    work.mkdir()
    slim = type(asked)(asked.case, light, lambda item: (kept / item.id).open("rb"), asked.now, asked.code)
    del asked
    tracemalloc.start()
    with (tmp_path / "out.zip").open("wb") as out:
        assert write_zip(slim, make_pdf(slim, work), out) == []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 30 * 1024 * 1024, f"{peak / 1024 / 1024:.0f} MB"
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert hashlib.sha256(archive.read("60_工资条.jpg")).hexdigest() == digests["EV-60"]


class _Light:
    """An item without its bytes, as the case store gives it."""

    kind, mime, filename, note, taken_at = "payslip", "image/jpeg", "IMG.jpg", "", RECEIVED

    def __init__(self, id: str, sha256: str, size: int) -> None:
        self.id, self.sha256, self.size = id, sha256, size
