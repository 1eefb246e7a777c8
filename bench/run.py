"""`make bench`: all figures of docs/performance.md in one table. `--help` tells what can be left out."""
from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from bench import report
from bench.first_run import run_first, time_training
from bench.load import USERS, run_measured, slowest, warm_up
from bench.long_talk import run_long_talk
from bench.memory import measure
from bench.report import Row
from bot.settings import ROOT

NOON = "2026-11-22T12:00:00"  # the talk's "this May" lies behind; a clock that stands costs no more than a real one
PARTS = ("first", "training", "steps", "photos", "papers", "vault", "filing", "load", "beside", "long", "memory")


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, write. 1 when a turn failed or was silent; a goal that is missed is marked and is no failure."""
    options = _options(arguments)
    where = report.machine()
    parts = set(options.only or PARTS) - set(options.skip)
    rows = [*_first(parts), *_steps(parts), *_photos(parts), *_papers(parts), *_vault(parts), *_filing(parts),
            *_live(parts, options.users, options.slowest)]
    if options.peer:
        rows += _peer(options.users)
    text = f"Measured on {date.today().isoformat()} on {where}.\n\n{report.table(rows)}"
    print(text)
    if options.write:
        report.write_page(ROOT / report.PAGE, text)
    return 1 if any(row.met is False and row.goal == "0, 0" for row in rows) else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, help="measure nothing else")
    parser.add_argument("--skip", nargs="+", choices=PARTS, default=[], help="leave out (first: it downloads about 600 MB)")
    parser.add_argument("--users", nargs="+", type=int, default=list(USERS), help="how many users at once")
    parser.add_argument("--peer", action="store_true", help="also train and measure the plain Rasa project of bench/peer")
    parser.add_argument("--slowest", action="store_true", help="name the slowest messages of one user")
    parser.add_argument("--write", action="store_true", help=f"write the table into {report.PAGE}")
    return parser.parse_args(arguments)


def _first(parts: set[str]) -> list[Row]:
    if "first" in parts:
        _say("a first run in a fresh clone (minutes)")
        return report.first_rows(run_first())
    if "training" in parts:
        _say("training")
        seconds = time_training()
        return [Row("training", f"{seconds:.0f} s", "< 60 s", seconds < 60)]
    return []


def _steps(parts: set[str]) -> list[Row]:
    """Single steps, without servers."""
    if "steps" not in parts:
        return []
    from bench import steps

    _say("single steps")
    return steps.rows()


def _photos(parts: set[str]) -> list[Row]:
    """The picture set, read in a process of its own."""
    if "photos" not in parts:
        return []
    from bench.photos import run_photos
    from tests.photos.pictures import read_pictures

    _say("photos of papers")
    return run_photos(read_pictures())[1]


def _papers(parts: set[str]) -> list[Row]:
    """Each paper of the catalogue, written in this process."""
    if "papers" not in parts:
        return []
    from bench import papers

    _say("papers")
    return papers.rows()


def _vault(parts: set[str]) -> list[Row]:
    """The vault: 2 GB are written beside the other temporary files, and deleted."""
    if "vault" not in parts:
        return []
    from bench import vault

    _say(f"the vault: {vault.PHOTOS} photos")
    return vault.rows(vault.measure())


def _filing(parts: set[str]) -> list[Row]:
    """Filings at the local desk, by two processes."""
    if "filing" not in parts:
        return []
    from bench import filing

    _say(f"{filing.FILINGS} filings")
    return filing.rows(filing.measure())


def _live(parts: set[str], users: list[int], name_slowest: bool) -> list[Row]:
    """What needs the servers: started once, in a folder of their own."""
    if not parts & {"load", "beside", "long", "memory"}:
        return []
    rows: list[Row] = []
    with _bot() as (url, servers):
        warm_up(url)
        for count in users if parts & {"load", "memory"} else []:
            _say(f"{count} at once")
            figures = run_measured(url, count, servers)
            rows += report.load_rows(report.OURS, count, figures)
            _tell([*figures.errors, *(f"silence after {text!r}" for text in figures.silent)])
            if name_slowest and count == 1:
                _tell([f"{seconds * 1000:6.0f} ms  {text} ({times})" for text, seconds, times in slowest(figures)], 20)
            if count == 1 and figures.papers:
                rows.append(report.paper_row(figures))
        if "memory" in parts:
            rows += report.memory_rows(report.OURS, measure(servers.values()))
        if "beside" in parts:
            rows += _beside(url)
        if "long" in parts:
            _say("a long conversation")
            long = run_long_talk(url)
            rows += report.long_rows(long)
            _tell(long.figures.errors)
    return rows


def _beside(url: str) -> list[Row]:
    from bench import beside

    _say("photos beside a talk")
    found = beside.run_beside(url)
    _tell([*found.others.errors, *found.photos.errors])
    return beside.rows(found)


@contextmanager
def _bot() -> Iterator[tuple[str, dict[str, int]]]:
    """The real servers on free ports, with databases of their own, as the tests start them: address and process ids."""
    from tests.support.live import Live

    folder = Path(tempfile.mkdtemp(prefix="mingxin-bench-"))
    live = Live(folder, MINGXIN_TODAY=NOON)
    try:
        started = time.monotonic()
        live.start()
        _say(f"servers started in {time.monotonic() - started:.0f} s")
        yield f"http://127.0.0.1:{live.servers.port}", {name: process.pid for name, process in live.servers.processes.items()}
    finally:
        live.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _peer(users: list[int]) -> list[Row]:
    from bench.peer.run import run_peer

    _say("the peer: training (many minutes)")
    peer = run_peer(tuple(users))
    rows = [Row(f"{report.PEER}, training", f"{peer.training:.0f} s"), Row(f"{report.PEER}, start", f"{peer.start:.0f} s")]
    for count, figures in peer.load.items():
        rows += report.load_rows(report.PEER, count, figures)
        _tell(figures.errors)
    return [*rows, *report.memory_rows(report.PEER, peer.memory)]


def _say(text: str) -> None:
    print(f"bench · {text}", file=sys.stderr, flush=True)


def _tell(lines: list[str], most: int = 10) -> None:
    for line in lines[:most]:
        _say(f"   {line}")


if __name__ == "__main__":
    sys.exit(main())
