"""SIGKILL at any step of an upload: the whole original with its row, or nothing; and no answer for a file that is lost.

The process is `tests/support/stopping.py`, the storing code without Rasa. MINGXIN_FAULTS=full kills it at each of its steps,
otherwise at twenty of them, evenly spread.
"""
from __future__ import annotations

import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.cases import evidence
from bot.cases.store import Store
from bot.cases.sweep import sweep
from bot.cases.verify import verify
from bot.clock import CHINA
from bot.settings import ROOT
from tests.support.breaking import FULL
from tests.support.stopping import PHOTO, SENDER
from tests.support.stores import open_at

pytestmark = pytest.mark.faults
KILLS = 20
STEPS = 38  # of an upload of three pieces; the first test counts them
CHOSEN = list(range(1, STEPS + 1)) if FULL else [1 + step * (STEPS - 1) // (KILLS - 1) for step in range(KILLS)]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store on a file, as the process finds it."""
    made = open_at(f"sqlite:///{tmp_path / 'cases.db'}", tmp_path)
    made.upgrade()
    made.close()
    return made


def run(folder: Path, step: int) -> subprocess.CompletedProcess[str]:
    """The process, killed at a step (0: not at all)."""
    command = [sys.executable, "-m", "tests.support.stopping", str(folder), str(step)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def swept(store: Store) -> tuple[list[evidence.EvidenceItem], list[Path]]:
    """Rows and files two hours later, when the house was kept."""
    with store.session() as session:
        sweep(session, datetime.now(CHINA) + timedelta(hours=2))
    with store.session(read_only=True) as session:
        rows = evidence.list_all(session, SENDER)
    return rows, [path for path in store.vault.root.rglob("*") if path.is_file()]


def test_an_upload_has_at_least_twenty_steps_and_the_disk_has_the_file_before_the_row_and_the_row_before_the_answer(
    store: Store, tmp_path: Path
) -> None:
    done = run(tmp_path, 0)
    assert done.returncode == 0, done.stderr
    _, count, *names = done.stdout.splitlines()
    assert int(count) == STEPS >= KILLS and len(set(CHOSEN)) >= KILLS
    renamed, committed = names.index("before replace"), names.index("before commit")
    assert names[renamed - 1] == "after fsync"
    assert "after fsync" in names[renamed:committed]
    assert names.index("after commit") < names.index("before the answer")
    assert not {"before write", "before replace", "before pwrite"} & set(names[committed:])


@pytest.mark.parametrize("step", CHOSEN)
def test_killed_at_this_step_it_leaves_the_whole_original_with_its_row_or_nothing(
    store: Store, tmp_path: Path, step: int
) -> None:
    done = run(tmp_path, step)
    assert done.returncode == -signal.SIGKILL, done.stderr
    rows, files = swept(store)
    assert len(rows) == len(files) <= 1
    assert verify(store, datetime.now(CHINA)).faults == []
    if done.stdout.strip():
        assert [row.id for row in rows] == done.stdout.split()
    for row in rows:
        with store.session(read_only=True) as session:
            assert evidence.read(session, row.id) == PHOTO
    again = run(tmp_path, 0)
    assert again.returncode == 0, again.stderr
    kept, files = swept(store)
    assert [row.id for row in kept] == again.stdout.split()[:1] and len(files) == 1
