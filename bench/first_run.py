"""A first `make run` in a fresh clone with an empty package cache, split in its parts, and a later start."""
from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import httpx
import yaml

from bot.run.ports import free_port
from bot.run.training import train
from bot.settings import ROOT

CACHE_RATE = 20.0  # MB/s, the package cache of the goal
PATIENCE = 1800.0


class RunFailed(RuntimeError):
    """The fresh clone did not come up; the argument is what it said last."""


@dataclass(frozen=True)
class FirstRun:
    """Seconds of each part. `make setup` runs twice: `install` is that with a full cache, `download` the rest."""

    clone: float
    download: float
    downloaded_mb: float
    install: float
    train: float
    start: float
    first_answer: float
    later_start: float

    @property
    def total(self) -> float:
        """From `make run` to the first answer, as measured here."""
        return self.download + self.install + self.train + self.start + self.first_answer

    @property
    def total_at_cache_rate(self) -> float:
        """The same with a download at 20 MB/s."""
        return self.total - self.download + self.downloaded_mb / CACHE_RATE


def run_first() -> FirstRun:
    """Clone the committed state, run it from nothing, stop it, start it again. Downloads about 600 MB."""
    folder = Path(tempfile.mkdtemp(prefix="mingxin-first-"))
    try:
        return _run(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(folder: Path) -> FirstRun:
    clone = folder / "mingxin"
    cloning = _timed(["git", "clone", "--quiet", str(ROOT), str(clone)], folder, dict(os.environ))
    environment = _environment(folder)
    before = received()
    whole = _timed(["make", "setup"], clone, environment)
    size = (received() - before) / 1e6
    shutil.rmtree(clone / ".venv")
    install = _timed(["make", "setup"], clone, environment)
    first = _make_run(clone, environment)
    later = _make_run(clone, environment)
    return FirstRun(cloning, whole - install, size, install, first["train"], first["start"], first["answer"],
                    later["start"] + later["answer"])


def time_training() -> float:
    """Seconds that a training takes, into a folder of its own; raises RunFailed with the log's end."""
    folder = Path(tempfile.mkdtemp(prefix="mingxin-train-"))
    try:
        started = time.monotonic()
        if not train(folder / "models", folder / "train.log"):
            raise RunFailed((folder / "train.log").read_text(encoding="utf-8", errors="replace")[-2000:])
        return time.monotonic() - started
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def received() -> int:
    """Bytes that this machine has received since it started, loopback left out."""
    lines = Path("/proc/net/dev").read_text(encoding="utf-8").splitlines()[2:]
    pairs = (line.split(":", 1) for line in lines)
    return sum(int(rest.split()[0]) for name, rest in pairs if name.strip() != "lo")


def _environment(folder: Path) -> dict[str, str]:
    """The environment of a fresh user: no settings of ours, an empty package cache, free ports."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith("MINGXIN_") and name not in ("VIRTUAL_ENV", "PYTHONPATH", "MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    ports = {"MINGXIN_PORT": str(free_port()), "MINGXIN_ACTION_PORT": str(free_port())}
    return {**kept, **ports, "UV_CACHE_DIR": str(folder / "cache")}


def _timed(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    started = time.monotonic()
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=PATIENCE, check=False)
    if done.returncode != 0:
        raise RunFailed(f"{' '.join(command)}: {done.stdout[-2000:]}")
    return time.monotonic() - started


def _make_run(clone: Path, environment: dict[str, str]) -> dict[str, float]:
    """`make run` up to a first answer, then Ctrl-C: seconds of train (0 when not trained), start and answer."""
    started = time.monotonic()
    process = subprocess.Popen(["make", "run"], cwd=clone, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               text=True, start_new_session=True)
    try:
        marks = _listen(process, clone)
        ready = time.monotonic()
        _ask(f"http://127.0.0.1:{environment['MINGXIN_PORT']}")
        train_time = marks.get("trained", 0.0) - marks.get("training", 0.0)
        return {"train": train_time, "start": ready - started - train_time, "answer": time.monotonic() - ready}
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=60)


def _listen(process: subprocess.Popen[str], clone: Path) -> dict[str, float]:
    """When each line of `make run` came, by its name in content/words/run.yml; returns at `ready`."""
    words = yaml.safe_load((clone / "content" / "words" / "run.yml").read_text(encoding="utf-8"))
    begins = {name: text.split("{")[0] for name, text in words.items()}
    marks: dict[str, float] = {}
    heard: list[str] = []
    assert process.stdout is not None
    for line in process.stdout:
        heard.append(line)
        marks.update({name: time.monotonic() for name, begin in begins.items() if begin and begin in line and name not in marks})
        if "ready" in marks:
            return marks
    raise RunFailed("".join(heard)[-2000:])


def _ask(base_url: str) -> None:
    """The first message of a first user must be answered."""
    body = {"sender": "first", "message": "hi"}
    answer = httpx.post(f"{base_url}/webhooks/rest/webhook", json=body, timeout=120, trust_env=False)
    if answer.status_code != 200 or not any(reply.get("text") for reply in answer.json()):
        raise RunFailed(f"no answer: HTTP {answer.status_code}")
