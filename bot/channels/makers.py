"""Bundles are made one after the other, beside the loop; who asks for one that is under way gets it too, and few may wait."""
from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import IO

AT_ONCE = 1  # they take seconds and memory
MOST_WAITING = 4


class ManyWait(Exception):
    """MOST_WAITING others wait already."""


@dataclass
class _Making:
    future: Future[IO[bytes]]
    takers: int = 0


class Makers:
    """Used from one event loop. Each taker gets a file of his own to close; all share one place in it: read with `os.pread`."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="bundles")
        self._under_way: dict[str, _Making] = {}

    async def take(self, key: str, make: Callable[[], IO[bytes]]) -> IO[bytes]:
        """What `make` makes, or what is being made under this key. Raises ManyWait, and whatever `make` raises."""
        made = self._under_way.get(key)
        if made is None:
            if len(self._under_way) >= AT_ONCE + MOST_WAITING:
                raise ManyWait
            made = self._under_way[key] = _Making(self._pool.submit(make))
        made.takers += 1
        try:
            file = await asyncio.shield(asyncio.wrap_future(made.future))
            return os.fdopen(os.dup(file.fileno()), "rb")
        finally:
            made.takers -= 1
            if not made.takers:
                self._end(key, made)

    def _end(self, key: str, made: _Making) -> None:
        """Nobody waits for it any more: it leaves the queue, and what was made is closed."""
        del self._under_way[key]
        if not made.future.cancel():
            made.future.add_done_callback(_close)


def _close(future: Future[IO[bytes]]) -> None:
    if not future.cancelled() and future.exception() is None:
        future.result().close()


@cache
def makers() -> Makers:
    """Those of this process."""
    return Makers()
