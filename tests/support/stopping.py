"""A process that stores an upload and kills itself at a numbered step of it: `python -m tests.support.stopping FOLDER N`.

The steps are what the storing asks of the disk and of the database: each write (killed before it, and after half of it),
fsync, rename, new folder and commit (before and after), and the answer. N = 0: nothing is killed, the last line is the count.
"""
from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from bot.channels.upload import Upload
from bot.evidence.sealed_file import PIECE
from tests.support.stores import PNG, open_at

SENDER, BOUNDARY = "甲", "rasa-stopping"
PHOTO = PNG + bytes(range(256)) * (PIECE // 256 * 5 // 2)


class Steps:
    """Counts, and kills at the step that was asked for."""

    def __init__(self, fatal: int) -> None:
        self.fatal, self.count = fatal, 0
        self.names: list[str] = []

    def here(self, name: str) -> None:
        """One more step."""
        self.count += 1
        self.names.append(name)
        if self.count == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, owner: Any, name: str) -> None:
        """Put a step before and after each call of `owner.name`."""
        real: Callable[..., Any] = getattr(owner, name)

        def counted(*args: Any, **named: Any) -> Any:
            self.here(f"before {name}")
            result = real(*args, **named)
            self.here(f"after {name}")
            return result

        setattr(owner, name, counted)

    def within_writes(self) -> None:
        """Put a step before each write, and one after its first half."""
        real = os.write

        def torn(handle: int, data: Any) -> int:
            self.here("before write")
            done = real(handle, bytes(data)[: len(data) // 2])
            self.here("half a write")
            return done + real(handle, bytes(data)[done:])

        os.write = torn


def body() -> bytes:
    """The photo in its form, the sender behind it."""
    line = f"--{BOUNDARY}\r\nContent-Disposition: form-data; name="
    return (f'{line}"file"; filename="a.png"\r\n\r\n'.encode() + PHOTO
            + f'\r\n{line}"sender"\r\n\r\n{SENDER}\r\n--{BOUNDARY}--\r\n'.encode())


def store_it(folder: Path, steps: Steps) -> str:
    """Store the photo as the channel does; the id of the evidence."""
    store = open_at(f"sqlite:///{folder / 'cases.db'}", folder)
    steps.within_writes()
    for name in ("pwrite", "fsync", "replace", "mkdir"):
        steps.around(os, name)
    steps.around(Session, "commit")
    upload, sent = Upload(store, f"multipart/form-data; boundary={BOUNDARY}"), body()
    for start in range(0, len(sent), PIECE):
        upload.feed(sent[start : start + PIECE])
    upload.feed(None)
    item = upload.keep(SENDER, "rest")
    steps.here("before the answer")
    return item


def main() -> None:
    """Store, answer on standard output, tell the steps."""
    steps = Steps(int(sys.argv[2]))
    print(store_it(Path(sys.argv[1]), steps), flush=True)
    steps.here("after the answer")
    print(steps.count)
    print("\n".join(steps.names))


if __name__ == "__main__":
    main()
