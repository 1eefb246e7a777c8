"""The folder in which a model is trained before it takes its place; what a killed training left is removed by the next."""
from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

_PREFIX = ".draft-"


@contextmanager
def draft(models: Path) -> Iterator[Path]:
    """A new folder in `models`, gone afterwards. It is locked meanwhile: a draft without a lock has nobody to finish it."""
    with ExitStack() as held:
        with _locked(models):  # so that no other training finds the draft before it is locked
            for left in models.glob(_PREFIX + "*"):
                _remove_if_left(left)
            folder = Path(held.enter_context(TemporaryDirectory(dir=models, prefix=_PREFIX)))
            held.enter_context(_locked(folder))
        yield folder


def _remove_if_left(folder: Path) -> None:
    with suppress(BlockingIOError, FileNotFoundError), _locked(folder, fcntl.LOCK_NB):  # another training holds it, or is done
        shutil.rmtree(folder)


@contextmanager
def _locked(folder: Path, or_fail: int = 0) -> Iterator[None]:
    """No other process has the lock of this folder meanwhile; it ends with the process that holds it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | or_fail)
        yield
    finally:
        os.close(handle)
