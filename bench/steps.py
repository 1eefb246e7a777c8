"""What single steps cost: a case loaded and saved, secret words compared, the command `facts`. Best or middle of a few."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.report import Row
from bot import clock
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.evidence.vault import Vault
from bot.filing.secrets import hash_words, make_words, matches
from bot.privacy.cipher import Cipher
from bot.settings import ROOT

STORY = "去年腊月到今年五月在贵阳花果园工地做木工，包工头王大强欠我一万二，人找不到了"


def rows() -> list[Row]:
    """The figures, each with its goal."""
    return [_row("a case loaded and saved", _draft_seconds(), 0.005), _row("secret words compared", _words_seconds(), 0.06),
            _row("`python -m bot facts`, start to end", _facts_seconds(), 2)]


def _row(what: str, seconds: float, goal: float) -> Row:
    def told(value: float) -> str:
        return f"{value:.1f} s" if value >= 0.5 else f"{value * 1000:.1f} ms"

    return Row(what, told(seconds), f"< {told(goal)}", seconds < goal)


def _took(step: Callable[[], object], times: int) -> list[float]:
    """Processor seconds of each time."""
    took = []
    for _ in range(times):
        began = time.process_time()
        step()
        took.append(time.process_time() - began)
    return took


def _draft_seconds() -> float:
    folder = Path(tempfile.mkdtemp(prefix="mingxin-bench-steps-"))
    cipher = Cipher([os.urandom(32)])
    store = Store(f"sqlite:///{folder / 'cases.db'}", cipher=cipher, vault=Vault(folder / "vault", cipher))
    facts = {"debtor_name": Fact("known", "宏达劳务公司"), "owed_amount": Fact("vague", None, 20000, 30000, "两三万")}

    def save() -> None:
        with store.session() as session:
            draft = drafts.load(session, "bench")
            drafts.save(session, "bench", facts=draft.facts if draft else facts, form="wage_claim", asked="owed_amount",
                        answered=["debtor_name"], stage="claim", now=clock.now())

    try:
        store.upgrade()
        save()
        return median(_took(save, 40))
    finally:
        store.close()
        shutil.rmtree(folder, ignore_errors=True)


def _words_seconds() -> float:
    kept, others = hash_words(make_words()), make_words()
    return median(_took(lambda: matches(kept, others), 9))


def _facts_seconds() -> float:
    took = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "bot", "facts", "--text", STORY], cwd=ROOT, check=True, capture_output=True)
        took.append(time.perf_counter() - began)
    return min(took)
