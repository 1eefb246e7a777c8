"""How fast complaints are filed: from the confirmation to delivered at the local desk, each a transaction, by two processes."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.client import quantile
from bench.report import Row
from bot import clock
from bot.cases import drafts
from bot.cases.store import open_store
from bot.chinese.values import Fact
from bot.filing.service import file_complaint
from bot.settings import ROOT

FILINGS, PROCESSES, GOAL = 400, 2, 50
STATION = "红星街道法律援助站"
FACTS = {
    "debtor_name": Fact("known", "宏达劳务公司", words="宏达劳务公司"), "debtor_kind": Fact("known", "company", words="公司"),
    "worker_name": Fact("known", "王大强", words="王大强"), "owed_amount": Fact("known", 26800, words="两万六千八"),
    "people_count": Fact("known", 12, words="我们12个人"), "work_place": Fact("known", "红星路工地", words="红星路工地"),
}


@dataclass(frozen=True)
class Filed:
    """Seconds of each filing, and of all of them together; how many came out not delivered or under a number given before."""

    seconds: list[float]
    together: float
    wrong: int


def measure(filings: int = FILINGS) -> Filed:
    """File them in a new database; the processes begin at the same moment."""
    folder = Path(tempfile.mkdtemp(prefix="mingxin-bench-filing-"))
    environ = {**os.environ, "MINGXIN_VAR": str(folder), "MINGXIN_DATABASE_URL": f"sqlite:///{folder / 'mingxin.db'}",
               "MINGXIN_VAULT": str(folder / "vault"), "MINGXIN_KEY_FILE": str(folder / "secret.key"), "MINGXIN_KEY": "",
               "MINGXIN_STATION": STATION, "MINGXIN_GATEWAY": "desk"}
    try:
        subprocess.run([sys.executable, "-m", "bot.cases.migrate"], cwd=ROOT, env=environ, check=True, capture_output=True)
        started = [_start(which, filings // PROCESSES, environ) for which in range(PROCESSES)]
        for process in started:
            assert process.stdout is not None and process.stdout.readline().strip() == "ready"
        begun = time.perf_counter()
        for process in started:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        lines = [line.split() for process in started for line in process.communicate()[0].splitlines()]
        together = time.perf_counter() - begun
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    good = {receipt for _, receipt, state in lines if state == "delivered"}
    return Filed([float(seconds) for seconds, _, _ in lines], together, filings - len(good))


def rows(filed: Filed) -> list[Row]:
    """The rows of the table."""
    speed = len(filed.seconds) / filed.together
    p50, p95 = (quantile(filed.seconds, part) * 1000 for part in (0.5, 0.95))
    return [
        Row(f"filing {len(filed.seconds)} complaints at the local desk, confirmed to delivered",
            f"{speed:.0f} a second, p50 {p50:.0f} ms, p95 {p95:.0f} ms", f">= {GOAL} a second", speed >= GOAL),
        Row("filings not delivered, receipts given twice", str(filed.wrong), "0", filed.wrong == 0),
    ]


def _start(which: int, count: int, environ: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-m", "bench.filing", str(which), str(count)], cwd=ROOT, env=environ, text=True,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def main() -> None:
    """One process: cases previewed, then, told to go, filed one after the other."""
    which, count = sys.argv[1], int(sys.argv[2])
    store, told = open_store(), []
    senders = [f"bench-{which}-{number}" for number in range(count)]
    for sender in senders:
        for _ in range(2):  # a change is previewed again
            with store.session() as session:
                drafts.save(session, sender, facts=FACTS, form="wage_claim", asked=None, answered=[], stage="previewed",
                            now=clock.now())
    print("ready", flush=True)
    sys.stdin.readline()
    for sender in senders:
        begun = time.perf_counter()
        with store.session() as session:
            filed = file_complaint(session, sender, clock.now(), STATION)
        told.append(f"{time.perf_counter() - begun:.6f} {filed.receipt} {filed.state}")
    print("\n".join(told))


if __name__ == "__main__":
    main()
