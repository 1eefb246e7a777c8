"""Whether a film, a recording or a PDF is all there, by its own signposts. Nothing is decoded."""
from __future__ import annotations

import io
import struct
from typing import BinaryIO

BOXES = frozenset({"video/mp4", "video/quicktime", "audio/mp4"})
PDF = "application/pdf"
_MOST_BOXES = 100_000
_TAIL = 64 * 1024
_SIGNPOST = b"startxref"


def is_cut(file: BinaryIO, mime: str, size: int) -> bool:
    """Whether no player or reader opens a file of `size` bytes: it was cut off, or only its first bytes are right.

    Kinds without signposts count as whole: pictures, which are decoded to be read; mp3 and amr, which play without their end
    (frames.py).
    """
    if mime in BOXES:
        return not {b"moov", b"mdat"} <= _whole_boxes(file, size)
    return mime == PDF and not _has_signpost(file, size)


def _whole_boxes(file: BinaryIO, size: int) -> set[bytes]:
    """The names of the boxes on the first level that lie in the file to their end, up to the first that does not."""
    found: set[bytes] = set()
    at = 0
    for _ in range(_MOST_BOXES):
        file.seek(at)
        head = file.read(16)
        if len(head) < 8:
            break
        length, name = struct.unpack(">I4s", head[:8])
        if length == 1 and len(head) == 16:
            (length,) = struct.unpack(">Q", head[8:])
        length = length or size - at  # 0: to the end of the file
        if not (name.isascii() and name.decode("ascii").isprintable()) or length < 8 or at + length > size:
            break
        found.add(name)
        at += length
    return found


def _has_signpost(file: BinaryIO, size: int) -> bool:
    """Whether the end of a PDF says where its list of objects stands."""
    file.seek(max(0, size - _TAIL), io.SEEK_SET)
    return _SIGNPOST in file.read(_TAIL)
