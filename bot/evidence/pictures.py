"""The frame of a picture, read without decoding it: how many pixels it claims, and where it ends in its file."""
from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import BinaryIO

_WINDOW = 64 * 1024
_MOST_PARTS = 100_000  # of a sane picture: a few thousand
_MOST_META = 4 * 1024 * 1024
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG: the frames that tell width and height


@dataclass(frozen=True)
class Frame:
    """`pixels`: width times height as claimed, 0 when not told; `end`: the byte after the picture, None when it has no end."""

    pixels: int
    end: int | None


def frame(file: BinaryIO, mime: str, size: int) -> Frame:
    """The frame of a picture of `size` bytes; a broken one gives what could be read of it."""
    try:
        return _READERS[mime](file, size)
    except (struct.error, IndexError):  # it stops in the middle of a number
        return Frame(0, None)


def _jpeg(file: BinaryIO, size: int) -> Frame:
    at, pixels = 2, 0
    for _ in range(_MOST_PARTS):
        mark, code, length = struct.unpack(">BBH", _part(file, at, 4).ljust(4, b"\0"))
        if mark != 0xFF:
            return Frame(pixels, None)
        if code == 0xD9:
            return Frame(pixels, at + 2)
        if code == 0xFF or code == 0x01 or 0xD0 <= code <= 0xD7:
            at += 1 if code == 0xFF else 2
            continue
        if code in _SIZES:
            height, width = struct.unpack(">HH", _part(file, at + 5, 4))
            pixels = max(pixels, height * width)
        at += 2 + length
        if code == 0xDA:
            at = _next_marker(file, at, size)
    return Frame(pixels, None)


def _next_marker(file: BinaryIO, at: int, size: int) -> int:
    """Where the coded rows end: the next marker that is neither a stuffed byte nor a restart."""
    while at < size:
        window = _part(file, at, _WINDOW)
        found = _MARKER.search(window)
        if found:
            return at + found.start()
        at += max(1, len(window) - 1)
    return size


def _png(file: BinaryIO, size: int) -> Frame:
    at, pixels = 8, 0
    for _ in range(_MOST_PARTS):
        length, kind = struct.unpack(">I4s", _part(file, at, 8))
        if not kind.isalpha():
            break
        if kind == b"IHDR":
            width, height = struct.unpack(">II", _part(file, at + 8, 8))
            pixels = max(pixels, width * height)
        at += 12 + length
        if kind == b"IEND":
            return Frame(pixels, at)
    return Frame(pixels, None)


def _webp(file: BinaryIO, size: int) -> Frame:
    head = _part(file, 0, 30).ljust(30, b"\0")
    (length,) = struct.unpack("<I", head[4:8])
    if head[12:16] == b"VP8X":
        width, height = 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    elif head[12:16] == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    else:
        width, height = (value & 0x3FFF for value in struct.unpack("<HH", head[26:30]))
    return Frame(width * height, 8 + length + length % 2)


def _heic(file: BinaryIO, size: int) -> Frame:
    """Boxes, one after the other; the largest size that any part claims counts (a tile, or the picture put together)."""
    at, pixels = 0, 0
    for _ in range(_MOST_PARTS):
        head = _part(file, at, 16).ljust(16, b"\0")
        length, kind = struct.unpack(">I4s", head[:8])
        length = struct.unpack(">Q", head[8:])[0] if length == 1 else length or size - at
        if not (kind.isalnum() and length >= 8 and at + length <= size):
            break
        if kind == b"meta":
            meta = _part(file, at, min(length, _MOST_META))
            claims = (struct.unpack(">II", meta[found.end() + 4 : found.end() + 12]) for found in re.finditer(b"ispe", meta))
            pixels = max([pixels, *(width * height for width, height in claims)])
        at += length
    return Frame(pixels, at)


def _part(file: BinaryIO, at: int, count: int) -> bytes:
    file.seek(at)
    return file.read(count)


_READERS = {"image/jpeg": _jpeg, "image/png": _png, "image/webp": _webp, "image/heic": _heic}
