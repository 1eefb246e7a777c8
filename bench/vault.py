"""How fast photos are stored: sealed, hashed, looked into, fsynced, with their row, one after the other."""
from __future__ import annotations

import io
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.client import quantile
from bench.report import Row
from bot import clock
from bot.cases import evidence
from bot.cases.store import Store
from bot.cases.verify import verify
from bot.evidence.vault import MOST_FILES, Vault
from bot.privacy.cipher import Cipher

PHOTOS, SIZE = 1000, 2 * 1000 * 1000
GOAL = 20


@dataclass(frozen=True)
class Stored:
    """Seconds of each photo, seconds and number of fsyncs (of files and folders; SQLite's own are not among them), seconds
    of reading all of them back."""

    seconds: list[float]
    fsync: float
    fsyncs: int
    verified: float
    lost: int
    changed: int

    @property
    def per_second(self) -> float:
        """Photos stored in a second."""
        return len(self.seconds) / sum(self.seconds)


def measure(photos: int = PHOTOS) -> Stored:
    """Store photos of 2 MB in a new vault and database, a transaction each, and read them back. About `photos` × 2 MB of disk."""
    folder = Path(tempfile.mkdtemp(prefix="mingxin-bench-vault-"))
    cipher = Cipher([os.urandom(32)])
    store = Store(f"sqlite:///{folder / 'cases.db'}", cipher=cipher, vault=Vault(folder / "vault", cipher))
    try:
        store.upgrade()
        with _timed_fsync() as fsyncs:
            seconds = [_store_one(store, number) for number in range(photos)]
        begun = time.perf_counter()
        found = verify(store, clock.now())
        return Stored(seconds, sum(fsyncs), len(fsyncs), time.perf_counter() - begun, photos - found.files, len(found.faults))
    finally:
        store.close()
        shutil.rmtree(folder, ignore_errors=True)


def rows(stored: Stored) -> list[Row]:
    """The rows of the table."""
    p50, p95 = (quantile(stored.seconds, part) * 1000 for part in (0.5, 0.95))
    count = len(stored.seconds)
    return [
        Row(f"storing {count} photos of 2 MB", f"{stored.per_second:.0f} a second, p50 {p50:.0f} ms, p95 {p95:.0f} ms",
            f">= {GOAL} a second", stored.per_second >= GOAL),
        Row("storing a photo: waiting for the disk",
            f"{stored.fsync / count * 1000:.0f} ms of it in {stored.fsyncs / count:.1f} fsyncs of file and folder"),
        Row("reading the vault back against its hashes", f"{count * SIZE / 1e6 / stored.verified:.0f} MB/s"),
        Row("vault: photos without a row, photos changed", f"{stored.lost}, {stored.changed}", "0, 0",
            stored.lost + stored.changed == 0),
    ]


def _store_one(store: Store, number: int) -> float:
    """One photo from its first byte to its committed row, a worker for every MOST_FILES of them."""
    photo = _photo(number)
    begun = time.perf_counter()
    with store.session() as session, store.vault.draft() as draft:
        while part := photo.read(65_536):
            draft.write(part)
        evidence.add_draft(session, f"bench-{number // MOST_FILES}", draft=draft, filename="photo.jpg", now=clock.now())
    return time.perf_counter() - begun


def _photo(number: int) -> io.BytesIO:
    """A JPEG by its frame, filled with noise: a photo does not get smaller either."""
    begin = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xda\x00\x02" + number.to_bytes(4, "big")
    return io.BytesIO(begin + os.urandom(SIZE - len(begin) - 2).replace(b"\xff", b"\xfe") + b"\xff\xd9")


@contextmanager
def _timed_fsync() -> Iterator[list[float]]:
    """The seconds of each fsync that Python asks for."""
    real, seconds = os.fsync, []

    def timed(handle: int) -> None:
        begun = time.perf_counter()
        real(handle)
        seconds.append(time.perf_counter() - begun)

    os.fsync = timed  # type: ignore[assignment]
    try:
        yield seconds
    finally:
        os.fsync = real
