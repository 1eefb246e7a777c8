"""Memory and processor time of all processes of the bot, read from /proc: the servers and what they have started."""
from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True)
class Memory:
    """MB. `rss` counts pages that two processes share twice; `pss` counts each once; `peak` is the sum of the highest RSS."""

    processes: int
    rss: float
    pss: float
    peak: float


def measure(roots: Iterable[int]) -> Memory:
    """The memory of these processes and all their descendants now; those that have ended count nothing."""
    pids = family(roots)
    status = [_fields(PROC / str(pid) / "status") for pid in pids]
    rollups = [_fields(PROC / str(pid) / "smaps_rollup") for pid in pids]
    return Memory(
        processes=len([fields for fields in status if "VmRSS" in fields]),
        rss=sum(fields.get("VmRSS", 0) for fields in status) / 1024,
        pss=sum(fields.get("Pss", 0) for fields in rollups) / 1024,
        peak=sum(fields.get("VmHWM", 0) for fields in status) / 1024)


def cpu_seconds(roots: Iterable[int]) -> float:
    """Processor seconds that these processes and their living descendants have used; what waits costs nothing here."""
    ticks = 0
    for pid in family(roots):
        fields = _stat(PROC / str(pid))
        ticks += int(fields[11]) + int(fields[12]) if fields else 0
    return ticks / os.sysconf("SC_CLK_TCK")


def family(roots: Iterable[int]) -> set[int]:
    """The processes and all their descendants."""
    children: dict[int, list[int]] = {}
    for folder in PROC.iterdir():
        if folder.name.isdigit() and (fields := _stat(folder)):
            children.setdefault(int(fields[1]), []).append(int(folder.name))
    found: set[int] = set()
    waiting = list(roots)
    while waiting:
        pid = waiting.pop()
        if pid not in found:
            found.add(pid)
            waiting += children.get(pid, [])
    return found


def _stat(folder: Path) -> list[str]:
    """The fields of /proc/<pid>/stat after the name: state, parent, …; none when the process has ended."""
    try:
        return (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def _fields(path: Path) -> dict[str, int]:
    """The lines `Name: 123 kB` of a file of /proc; none when the process has ended."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    pairs = (line.split(":", 1) for line in lines if line.rstrip().endswith("kB"))
    return {name: int(rest.split()[0]) for name, rest in pairs}
