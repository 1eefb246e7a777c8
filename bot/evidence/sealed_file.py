"""The form of a file in the vault: a header with the file's own key, then pieces of 1 MiB, each sealed with its number.

    MXV2 | the key of the file, sealed by the installation's key for one place | 8 bytes of the header's SHA-256 | pieces

A piece is AES-256-GCM under the file's key; its nonce is its number (11 bytes) and whether it is the last one (1 byte). So a
piece that is changed, cut off, doubled or moved does not open. A key seals one file only: no nonce comes twice.
"""
from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.privacy.cipher import Cipher, KeyProblem

MAGIC = b"MXV2"
PIECE = 1024 * 1024
_TAG, _KEY, _CHECK = 16, 32, 8
_WRAPPED = 1 + 4 + 12 + _KEY + _TAG  # a sealed key: bot/privacy/cipher.py
HEADER = len(MAGIC) + _WRAPPED + _CHECK


def new_key() -> bytes:
    """A random key for one file."""
    return os.urandom(_KEY)


def header(key: bytes, cipher: Cipher, place: str) -> bytes:
    """The first bytes of a file that lies at `place`."""
    start = MAGIC + cipher.seal(key, place)
    return start + hashlib.sha256(start).digest()[:_CHECK]


def seal_piece(key: bytes, number: int, data: bytes, last: bool) -> bytes:
    """One piece (at most PIECE bytes) as it is written."""
    return AESGCM(key).encrypt(_nonce(number, last), data, MAGIC)


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def read_key(start: bytes, cipher: Cipher, place: str) -> bytes:
    """The file's key out of its header. WrongKey with another installation's key, KeyProblem when it is damaged or moved."""
    body, check = start[: HEADER - _CHECK], start[HEADER - _CHECK : HEADER]
    if len(start) < HEADER or body[: len(MAGIC)] != MAGIC or hashlib.sha256(body).digest()[:_CHECK] != check:
        raise KeyProblem(f"damaged at its beginning: {place}")
    return cipher.open(body[len(MAGIC) :], place)


class SealedReader(io.RawIOBase):
    """The clear bytes of a file, one piece in memory at a time. KeyProblem at a piece that is not what was written."""

    def __init__(self, path: Path, cipher: Cipher, place: str) -> None:
        super().__init__()
        self._place = place
        self._file = path.open("rb", buffering=0)
        try:
            self._aes = AESGCM(read_key(self._file.read(HEADER), cipher, place))
            sealed = os.fstat(self._file.fileno()).st_size - HEADER
        except BaseException:
            self._file.close()
            raise
        self._pieces = max(1, -(-sealed // (PIECE + _TAG)))
        self.size = max(0, sealed - self._pieces * _TAG)
        self._at, self._number, self._piece = 0, -1, b""

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """As files do."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: object) -> int:
        """Fill `buffer` from one piece; 0 at the end, which is the end only when the last piece says so."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        number = min(self._at // PIECE, self._pieces - 1)
        piece = self._open(number)
        part = piece[self._at - number * PIECE :][: len(view)]
        view[: len(part)] = part
        self._at += len(part)
        return len(part)

    def close(self) -> None:
        """Give the file back."""
        self._file.close()
        self._piece = b""
        super().close()

    def _open(self, number: int) -> bytes:
        if number != self._number:
            self._file.seek(HEADER + number * (PIECE + _TAG))
            sealed = self._file.read(PIECE + _TAG)
            try:
                self._piece = self._aes.decrypt(_nonce(number, number == self._pieces - 1), sealed, MAGIC)
            except (InvalidTag, ValueError) as error:
                raise KeyProblem(f"damaged in piece {number}: {self._place}") from error
            self._number = number
        return self._piece
