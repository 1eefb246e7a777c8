"""The vault: originals, encrypted, content-addressed within a case. The bytes that come out are the bytes that went in."""
from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bot.evidence.sniff import sniff
from bot.privacy.cipher import Cipher

MEBIBYTE = 1024 * 1024
LARGEST = 20 * MEBIBYTE
MOST_FILES = 60
_PLACE = re.compile(r"[0-9a-f]{32}/[0-9a-f]{64}")


class EvidenceRefused(Exception):
    """A file that is not taken. `reason`: too_large, type (or empty), too_many; words for it in content/words/channel.yml."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Vault:
    """Files under `root/<first two digits>/<case>/<sha256>`, mode 0600, sealed with the case and the hash."""

    def __init__(self, root: Path, cipher: Cipher) -> None:
        self.root, self._cipher = root, cipher

    def check(self, data: bytes) -> str:
        """The MIME type of a file that may be taken; EvidenceRefused otherwise."""
        if len(data) > LARGEST:
            raise EvidenceRefused("too_large")
        mime = sniff(data)
        if mime is None:
            raise EvidenceRefused("type")
        return mime

    def put(self, case_id: str, data: bytes) -> tuple[str, bool]:
        """Write a file, whole or not at all; (SHA-256 of the clear bytes, whether the file is new)."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._path(case_id, sha256)
        if path.exists():
            os.utime(path)  # as young as a new one, for whoever looks for files that nobody needs
            return sha256, False
        for folder in (self.root, path.parent.parent, path.parent):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_name(f".{sha256}.{os.getpid()}.{os.urandom(4).hex()}.new")
        try:
            self._write(draft, self._cipher.seal(data, self._place(case_id, sha256)))
            os.replace(draft, path)
        finally:
            draft.unlink(missing_ok=True)
        _sync_folder(path.parent)
        return sha256, True

    def read(self, case_id: str, sha256: str) -> bytes:
        """The original bytes. FileNotFoundError; KeyProblem with another key or a changed file."""
        return self._cipher.open(self._path(case_id, sha256).read_bytes(), self._place(case_id, sha256))

    def remove(self, case_id: str, sha256: str) -> None:
        """Delete a file (no error if it is gone), and its folder when empty."""
        path = self._path(case_id, sha256)
        path.unlink(missing_ok=True)
        if path.parent.is_dir() and not any(path.parent.iterdir()):
            path.parent.rmdir()

    def older(self, moment: datetime) -> Iterator[tuple[str, str]]:
        """(case id, SHA-256) of every file last put before `moment`."""
        for path in self.root.glob("??/*/*"):
            if _PLACE.fullmatch(f"{path.parent.name}/{path.name}") and path.stat().st_mtime < moment.timestamp():
                yield path.parent.name, path.name

    def remove_older(self, case_id: str, sha256: str, moment: datetime) -> None:
        """As `remove`, unless the file was put again since `moment`."""
        path = self._path(case_id, sha256)
        if path.exists() and path.stat().st_mtime < moment.timestamp():
            self.remove(case_id, sha256)

    def _path(self, case_id: str, sha256: str) -> Path:
        if not _PLACE.fullmatch(f"{case_id}/{sha256}"):
            raise ValueError("not a place in the vault")
        return self.root / case_id[:2] / case_id / sha256

    @staticmethod
    def _place(case_id: str, sha256: str) -> str:
        return f"vault:{case_id}:{sha256}"

    @staticmethod
    def _write(path: Path, data: bytes) -> None:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
