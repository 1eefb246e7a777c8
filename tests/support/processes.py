"""Processes of this machine, read from /proc: who descends from whom, who still lives."""
from __future__ import annotations

import os
import subprocess
import threading
import time
from pathlib import Path


def parents() -> dict[int, int]:
    """pid -> pid of the parent, for every process that is no zombie."""
    found: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            state, parent = (entry / "stat").read_text().rpartition(") ")[2].split()[:2]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if state != "Z":
            found[int(entry.name)] = int(parent)
    return found


def descendants(pid: int) -> set[int]:
    """All processes that `pid` started, and those that these started."""
    tree = parents()
    found: set[int] = set()
    while True:
        more = {child for child, parent in tree.items() if parent in found | {pid}} - found
        if not more:
            return found
        found |= more


def command(pid: int) -> str:
    """The command line of a process, or ""."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def living(pids: set[int], seconds: float = 10) -> set[int]:
    """Those of the processes that still live after at most `seconds`."""
    end = time.monotonic() + seconds
    while (left := pids & parents().keys()) and time.monotonic() < end:
        time.sleep(0.1)
    return left


class Speaking:
    """A command that prints lines, in a session of its own; `wait_for` waits until it has said something."""

    def __init__(self, arguments: list[str], folder: Path, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(arguments, cwd=folder, env=environment, text=True, start_new_session=True,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.lines: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line)

    @property
    def said(self) -> str:
        """All lines so far."""
        return "".join(self.lines)

    def wait_for(self, words: str, seconds: float) -> None:
        """Wait until `words` were printed; fails when the command ends or the time is up before."""
        end = time.monotonic() + seconds
        while words not in self.said:
            assert self.process.poll() is None, f"ended with {self.process.returncode}:\n{self.said}"
            assert time.monotonic() < end, f"not said in {seconds} s: {words}\n{self.said}"
            time.sleep(0.05)

    def end(self) -> None:
        """Kill it with all that it started, whatever state it is in (for the end of a failed test)."""
        for pid in [*descendants(self.process.pid), self.process.pid]:
            try:
                os.kill(pid, 9)
            except ProcessLookupError:
                continue
        self.process.wait()
