"""The end of an archive, where an unpacker begins to read: found and weighed without unpacking, and without zipfile, which
would read a list of any length into memory."""
from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MOST_LISTED = 4 * 1024 * 1024  # bytes of an archive's list of members
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_RECORD = 22
_TAIL = _RECORD + 65_535  # a comment may stand behind the record


@dataclass(frozen=True)
class _Ending:
    """One record that ends an archive: where its list of members begins and how long it is; `wide`: of the 64 bit kind."""

    begins: int
    length: int
    count: int
    wide: bool


def ends_as_archive(file: BinaryIO) -> bool:
    """Whether an unpacker would find an archive in this file."""
    return any(ending.wide or _is_list(file, ending) for ending in _endings(file))


def is_too_long(file: BinaryIO) -> bool:
    """Whether the list of members of an archive is longer than any office file's."""
    return any(ending.wide or ending.length > MOST_LISTED for ending in _endings(file))


def _endings(file: BinaryIO) -> Iterator[_Ending]:
    start = max(0, file.seek(0, io.SEEK_END) - _TAIL)
    file.seek(start)
    tail = file.read(_TAIL)
    at = tail.rfind(_END)
    while at >= 0:
        record = tail[at : at + _RECORD]
        if len(record) == _RECORD:
            count, length = struct.unpack("<HI", record[10:16])
            yield _Ending(start + at - length, length, count, tail[max(0, at - 20) : at].startswith(_END_64))
        at = tail.rfind(_END, 0, at + len(_END) - 1)


def _is_list(file: BinaryIO, ending: _Ending) -> bool:
    if ending.begins < 0 or not ending.count:
        return False
    file.seek(ending.begins)
    return file.read(4) == b"PK\x01\x02"
