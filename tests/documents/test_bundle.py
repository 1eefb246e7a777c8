"""The evidence bundle on paper: every piece on numbered pages, upright and without what the camera wrote; nothing left out
in silence."""
from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from bot.content import load
from bot.documents.bundle import making, material, pictures, press
from bot.documents.bundle.making import make_pdf
from bot.documents.bundle.press import PressFailed, count_pages, print_paper
from bot.photos.values import PhotoProblem
from bot.settings import ROOT
from tests.documents.pieces import CAMERA, Piece, bundle, drawn_png, paper, photo, piece
from tests.documents.reading import squeeze
from tests.documents.test_files import HOSTILE


def made(tmp_path: Path, pieces: list[Piece], **more: str) -> Path:
    """The .pdf of these pieces."""
    folder = tmp_path / "work"
    folder.mkdir()
    return make_pdf(bundle(pieces, **more), folder)


def pages(path: Path) -> list[str]:
    """The text of each page without blanks."""
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True)
    return [squeeze(page) for page in done.stdout.split("\f")[:-1]]


def colours(path: Path, page: int) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of the red on a page, in parts of a hundred."""
    done = subprocess.run(["pdftoppm", "-r", "40", "-f", str(page), "-l", str(page), "-png", str(path)], capture_output=True,
                          check=True)
    image = Image.open(io.BytesIO(done.stdout)).convert("RGB")
    red = image.getchannel("R").point(lambda value: 255 if value > 150 else 0)
    no_blue = image.getchannel("B").point(lambda value: 255 if value < 90 else 0)
    box = ImageChops.multiply(red, no_blue).getbbox()
    assert box, "no red on this page"
    return tuple(round(100 * value / side) for value, side in  # type: ignore[return-value]
                 zip(box, (*image.size, *image.size), strict=True))


def every_kind() -> list[Piece]:
    """Thirty pieces of every kind that comes."""
    pieces = [
        piece(1, photo(1200, 1600, turned=6), "jpg", "iou", note="他自己写的"),
        piece(2, photo(form="HEIF"), "heic", "rights_board"), piece(3, paper(3), "pdf", "contract"),
        piece(4, b"ID3" + bytes(5000), "mp3", "recording", filename="和老板通话.mp3"),
        piece(5, b"PK rubbish", "docx", "attendance"), piece(6, b"\xff\xd8\xff\xe0 rubbish", "jpg", "site_photo"),
        piece(7, b"%PDF-1.4 rubbish", "pdf", "bank_record"), piece(8, bytes(900), "mp4", None),
    ]
    return pieces + [piece(number, photo(shade=number), "jpg") for number in range(9, 31)]


def test_thirty_pieces_of_every_kind_have_pages_that_the_index_names(tmp_path: Path) -> None:
    pieces = every_kind()
    told = pages(made(tmp_path, pieces))
    assert "证据30份" in told[0] and f"共{len(told)}页" in told[0] and "2026年11月22日15:04" in told[0]
    feet = {foot[1]: number for number, page in enumerate(told, 1) if (foot := re.search(r"证据(\d+-\d+)第\d+页", page))}
    assert len(feet) == 32 and all(f"第{number}页，共{len(told)}页" in page for number, page in enumerate(told, 1))
    index = "".join(told[1:feet["1-1"] - 1])
    assert f"{feet['3-1']}–{feet['3-3']}" in index
    for one in pieces:
        assert one.sha256[:8] in index and one.sha256 in index, one.id
    assert "他自己写的" in index and "本人在网页上发来" in index and "2026年11月20日09:30" in index
    assert "□手机里的原始记录" in index


def test_a_sound_a_word_file_and_a_broken_picture_are_sheets_that_say_so(tmp_path: Path) -> None:
    told = pages(made(tmp_path, every_kind()[3:8]))
    sheets = [page for page in told if "收到时的文件名" in page and re.search(r"证据\d-1第", page)]
    said = ("点开就能听", "Word或者WPS", "打不开", "点开就能看")
    assert [next(word for word in said if word in sheet) for sheet in sheets] == [said[0], said[1], said[2], said[2], said[3]]
    assert "和老板通话.mp3" in sheets[0] and "5KB" in sheets[0] and every_kind()[3].sha256 in sheets[0]
    assert "没有印出来的" in "".join(told) and "打不开" in "".join(told[:3])


@pytest.mark.parametrize("turned", [0, 3, 6, 8])
def test_a_photo_stands_upright_however_the_phone_was_held(tmp_path: Path, turned: int) -> None:
    path = made(tmp_path, [piece(1, photo(800, 1000, turned=turned), "jpg")])
    left, top, right, bottom = colours(path, len(pages(path)))
    assert left < 15 and top < 25 and 40 < right < 60 and 40 < bottom < 65


def test_copies_are_small_and_bear_nothing_that_the_camera_wrote(tmp_path: Path) -> None:
    big = photo(4000, 3000)
    assert CAMERA.encode() in big
    paths, whole = pictures.write_pages(big, tmp_path, "p")
    assert whole and len(paths) == 1
    assert CAMERA.encode() not in paths[0].read_bytes() and b"/Width 1600" in paths[0].read_bytes()
    assert CAMERA.encode() not in made(tmp_path, [piece(1, big, "jpg")]).read_bytes()


def test_a_long_screenshot_is_cut_into_pages_that_can_be_read(tmp_path: Path) -> None:
    paths, whole = pictures.write_pages(photo(1080, 9000, form="PNG"), tmp_path, "p")
    assert whole and 5 <= len(paths) <= 7
    assert all(b"/Width 1000" in path.read_bytes() for path in paths)
    assert len(pictures.write_pages(photo(300, 30000, form="PNG"), tmp_path, "q")[0]) == pictures.MOST_STRIPS


@pytest.mark.parametrize("data", [b"", b"rubbish", b"\x89PNG\r\n\x1a\n" + bytes(40), photo()[:400]])
def test_a_broken_picture_is_named_broken_and_nothing_else_happens(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(PhotoProblem, match="unreadable"):
        pictures.write_pages(data, tmp_path, "p")


MEASURE = """
import resource, sys
from pathlib import Path
from bot.documents.bundle import pictures
from bot.photos.values import PhotoProblem
from PIL import Image
import pi_heif
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    said = len(pictures.write_pages(Path(sys.argv[1]).read_bytes(), Path(sys.argv[1]).parent, "p")[0])
except PhotoProblem:
    said = "large"
print(said, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize(("height", "said", "megabytes"), [(19900, "large", 30), (7900, "2", 220)])
def test_a_small_file_with_a_huge_transparent_picture_does_not_fill_the_memory(
    tmp_path: Path, height: int, said: str, megabytes: int
) -> None:
    (tmp_path / "a.png").write_bytes(drawn_png(3000, height))
    assert (tmp_path / "a.png").stat().st_size < 1024 * 1024
    done = subprocess.run([sys.executable, "-c", MEASURE, str(tmp_path / "a.png")], capture_output=True, text=True, check=True,
                          cwd=ROOT)
    told, grown = done.stdout.split()
    assert told == said and int(grown) < megabytes, f"{grown} MB"


def test_a_picture_that_is_too_large_has_a_sheet_that_says_so(tmp_path: Path) -> None:
    told = pages(made(tmp_path, [piece(1, drawn_png(3000, 19900), "png", filename="长图.png")]))
    assert "这张图太大" in told[-1] and "图太大，没有印" in told[1] and "长图.png" in told[1]


def test_a_large_photo_of_a_camera_is_decoded_smaller_and_printed_but_not_a_progressive_one(tmp_path: Path) -> None:
    for progressive in (False, True):
        out = io.BytesIO()
        Image.new("RGB", (8000, 6000), "white").save(out, "JPEG", quality=30, progressive=progressive)
        if progressive:
            with pytest.raises(PhotoProblem, match="too_large"):
                pictures.write_pages(out.getvalue(), tmp_path, "p")
        else:
            assert len(pictures.write_pages(out.getvalue(), tmp_path, "p")[0]) == 1


def test_pieces_for_which_there_is_no_time_are_sheets_and_the_paper_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "MAKING_SECONDS", press.PRINT_SECONDS + 1.0)

    def slow(path: Path, most: int, seconds: float) -> int | None:
        assert 0 <= seconds <= 1
        time.sleep(seconds)
        return None

    monkeypatch.setattr(material, "count_pages", slow)
    pieces = [piece(1, photo(), "jpg"), *(piece(number, paper(3), "pdf", "contract") for number in range(2, 30)),
              piece(30, photo(), "jpg"), piece(31, b"ID3", "mp3")]
    begun = time.monotonic()
    told = pages(made(tmp_path, pieces))
    assert time.monotonic() - begun < 20
    sheets = [page for page in told if "收到时的文件名" in page and re.search(r"证据\d+-1第", page)]
    assert sum("没来得及印" in sheet for sheet in sheets) == 29 and "点开就能听" in sheets[-1]
    assert "证据1-1" in "".join(told) and "没来得及印" in told[1] + told[2]


def test_a_count_of_pages_that_takes_too_long_is_no_broken_file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(paper(3))
    assert count_pages(tmp_path / "a.pdf", 7, 0.01) is None


def test_the_press_is_told_no_key_no_token_and_no_address_of_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MINGXIN_KEY", "MINGXIN_ACTION_TOKEN", "MINGXIN_DATABASE_URL", "ANYTHING"):
        monkeypatch.setenv(name, "secret")
    told = []
    run = subprocess.run

    def watched(*arguments: object, **more: object) -> object:
        told.append(more["env"])
        return run(*arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(press.subprocess, "run", watched)
    (tmp_path / "a.pdf").write_bytes(paper(2))
    assert count_pages(tmp_path / "a.pdf", 7) == 2
    assert told and "PATH" in told[0] and "secret" not in str(told)


def test_that_the_phone_with_the_recording_comes_along_rests_on_the_law() -> None:
    for kind in ("audio", "video"):
        lines = load().words["bundle"]["sheet"]["why"][kind]["lines"]
        assert [law for line in lines if "手机带上" in str(line) for law in line["laws"]] == ["LAW-EVD-19"]


@pytest.mark.parametrize(("data", "count"), [(paper(1), 1), (paper(3), 3), (paper(9), 7), (b"%PDF-1.4 rubbish", 0), (b"", 0)])
def test_the_pages_of_a_pdf_are_counted_up_to_a_limit_and_a_broken_one_has_none(tmp_path: Path, data: bytes, count: int) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    assert count_pages(path, 7) == count


def test_a_template_that_typst_refuses_is_said_to_have_failed(tmp_path: Path) -> None:
    (tmp_path / "main.typ").write_text("#panic()", encoding="utf-8")
    (tmp_path / "data.json").write_text("{}", encoding="utf-8")
    with pytest.raises(PressFailed):
        print_paper(tmp_path, tmp_path, 0)


def test_a_pdf_with_too_many_pages_is_printed_in_part_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(material, "MOST_OF_A_FILE", 2)
    told = pages(made(tmp_path, [piece(1, paper(4), "pdf", "contract")]))
    assert "合同第2页" in told[-2] and "页数多" in told[-1] and "证据1-3" in told[-1]
    assert "没有印出来的" in told[1] and "IMG_1.pdf" in told[1] and "页数太多" in told[1]


@pytest.mark.parametrize(("limit", "value"), [("MOST_PAGES", 3), ("MOST_BYTES", 15_000)])
def test_a_piece_for_which_there_is_no_room_is_named_and_has_its_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(material, limit, value)
    told = pages(made(tmp_path, [piece(1, photo(), "jpg"), piece(2, paper(3), "pdf", "contract", filename="合同全本.pdf")]))
    assert "合同全本.pdf" in told[1] and "印不下" in told[1]
    assert "没有印在这里" in told[-1] and "证据2-1" in told[-1]


def test_an_original_that_is_lost_is_said_to_be_lost(tmp_path: Path) -> None:
    told = pages(made(tmp_path, [piece(1, photo(), "jpg"), piece(2, photo(shade=9), "jpg")], lost="EV-2"))
    assert "读不出来" in told[1] and "读不出来" in told[-1]


def test_the_cover_tells_what_is_known_and_leaves_no_blanks(tmp_path: Path) -> None:
    cover = pages(made(tmp_path, [piece(1, photo(), "jpg")], base="company"))[0]
    assert "提交人王大强" in cover and "尚欠12,000元" in cover and "待补" not in cover and "ABCD-EFGH-JKMN" in cover
    (tmp_path / "2").mkdir()
    bare = pages(made(tmp_path / "2", [piece(1, photo(), "jpg")], base="empty"))[0]
    assert "提交人" not in bare and "待补" not in bare and "证据1份" in bare


def test_the_cover_says_how_to_check_with_and_without_a_public_address(tmp_path: Path) -> None:
    assert "/check" in pages(made(tmp_path, [piece(1, photo(), "jpg")]))[0]
    (tmp_path / "2").mkdir()
    address = "https://example.org/chat/check/ABCD-EFGH-JKMN"
    cover = pages(made(tmp_path / "2", [piece(1, photo(), "jpg")], address=address))[0]
    assert address in cover and "扫左边的码" in cover


def test_a_page_of_a_paper_and_a_new_version_are_named(tmp_path: Path) -> None:
    told = pages(made(tmp_path, [piece(1, photo(), "jpg", page=2), piece(2, photo(shade=5), "jpg", replaces="EV-1")]))
    assert "（第2页）" in told[1] and "（第1份的新版）" in told[1]


@pytest.mark.parametrize("value", HOSTILE)
def test_markup_in_a_file_name_is_shown_as_it_is_and_never_run(tmp_path: Path, value: str) -> None:
    told = "".join(pages(made(tmp_path, [piece(1, photo(), "jpg", filename=value, note=value)])))
    assert "root:" not in told and "证据1-1" in told


def test_the_paper_is_a4_with_its_fonts_and_says_in_its_properties_that_it_was_prepared_automatically(tmp_path: Path) -> None:
    path = made(tmp_path, [piece(1, photo(), "jpg")])
    told = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
    assert "A4" in told and "证据材料" in told and "人工智能辅助生成" in told
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts and all("NotoSansSC" in line and " yes yes " in line for line in fonts)
    data = json.loads((path.parent / "data.json").read_text(encoding="utf-8"))
    assert "AIGC" in data["description"]


def test_all_that_is_not_printed_is_listed_with_the_reason(tmp_path: Path) -> None:
    told = pages(made(tmp_path, [*every_kind()[2:5], every_kind()[7]]))
    listed = told[1][told[1].index("没有印出来的"):]
    assert "和老板通话.mp3" in listed and "是录音，印不出来" in listed and "是录像，印不出来" in listed
    assert "IMG_5.docx" in listed and "是Word文件，没有印" in listed and "IMG_3.pdf" not in listed[:listed.index("附：")]


def test_what_stands_on_a_board_is_written_apart_and_the_column_of_names_stays_short(tmp_path: Path) -> None:
    note = "；".join(f"第{number}行：贵州建工第四建筑有限公司" for number in range(20))
    told = pages(made(tmp_path, [piece(1, photo(), "jpg", "rights_board", note=note), piece(2, photo(shade=3), "jpg")]))
    index = told[1][:told[1].index("说明：证据上写的")]
    assert "工地维权信息告示牌" in index and "贵州建工" not in index and "贵州建工" in told[1] + told[2]
