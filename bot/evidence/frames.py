"""Whether a recording in frames (mp3, amr) ends in the middle of one: it plays, but its end did not come. Nothing is decoded."""
from __future__ import annotations

import struct
from collections.abc import Callable
from typing import BinaryIO

MP3, AMR = "audio/mpeg", "audio/amr"
_PIECE = 1024 * 1024
_HEAD = 4  # bytes of a frame that tell how long it is
#: bytes of an AMR frame by its kind, its first byte among them; 0: no kind of frame
_AMR_FRAMES = (13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1)
_AMR_BEGINS = len(b"#!AMR\n")
_KBITS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_KBITS_LOW = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
#: samples a second, by the version of MPEG in a frame's head
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_LAYER_3, _NO_RATE = 1, 3
_INDEXES, _HAS_LENGTH = (b"Xing", b"Info"), 2


def ends_early(file: BinaryIO, mime: str, size: int) -> bool:
    """Whether the last frame goes on behind the end of a file of `size` bytes, or an mp3 is shorter than it says itself.

    What begins with no frame counts as whole, as do other things behind the frames (names of singers).
    """
    if mime == AMR:
        return _walk(file, size, _AMR_BEGINS, lambda head: _AMR_FRAMES[head[0] >> 3 & 15]) > size
    if mime != MP3:
        return False
    begins = _behind_names(file)
    return _walk(file, size, begins, _mp3_frame) > size or begins + _said_length(file, begins) > size


def _walk(file: BinaryIO, size: int, at: int, length_of: Callable[[bytes], int]) -> int:
    """Where the last frame ends; where something else begins, there."""
    begins, piece = at, b""
    while at + _HEAD <= size:
        if not begins <= at <= begins + len(piece) - _HEAD:
            file.seek(at)
            begins, piece = at, file.read(_PIECE)
        length = length_of(piece[at - begins:at - begins + _HEAD])
        if not length:
            return at
        at += length
    return at


def _mp3_frame(head: bytes) -> int:
    """The length of a frame of layer III, 0 when this is no head of one."""
    first, second, third = head[0], head[1], head[2]
    version, rate = second >> 3 & 3, third >> 2 & 3
    if first != 0xFF or second < 0xE0 or version not in _RATES or second >> 1 & 3 != _LAYER_3 or rate == _NO_RATE:
        return 0
    kbits = (_KBITS if version == 3 else _KBITS_LOW)[third >> 4]
    return (144 if version == 3 else 72) * kbits * 1000 // _RATES[version][rate] + (third >> 1 & 1) if kbits else 0


def _behind_names(file: BinaryIO) -> int:
    """Where the frames of an mp3 begin: behind the names at its head."""
    file.seek(0)
    head = file.read(10)
    if head[:3] != b"ID3" or len(head) < 10:
        return 0
    return 10 + sum(part << 7 * place for place, part in enumerate(reversed(head[6:10])))


def _said_length(file: BinaryIO, begins: int) -> int:
    """How many bytes of frames the first one says that there are; 0 when it says nothing."""
    file.seek(begins)
    first = file.read(200)
    at = max(first.find(name) for name in _INDEXES)
    if at < 0 or len(first) < at + 16:
        return 0
    flags, *numbers = struct.unpack(">III", first[at + 4:at + 16])
    return numbers[flags & 1] if flags & _HAS_LENGTH else 0
