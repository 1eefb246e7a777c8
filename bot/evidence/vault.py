"""The vault: originals, encrypted, content-addressed within a case. The bytes that come out are the bytes that went in."""
from __future__ import annotations

import fcntl
import hashlib
import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from bot.evidence.drafts import Draft
from bot.evidence.refused import EvidenceRefused
from bot.evidence.sealed_file import PIECE, SealedReader
from bot.evidence.sniff import LARGEST, LARGEST_RECORDING, MEBIBYTE
from bot.privacy.cipher import Cipher

__all__ = ["LARGEST", "LARGEST_RECORDING", "MEBIBYTE", "MOST_FILES", "Draft", "EvidenceRefused", "Vault"]

MOST_FILES = 200
_PLACE = re.compile(r"[0-9a-f]{32}/[0-9a-f]{64}")
_OLD_FORM = b"\x01"  # the whole file sealed in one piece by the installation's key
_DRAFTS = "drafts"
Stamp = tuple[int, int]  # the file on the disk, and when it was last written to


class Vault:
    """Files under `root/<first two digits>/<case>/<sha256>`, mode 0600, each with a key of its own, bound to case and hash."""

    def __init__(self, root: Path, cipher: Cipher) -> None:
        self.root, self._cipher = root, cipher

    def draft(self) -> Draft:
        """An empty file on its way in; `keep` gives it its place. OSError when the vault cannot be written."""
        folder = self.root / _DRAFTS
        _make_folder(folder)
        return Draft(folder, self._cipher)

    def keep(self, draft: Draft, case_id: str) -> tuple[str, bool]:
        """Give a draft its place, whole or not at all; (SHA-256 of the clear bytes, whether the file is new).

        A file that is there already is replaced by the same bytes: nobody has to read it to know that it is whole, and it
        is as young as a new one for whoever is about to remove it.
        """
        sha256 = draft.finish()
        path = self._path(case_id, sha256)
        with self._alone():
            known = path.exists()
            _make_folder(path.parent)
            draft.move(path, self._place(case_id, sha256))
            _sync_folder(path.parent)
        return sha256, not known

    def put_stream(self, case_id: str, source: BinaryIO) -> tuple[str, bool]:
        """Write what `source` gives, a piece at a time; as `keep`."""
        with self.draft() as draft:
            while part := source.read(PIECE):
                draft.write(part)
            return self.keep(draft, case_id)

    def put(self, case_id: str, data: bytes) -> tuple[str, bool]:
        """As `put_stream`, of bytes in memory."""
        return self.put_stream(case_id, io.BytesIO(data))

    def open_stream(self, case_id: str, sha256: str) -> BinaryIO:
        """The original as a file to read and to seek in, one piece in memory. FileNotFoundError; KeyProblem, also while it
        is read, for a changed or moved file (WrongKey with another key). Files of the old form are read whole."""
        path, place = self._path(case_id, sha256), self._place(case_id, sha256)
        with path.open("rb") as file:
            if file.read(1) == _OLD_FORM:
                return io.BytesIO(self._cipher.open(_OLD_FORM + file.read(), place))
        return cast(BinaryIO, io.BufferedReader(SealedReader(path, self._cipher, place)))

    def read(self, case_id: str, sha256: str) -> bytes:
        """The original bytes, whole in memory. FileNotFoundError; KeyProblem with another key or a changed file."""
        with self.open_stream(case_id, sha256) as file:
            return file.read()

    def measure(self, case_id: str, sha256: str) -> tuple[str, int]:
        """SHA-256 and size of the clear bytes as they are read now; errors as `open_stream`."""
        found, size = hashlib.sha256(), 0
        with self.open_stream(case_id, sha256) as file:
            while part := file.read(PIECE):
                found.update(part)
                size += len(part)
        return found.hexdigest(), size

    def stamp(self, case_id: str, sha256: str) -> Stamp | None:
        """What becomes another when the file is put again; None when there is no file."""
        return _stamp(self._path(case_id, sha256))

    def remove(self, case_id: str, sha256: str) -> None:
        """Delete a file (no error if it is gone), and its folder when empty."""
        path = self._path(case_id, sha256)
        if path.parent.is_dir():
            with self._alone():
                _remove(path)

    def remove_stamped(self, case_id: str, sha256: str, stamp: Stamp | None) -> None:
        """As `remove`, unless the file was put again since it had this stamp."""
        path = self._path(case_id, sha256)
        if stamp is not None and path.exists():
            with self._alone():
                if _stamp(path) == stamp:
                    _remove(path)

    def older(self, moment: datetime) -> Iterator[tuple[str, str]]:
        """(case id, SHA-256) of every file last put before `moment`."""
        for path in self.root.glob("??/*/*"):
            if _PLACE.fullmatch(f"{path.parent.name}/{path.name}") and path.stat().st_mtime < moment.timestamp():
                yield path.parent.name, path.name

    def remove_older(self, case_id: str, sha256: str, moment: datetime) -> None:
        """As `remove`, unless the file was put again since `moment`."""
        path = self._path(case_id, sha256)
        if path.exists():
            with self._alone():
                if path.exists() and path.stat().st_mtime < moment.timestamp():
                    _remove(path)

    def remove_drafts(self, moment: datetime) -> int:
        """Delete drafts that nobody has written to since `moment` (an upload was cut short); how many. Also those of the
        old form, which lay beside the originals."""
        count = 0
        for path in [*self.root.glob(f"{_DRAFTS}/*"), *self.root.glob("??/*/.*.new")]:
            if path.stat().st_mtime < moment.timestamp():
                path.unlink(missing_ok=True)
                count += 1
        return count

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other process or thread gives a file its place, or removes one, meanwhile."""
        handle = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def _path(self, case_id: str, sha256: str) -> Path:
        if not _PLACE.fullmatch(f"{case_id}/{sha256}"):
            raise ValueError("not a place in the vault")
        return self.root / case_id[:2] / case_id / sha256

    @staticmethod
    def _place(case_id: str, sha256: str) -> str:
        return f"vault:{case_id}:{sha256}"


def _stamp(path: Path) -> Stamp | None:
    with suppress(FileNotFoundError):
        found = path.stat()
        return found.st_ino, found.st_mtime_ns
    return None


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    if path.parent.is_dir() and not any(path.parent.iterdir()):
        path.parent.rmdir()


def _make_folder(folder: Path) -> None:
    """A folder and those above it, each on the disk before anything is put into it."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    with suppress(FileExistsError):
        os.mkdir(folder, 0o700)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
