"""The figures as one table: what, goal, measured, whether the goal is met; and the machine that they hold for."""
from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.client import Figures, quantile
from bench.first_run import FirstRun
from bench.long_talk import LongTalk
from bench.memory import Memory

PAGE = Path("docs/performance.md")
BEGIN, END = "<!-- bench: written by `make bench` -->", "<!-- end of bench -->"


@dataclass(frozen=True)
class Row:
    """One line of the table. `met` is None for a figure without a goal."""

    what: str
    measured: str
    goal: str = ""
    met: bool | None = None


def load_rows(name: str, users: int, figures: Figures) -> list[Row]:
    """Rows of one number of users; faults are a row of their own, goal zero."""
    p50, p95 = (quantile(figures.turns, part) * 1000 for part in (0.5, 0.95))
    who = f"{name}, {users} user{'s' if users > 1 else ''} at once"
    goal, met = _load_goal(name, users, figures, p95)
    faults = len(figures.errors) + len(figures.silent)
    return [
        Row(who, f"{figures.per_second:.0f} turns/s, p50 {p50:.0f} ms, p95 {p95:.0f} ms,"
                 f" worst {max(figures.turns, default=0) * 1000:.0f} ms ({len(figures.turns)} turns, {figures.talks} talks)",
            goal, met),
        Row(f"{who}: processor time of a turn", _cpu(figures)),
        Row(f"{who}: errors, empty replies", f"{len(figures.errors)}, {len(figures.silent)}", "0, 0", faults == 0),
    ]


def _cpu(figures: Figures) -> str:
    """Processor milliseconds of a turn in each server: hardly moved by what else the machine does."""
    turns = max(1, len(figures.turns))
    return ", ".join(f"{server} {seconds / turns * 1000:.0f} ms" for server, seconds in figures.cpu.items())


def _load_goal(name: str, users: int, figures: Figures, p95: float) -> tuple[str, bool | None]:
    if name != OURS:
        return "", None
    if users == 1:
        return "p95 < 80 ms", p95 < 80
    if users == 8:
        return ">= 45 turns/s", figures.per_second >= 45
    return ("p95 < 1500 ms", p95 < 1500) if users == 32 else ("", None)


def paper_row(figures: Figures) -> Row:
    """What opening a link to a paper costs: it is made then, outside any turn."""
    p50, p95 = (quantile(figures.papers, part) * 1000 for part in (0.5, 0.95))
    return Row("a paper (.docx) made when its link is opened", f"p50 {p50:.0f} ms, p95 {p95:.0f} ms")


def long_rows(long: LongTalk) -> list[Row]:
    """Rows of the long conversation."""
    errors, silent = len(long.figures.errors), len(long.figures.silent)
    return [
        Row("a long conversation: around the 300th turn against the 10th",
            f"{long.late:.0f} ms against {long.early:.0f} ms: {long.ratio:.2f} times (medians {long.late_median:.0f} and"
            f" {long.early_median:.0f} ms; mean of each fifty turns {', '.join(f'{value:.0f}' for value in long.by_fifty)} ms)",
            "<= 1.3 times", long.ratio <= 1.3),
        Row("a long conversation: errors, empty replies", f"{errors}, {silent}", "0, 0", errors + silent == 0),
    ]


def memory_rows(name: str, memory: Memory) -> list[Row]:
    """The memory after the load."""
    ours = name == OURS
    return [Row(f"{name}, memory of all {memory.processes} processes after the load",
                f"{memory.rss:.0f} MB (shared pages once: {memory.pss:.0f} MB; highest: {memory.peak:.0f} MB)",
                "< 1600 MB" if ours else "", memory.rss < 1600 if ours else None)]


def first_rows(first: FirstRun) -> list[Row]:
    """The first `make run`, in its parts, and a later one."""
    rate = first.downloaded_mb / first.download if first.download > 0 else 0
    return [
        Row("first run: download", f"{first.download:.0f} s ({first.downloaded_mb:.0f} MB at {rate:.0f} MB/s)"),
        Row("first run: install", f"{first.install:.0f} s"),
        Row("first run: train", f"{first.train:.0f} s", "< 60 s", first.train < 60),
        Row("first run: start", f"{first.start:.0f} s"),
        Row("first run: first answer", f"{first.first_answer:.1f} s"),
        Row("first run: all", f"{first.total:.0f} s (with a cache at 20 MB/s: {first.total_at_cache_rate:.0f} s)", "< 300 s",
            first.total_at_cache_rate < 300),
        Row("later run: to the first answer", f"{first.later_start:.0f} s", "< 40 s", first.later_start < 40),
    ]


def machine() -> str:
    """Processor, cores, memory, system, Python and how busy the machine was before the bench."""
    cpu = _line("/proc/cpuinfo", "model name") or platform.machine()
    total = int(_line("/proc/meminfo", "MemTotal").split()[0])
    load = os.getloadavg()[0]
    return (f"{cpu}, {len(os.sched_getaffinity(0))} cores, {total / 2**20:.0f} GB, {platform.system()} {platform.release()},"
            f" Python {platform.python_version()}; load average {load:.1f} when the bench began")


def _line(path: str, name: str) -> str:
    """The value of the first line `name : value` of a file; "" when there is none."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(name)), "")


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    marks = {True: "yes", False: "**no**", None: ""}
    lines = [f"| {row.what} | {row.measured} | {row.goal} | {marks[row.met]} |" for row in rows]
    return "\n".join(["| what | measured | goal | met |", "|---|---|---|---|", *lines])


def write_page(path: Path, text: str) -> None:
    """Put the text between the two marks of the page; what people wrote around them stays."""
    block = f"{BEGIN}\n{text}\n{END}"
    empty = f"# Performance\n\nHow to read it: bench/README.md.\n\n{BEGIN}\n{END}\n"
    old = path.read_text(encoding="utf-8") if path.exists() else empty
    if BEGIN in old and END in old:
        head, tail = old.split(BEGIN, 1)[0], old.split(END, 1)[1]
        path.write_text(f"{head}{block}{tail}", encoding="utf-8")
    else:
        path.write_text(f"{old.rstrip()}\n\n{block}\n", encoding="utf-8")


OURS = "Mingxin"
PEER = "plain Rasa (jieba, DIET, TED)"
