"""Reading photos for the bot: one worker process, started at the first photo and ended when nobody has sent one for a while."""
from __future__ import annotations

import atexit
import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

from bot.photos.values import PhotoProblem, Reading
from bot.photos.worker import receive, send
from bot.settings import ROOT, harmless_environment

#: how many may wait while one is read
MOST_WAITING = 3
LARGEST = 64 * 1024 * 1024
#: time for the worker to load its models, beside the time of the photo
START_SECONDS = 30.0
#: glibc gives memory back sooner: 460 MB at the worker's peak for 610
FRUGAL = {"MALLOC_ARENA_MAX": "2", "MALLOC_MMAP_THRESHOLD_": "8388608", "MALLOC_TRIM_THRESHOLD_": "33554432"}
COMMAND = (sys.executable, "-m", "bot.photos.worker")


class PhotoReader:
    """Reads one photo at a time, for any thread. The worker has `seconds` for a photo and lives `idle_seconds` after it."""

    def __init__(self, idle_seconds: float = 300, seconds: float = 20, command: Sequence[str] = COMMAND) -> None:
        self._idle_seconds, self._seconds, self._command = idle_seconds, seconds, tuple(command)
        self._turn, self._counting = threading.Lock(), threading.Lock()
        self._queued = 0
        self._worker: subprocess.Popen[bytes] | None = None
        self._timer: threading.Timer | None = None

    def read(self, data: bytes) -> Reading:
        """Read a photo; blocks until it is its turn and is read.

        Raises PhotoProblem: "unreadable", "too_large", "failed" (the worker died or took too long; the next photo gets a new
        one), "busy" (more than MOST_WAITING wait).
        """
        if len(data) > LARGEST:
            raise PhotoProblem("too_large")
        with self._in_queue(), self._turn:
            self._rest(False)
            try:
                told = self._ask(data)
            finally:
                self._rest(True)
        if "problem" in told:
            raise PhotoProblem(str(told["problem"]))
        return Reading.from_json(told)

    def stop(self) -> None:
        """End the worker at once; a photo that is being read fails. The next `read` starts another."""
        self._rest(False)
        self._end()

    @contextmanager
    def _in_queue(self) -> Iterator[None]:
        with self._counting:
            if self._queued > MOST_WAITING:
                raise PhotoProblem("busy")
            self._queued += 1
        try:
            yield
        finally:
            with self._counting:
                self._queued -= 1

    def _ask(self, data: bytes) -> dict[str, Any]:
        worker = self._worker
        if worker is None or worker.poll() is not None:
            worker = self._start()
        return self._exchange(worker, data, self._seconds)

    def _start(self) -> subprocess.Popen[bytes]:
        self._end()
        self._worker = worker = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT,
                                                 env=harmless_environment() | FRUGAL)
        self._exchange(worker, None, START_SECONDS)
        return worker

    def _exchange(self, worker: subprocess.Popen[bytes], data: bytes | None, seconds: float) -> dict[str, Any]:
        """Send (unless None) and wait for the answer; a worker that is late is killed, which ends the waiting."""
        assert worker.stdin and worker.stdout
        late = threading.Timer(seconds, worker.kill)
        late.daemon = True
        late.start()
        try:
            if data is not None:
                send(worker.stdin, data)
            answer = receive(worker.stdout)
            told = json.loads(answer) if answer is not None else None
        except (OSError, ValueError):  # a broken pipe, a closed one, no JSON
            told = None
        finally:
            late.cancel()
        if not isinstance(told, dict):
            self._end()
            raise PhotoProblem("failed")
        return told

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is None:
            return
        worker.kill()
        worker.wait()
        for pipe in (worker.stdin, worker.stdout):
            with suppress(OSError):  # what was not sent cannot be any more
                if pipe:
                    pipe.close()

    def _rest(self, begin: bool) -> None:
        """Begin or break off the counting of idle seconds."""
        with self._counting:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = threading.Timer(self._idle_seconds, self._tired) if begin else None
            if self._timer is not None:
                self._timer.daemon = True
                self._timer.start()

    def _tired(self) -> None:
        if self._turn.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._turn.release()


@cache
def reader() -> PhotoReader:
    """The reader of this process; its worker ends with it."""
    made = PhotoReader()
    atexit.register(made.stop)
    return made
