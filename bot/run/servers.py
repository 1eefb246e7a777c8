"""The processes of the bot: action server, job process, then Rasa. Started in this order, stopped by their own process ids."""
from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from bot.jobs.alone import LOCK
from bot.run.ports import reachable, wait_for
from bot.run.training import MODEL, rasa_environment
from bot.settings import ROOT

LARGEST_LOG = 10 * 1024 * 1024


class NotStarted(RuntimeError):
    """A server did not come up; the argument is the log to read."""


@dataclass
class Servers:
    """The servers of one installation. `environment` holds MINGXIN_… settings that differ from the process's own."""

    port: int
    action_port: int
    logs: Path
    models: Path
    host: str = "127.0.0.1"
    environment: dict[str, str] = field(default_factory=dict)
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def url(self) -> str:
        """Where this machine reaches the bot."""
        return f"http://{reachable(self.host)}:{self.port}"

    def environ(self) -> dict[str, str]:
        """What all of them get."""
        return {**rasa_environment(), "MINGXIN_HOST": self.host, **self.environment, "MINGXIN_PORT": str(self.port),
                "MINGXIN_ACTION_PORT": str(self.action_port), "MINGXIN_ACTION_TOKEN": self.token}

    def start_actions(self, seconds: float = 60) -> None:
        """Start the action server and wait until it answers."""
        self._spawn("actions", [sys.executable, "-m", "actions"])
        self._wait("actions", f"http://127.0.0.1:{self.action_port}/health", seconds)

    def start_jobs(self, seconds: float = 60) -> None:
        """Start the job process and wait until it has its lock."""
        self._spawn("jobs", [sys.executable, "-m", "bot.jobs"])
        process, end = self.processes["jobs"], time.monotonic() + seconds
        while not _holds(self.logs.parent / LOCK, process.pid):
            if process.poll() is not None or time.monotonic() > end:
                self.stop()
                raise NotStarted(str(self.logs / "jobs.log"))
            time.sleep(0.1)

    def start_rasa(self, seconds: float = 180) -> None:
        """Start Rasa and wait until it answers."""
        self._spawn("rasa", [sys.executable, "-m", "rasa", "run", "--interface", self.host, "--port", str(self.port),
                             "--model", str(self.models / MODEL), "--credentials", "credentials.yml",
                             "--endpoints", "endpoints.yml"])
        self._wait("rasa", f"{self.url}/webhooks/rest/", seconds)

    def start(self) -> None:
        """All, in order: the port that people use opens last."""
        for name in ("actions", "jobs", "rasa"):
            self.start_one(name)

    def start_one(self, name: str) -> None:
        """Start "actions", "jobs" or "rasa"; KeyError for another name, NotStarted when it does not answer."""
        {"actions": self.start_actions, "jobs": self.start_jobs, "rasa": self.start_rasa}[name]()

    def ended(self) -> list[str]:
        """The servers that were started and have ended by themselves."""
        return [name for name, process in self.processes.items() if process.poll() is not None]

    def _spawn(self, name: str, command: list[str]) -> None:
        with _open_log(self.logs / f"{name}.log") as log:
            self.processes[name] = subprocess.Popen(command, cwd=ROOT, env=self.environ(), stdout=log,
                                                    stderr=subprocess.STDOUT, start_new_session=True)

    def _wait(self, name: str, url: str, seconds: float) -> None:
        if not wait_for(url, seconds, self.processes[name]):
            self.stop()
            raise NotStarted(str(self.logs / f"{name}.log"))

    def stop(self, *names: str, kill: bool = False) -> None:
        """Stop the named servers (all without names); `kill` is SIGKILL at once."""
        for name in names or ("rasa", "jobs", "actions"):
            process = self.processes.pop(name, None)
            if process is not None:
                _end(process, kill)

    def memory_mb(self) -> float:
        """Resident memory of the servers together, in MB."""
        total = 0
        for process in self.processes.values():
            for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
                if line.startswith("VmRSS:"):
                    total += int(line.split()[1])
        return total / 1024


def _holds(lock: Path, process: int) -> bool:
    """Whether the job process of this number wrote itself into its lock."""
    return lock.exists() and lock.read_text(encoding="utf-8").strip() == str(process)


def _end(process: subprocess.Popen[bytes], kill: bool) -> None:
    if process.poll() is not None:
        return
    os.killpg(process.pid, signal.SIGKILL if kill else signal.SIGTERM)
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=15)


def _open_log(path: Path) -> BinaryIO:
    """The log of a server, for the operator alone; a large one is put aside at the start."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LARGEST_LOG:
        path.replace(path.with_suffix(".log.1"))
    path.touch(mode=0o600)
    return path.open("ab")
