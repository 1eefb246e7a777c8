"""Opening pictures: sorts, limits, what is broken, no traces."""
from __future__ import annotations

import pytest
from PIL import Image

from bot.photos.pictures import open_picture
from bot.photos.values import PhotoProblem
from tests.photos_reader.drawing import as_bytes, paper
from tests.support.heic import HEIC


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_reduced_to_rgb_of_1280(form: str) -> None:
    opened = open_picture(as_bytes(Image.new("RGB", (3000, 2000), "white"), form))
    assert (opened.mode, opened.size) == ("RGB", (1280, 853))


def test_a_heic_is_opened() -> None:
    opened = open_picture(HEIC)
    red, grey = opened.getpixel((5, 5)), opened.getpixel((600, 400))
    assert opened.size == (640, 480) and red[0] > 180 > 60 > red[1] and min(grey) > 200
    assert not opened.getexif() and not opened.info


def test_a_note_of_the_camera_turns_the_picture_and_is_gone() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Maker"
    data = as_bytes(paper((), (400, 300)), exif=exif, comment=b"here")
    opened = open_picture(data)
    assert opened.size == (300, 400) and not opened.getexif() and not opened.info


def test_clear_parts_become_white() -> None:
    assert open_picture(as_bytes(Image.new("RGBA", (50, 50), (0, 0, 0, 0)), "PNG")).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(("data", "reason"), [
    (b"", "unreadable"), (b"<svg/>", "unreadable"), (as_bytes(paper())[:2000], "unreadable"),
    (as_bytes(Image.new("L", (20, 20)), "GIF"), "unreadable"), (as_bytes(Image.new("1", (8000, 8000)), "PNG"), "too_large"),
    (as_bytes(Image.new("1", (20000, 20000)), "PNG"), "too_large"),
], ids=["empty", "svg", "cut off", "gif", "64 megapixels", "bomb"])
def test_what_cannot_be_opened_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(PhotoProblem) as problem:
        open_picture(data)
    assert problem.value.reason == reason
