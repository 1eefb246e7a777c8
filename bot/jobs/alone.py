"""One job process for each folder of MINGXIN_VAR: what it had in its hands when it died nobody else has."""
from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = "jobs.lock"


class Taken(Exception):
    """Another job process runs."""


@contextmanager
def alone(var: Path) -> Iterator[None]:
    """Hold the lock, with this process's number in it; the system frees it whatever ends the process. Raises Taken."""
    var.mkdir(parents=True, exist_ok=True)
    handle = os.open(var / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise Taken from taken
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        os.close(handle)
