"""The time in a picture, as its camera wrote it."""
from __future__ import annotations

import io
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from PIL import Image

from bot.clock import CHINA
from bot.evidence.made import made_at
from tests.support.heic import HEIC, without_zone


def photo(form: str, **tags: Any) -> io.BytesIO:
    """A small photo with these tags (by number as t36867) in its EXIF part."""
    out, image, exif = io.BytesIO(), Image.new("RGB", (64, 64)), Image.Exif()
    exif.get_ifd(0x8769).update({int(name[1:]): value for name, value in tags.items()})
    image.save(out, form, exif=exif)
    return out


@pytest.mark.parametrize(("plain", "zoned", "mime"), [
    (photo("JPEG", t36867="2026:03:05 14:05:09"), photo("JPEG", t36867="2026:03:05 14:05:09", t36881="+06:30"), "image/jpeg"),
    (io.BytesIO(without_zone()), io.BytesIO(HEIC), "image/heic"),
], ids=["jpeg", "heic"])
def test_the_time_of_a_photo_is_read_in_the_zone_that_it_names_or_chinas(plain: io.BytesIO, zoned: io.BytesIO, mime: str) -> None:
    assert made_at(plain, mime) == datetime(2026, 3, 5, 14, 5, 9, tzinfo=CHINA)
    elsewhere = made_at(zoned, mime)
    assert elsewhere == datetime(2026, 3, 5, 14, 5, 9, tzinfo=timezone(timedelta(hours=6, minutes=30)))


@pytest.mark.parametrize("text", ["0000:00:00 00:00:00", "", "    :  :     :  :  ", "昨天", "2026:13:05 14:05:09",
                                  "0001:01:01 00:00:00", "9999:12:31 23:59:59", "1989:12:31 23:59:59", "2101:01:01 00:00:00"])
def test_a_time_that_cannot_be_is_none(text: str) -> None:
    assert made_at(photo("JPEG", t36867=text), "image/jpeg") is None
    assert made_at(photo("JPEG", t36867=text, t36881="-08:00"), "image/jpeg") is None


def test_the_years_that_a_picture_may_be_of_are_kept() -> None:
    for text, year in (("1990:01:01 00:00:00", 1990), ("2100:12:31 23:59:59", 2100)):
        made = made_at(photo("JPEG", t36867=text, t36881="+14:00"), "image/jpeg")
        assert made is not None and made.year == year


def test_a_file_without_one_and_a_broken_file_give_none() -> None:
    assert made_at(photo("JPEG"), "image/jpeg") is None
    for mime in ("image/jpeg", "image/png", "image/heic", "image/webp", "application/pdf"):
        assert made_at(io.BytesIO(b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00" + bytes(40)), mime) is None
