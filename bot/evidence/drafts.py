"""A file on its way into the vault: sealed from its first byte on, without a name until it is whole."""
from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, cast

from bot.evidence import sealed_file
from bot.evidence.inspection import check_size
from bot.evidence.sealed_file import PIECE, SealedReader
from bot.evidence.sniff import HEAD
from bot.privacy.cipher import Cipher


class Draft:
    """Write it, `finish` it, look into it with `open`, then `move` it to its place or `discard` it (also by `with`)."""

    def __init__(self, folder: Path, cipher: Cipher) -> None:
        """Begin an empty draft in `folder`, which exists. OSError when it cannot be written."""
        self._cipher, self._key = cipher, sealed_file.new_key()
        name = os.urandom(16).hex()
        self._path, self._place = folder / name, f"vault-draft:{name}"
        self._hash, self._rest, self._number = hashlib.sha256(), bytearray(), 0
        self.size, self.head, self.sha256 = 0, b"", ""
        self._handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            self._put(sealed_file.header(self._key, cipher, self._place))
        except BaseException:
            self.discard()
            raise

    def __enter__(self) -> Draft:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.discard()

    def write(self, data: bytes) -> None:
        """Add bytes. EvidenceRefused as soon as the file is larger than its kind may be."""
        self.size += len(data)
        self.head = self.head if len(self.head) == HEAD else (self.head + data[:HEAD])[:HEAD]
        check_size(self.head, self.size)
        self._hash.update(data)
        self._rest += data
        while len(self._rest) > PIECE:  # a full one waits: it may be the last
            self._seal(bytes(self._rest[:PIECE]), last=False)
            del self._rest[:PIECE]

    def finish(self) -> str:
        """The SHA-256 of the whole; its bytes are on the disk then. Again: the same."""
        if not self.sha256:
            self._seal(bytes(self._rest), last=True)
            self._rest.clear()
            os.fsync(self._handle)
            self.sha256 = self._hash.hexdigest()
        return self.sha256

    def open(self) -> BinaryIO:
        """The clear bytes of a finished draft."""
        return cast(BinaryIO, io.BufferedReader(SealedReader(self._path, self._cipher, self._place)))

    def move(self, path: Path, place: str) -> None:
        """Give a finished draft its name: its key is sealed for that place first. Whole or not at all."""
        os.pwrite(self._handle, sealed_file.header(self._key, self._cipher, place), 0)
        os.fsync(self._handle)
        os.replace(self._path, path)
        self._close()

    def discard(self) -> None:
        """Close it, and delete it unless it was moved."""
        if self._handle >= 0:
            self._close()
            self._path.unlink(missing_ok=True)

    def _close(self) -> None:
        handle, self._handle = self._handle, -1
        os.close(handle)

    def _seal(self, data: bytes, last: bool) -> None:
        self._put(sealed_file.seal_piece(self._key, self._number, data, last))
        self._number += 1

    def _put(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(self._handle, view) :]
