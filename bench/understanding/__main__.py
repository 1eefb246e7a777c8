"""`make evaluate`: how strangers' sentences are read. Nothing in tests/nlu/held_out is ever trained on.

Without options the served reader alone (a minute); `--compare` trains every configuration and the learning curve too
(forty minutes, most of them the character network and DIET), `--write` puts the tables into docs/understanding.md.
"""
from __future__ import annotations

import argparse
import json
import subprocess
import sys
from typing import Any

from bench.understanding import configurations, report, rows
from bot.settings import ROOT

PAGE = ROOT / "docs/understanding.md"
MARK = "<!-- measured: `make evaluate` -->"
SHARES = (0.125, 0.25, 0.5, 1.0)
SERVED = "mingxin"


def measured(name: str, share: float = 1.0) -> dict[str, Any]:
    """One configuration in a process of its own. Ends the command with what went wrong when it fails."""
    print(f"{name}, {share:.0%} of the sentences …", file=sys.stderr, flush=True)
    call = [sys.executable, "-m", "bench.understanding.measure", name, "--share", str(share)]
    done = subprocess.run(call, check=False, capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        sys.exit(f"{name} was not measured: {done.stderr[-2000:]}")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    told = rows.read()
    asked = [row for row in told if row.need]
    served = measured(SERVED)
    parts = ["## The served reader", report.by_set(asked, served["rankings"])]
    parts += ["## Danger", report.dangers(rows.judged(told), served["dangers"])]
    if options.compare:
        all_of_them = {SERVED: served, **{name: measured(name) for name in configurations.all_of_them() if name != SERVED}}
        curve = {share: served if share == 1.0 else measured(SERVED, share) for share in SHARES}
        parts += ["## Compared", report.compared(asked, all_of_them), "## Learning curve", report.learning(asked, curve)]
    rankings = served["rankings"]
    parts += ["## Calibration", report.calibrated(asked, rankings), "## Mixed up", report.confused(asked, rankings)]
    parts += ["## The twenty surest mistakes", report.worst(asked, rankings)]
    text = "\n\n".join(parts) + "\n"
    print(text)
    if options.write:
        PAGE.write_text(f"{PAGE.read_text(encoding='utf-8').split(MARK)[0]}{MARK}\n\n{text}", encoding="utf-8")


if __name__ == "__main__":
    main()
