"""When a picture was taken, by what its camera wrote into it (EXIF DateTimeOriginal). The picture itself is not decoded."""
from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import BinaryIO

from bot.clock import CHINA
from bot.photos.pictures import opened

_ORIGINAL, _OFFSET, _EXIF = 0x9003, 0x9011, 0x8769
_YEARS = range(1990, 2101)  # what else a camera writes is a clock that was never set, or a joke
_ZONE = re.compile(r"([+-])(\d\d):(\d\d)")


def made_at(file: BinaryIO, mime: str) -> datetime | None:
    """The moment in a JPEG or HEIC, with its zone (China's when it names none); None when there is none to read, or of a
    year outside 1990-2100. What other kinds hold stands behind their picture, which would have to be decoded for it."""
    if mime not in ("image/jpeg", "image/heic"):
        return None
    try:
        tags = _tags(file)
    except Exception:  # a damaged file makes the libraries raise nearly anything; it is kept all the same
        return None
    return _moment(str(tags.get(_ORIGINAL, "")), str(tags.get(_OFFSET, "")))


def _tags(file: BinaryIO) -> dict[int, object]:
    file.seek(0)
    with opened(file) as picture:
        return dict(picture.getexif().get_ifd(_EXIF))


def _moment(text: str, offset: str) -> datetime | None:
    try:
        moment = datetime.strptime(text.strip("\0 "), "%Y:%m:%d %H:%M:%S")
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    zone = _ZONE.fullmatch(offset.strip("\0 "))
    span = timedelta(hours=int(zone[2]), minutes=int(zone[3])) if zone else None
    if zone is None or span is None or span >= timedelta(hours=24):
        return moment.replace(tzinfo=CHINA)
    return moment.replace(tzinfo=timezone(span if zone[1] == "+" else -span))
