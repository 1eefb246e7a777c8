"""The worker process: starts, survives, dies, rests."""
from __future__ import annotations

import subprocess
import sys
import threading
import time
from typing import Any

import pytest

from bot.photos.reader import PhotoReader
from bot.photos.values import Line, Marks, PhotoProblem, Reading
from bot.photos.worker import MOST_MEMORY
from tests.photos_reader.drawing import as_bytes, paper

# answers each picture with its length as a line; "die" ends it, "sleep" hangs it
FAKE = """
import json, sys, time
from bot.photos.worker import receive, send
out = sys.stdout.buffer
send(out, b'{"ready": true}')
while (data := receive(sys.stdin.buffer)) is not None:
    if data == b"die": sys.exit(1)
    if data.startswith(b"sleep"): time.sleep(float(data[5:]))
    told = {"lines": [{"text": str(len(data)), "sure": 1.0}], "papers": 1, "marks": {}, "seconds": 0.0}
    send(out, json.dumps({"problem": "unreadable"} if data == b"bad" else told).encode())
"""


def fake(idle: float = 60, seconds: float = 10) -> PhotoReader:
    return PhotoReader(idle, seconds, (sys.executable, "-c", FAKE))


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The worker processes that are started."""
    started: list[subprocess.Popen[bytes]] = []
    begin = subprocess.Popen

    def popen(*call: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(begin(*call, **options))
        return started[-1]

    monkeypatch.setattr("bot.photos.reader.subprocess.Popen", popen)
    return started


def reason(made: PhotoReader, data: bytes) -> str:
    with pytest.raises(PhotoProblem) as problem:
        made.read(data)
    return problem.value.reason


def test_a_reading_comes_back_whole_from_json() -> None:
    reading = Reading((Line("今欠", 0.9), Line("一", 0.2)), 1, Marks(stamp=True), 1.5)
    assert Reading.from_json(reading.to_json()) == reading
    assert reading.text == "今欠\n一" and reading.sure == pytest.approx(0.8)


def test_the_real_worker_reads_survives_bad_pictures_and_stops(workers: list[subprocess.Popen[bytes]]) -> None:
    made = PhotoReader()
    try:
        assert reason(made, b"no picture") == "unreadable"
        assert "12000元" in made.read(as_bytes(paper())).text
    finally:
        made.stop()
    assert len(workers) == 1 and workers[0].poll() is not None


def test_a_worker_that_dies_or_hangs_fails_one_photo_and_the_next_is_read() -> None:
    made = fake(seconds=1)
    assert reason(made, b"die") == "failed"
    assert made.read(b"123").text == "3"
    assert reason(made, b"sleep30") == "failed"
    assert reason(made, b"bad") == "unreadable"
    assert made.read(b"12").text == "2"
    made.stop()


def test_a_worker_that_would_fill_the_memory_dies_alone_and_the_next_photo_is_read() -> None:
    greedy = FAKE.replace("receive, send", "limit_memory, receive, send").replace(
        'if data == b"die": sys.exit(1)', 'limit_memory()\n    if data == b"fill": bytearray(MOST_MEMORY)')
    made = PhotoReader(60, 10, (sys.executable, "-c", greedy.replace("MOST_MEMORY", str(MOST_MEMORY))))
    assert reason(made, b"fill") == "failed"
    assert made.read(b"123").text == "3"
    made.stop()


def test_an_idle_worker_is_ended(workers: list[subprocess.Popen[bytes]]) -> None:
    made = fake(idle=0.2)
    made.read(b"1")
    deadline = time.monotonic() + 10
    while workers[0].poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(workers) == 1 and workers[0].poll() is not None


def test_when_eight_wait_the_next_is_told_that_it_is_busy() -> None:
    made = fake()
    made.read(b"1")
    threads = [threading.Thread(target=made.read, args=(b"sleep0.3",)) for _ in range(9)]
    for thread in threads:
        thread.start()
    time.sleep(0.1)
    assert reason(made, b"1") == "busy"
    for thread in threads:
        thread.join()
    assert made.read(b"1").text == "1"
    made.stop()


SPY = """
import json, os, sys
from bot.photos.worker import receive, send
out = sys.stdout.buffer
send(out, b'{"ready": true}')
while receive(sys.stdin.buffer) is not None:
    lines = [{"text": name + "=" + value, "sure": 1.0} for name, value in os.environ.items()]
    send(out, json.dumps({"lines": lines, "papers": 1, "marks": {}, "seconds": 0.0}).encode())
"""


def test_the_worker_is_told_no_key_no_token_and_no_address_of_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MINGXIN_KEY", "MINGXIN_ACTION_TOKEN", "MINGXIN_DATABASE_URL", "ANYTHING"):
        monkeypatch.setenv(name, "secret")
    made = PhotoReader(60, 10, (sys.executable, "-c", SPY))
    try:
        told = made.read(b"1").text
    finally:
        made.stop()
    assert "PATH=" in told and "MALLOC_ARENA_MAX=2" in told and "secret" not in told
