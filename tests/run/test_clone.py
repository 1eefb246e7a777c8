"""What is in git: nothing generated, and a fresh clone of it works."""
from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.run.ports import free_port, is_taken
from bot.settings import ROOT
from tests.run.test_live import READY, greeting
from tests.support.processes import Speaking, descendants, living

MOST = 12_000_000
GENERATED = re.compile(r"(^|/)(models|var|results|\.venv|\.tools|\.rasa|__pycache__|node_modules|\.[a-z]+_cache|\.hypothesis)/"
                       r"|\.(tar\.gz|pyc|pyo|db|sqlite3?|db-wal|db-shm|log|pickle|pkl|joblib|h5|onnx|whl|key|pem)$")
BINARY: dict[str, str | tuple[str, ...]] = {
    ".ttf": ("content/fonts/", "tests/photos/fonts/"), ".docx": "content/documents/", ".png": "docs/", ".jpg": "", ".jpeg": "",
    ".heic": "tests/support/samples/"}
pytestmark = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a clone: nothing to look at")


def git(*arguments: str, folder: Path = ROOT) -> str:
    """What git prints."""
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True, timeout=60).stdout


def kept() -> list[str]:
    """Every file in git that also stands in the working tree."""
    return [name for name in git("ls-files", "-z").split("\0") if name and (ROOT / name).is_file()]


def test_nothing_generated_is_in_git() -> None:
    assert [name for name in kept() if GENERATED.search(name)] == []


def test_no_file_in_git_is_over_twelve_megabytes() -> None:
    assert [(name, size) for name in kept() if (size := (ROOT / name).stat().st_size) > MOST] == []


def test_only_fonts_templates_and_pictures_are_no_text() -> None:
    odd = []
    for name in kept():
        path = Path(name)
        if b"\0" in (ROOT / name).read_bytes()[:8000] and not (path.suffix in BINARY and name.startswith(BINARY[path.suffix])):
            odd.append(name)
    assert odd == []


@pytest.mark.parametrize("name", [".venv/x", ".tools/x", "var/mingxin.db", "models/mingxin.tar.gz", ".rasa/cache/x", "results/x",
                                  "bot/__pycache__/x.pyc", ".hypothesis/x", ".mypy_cache/x"])
def test_what_is_made_at_run_time_is_ignored_by_git(name: str) -> None:
    assert subprocess.run(["git", "check-ignore", "-q", name], cwd=ROOT, check=False).returncode == 0


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of HEAD with this environment in place of one installed anew."""
    folder = tmp_path_factory.mktemp("fresh") / "mingxin"
    git("clone", "--quiet", str(ROOT), str(folder))
    venv = folder / ".venv"
    venv.mkdir()
    for part in (ROOT / ".venv").iterdir():
        if part.name != "mingxin.lock":
            (venv / part.name).symlink_to(part)
    wanted = (folder / "requirements.lock").read_bytes() + (folder / "scripts/bootstrap").read_bytes()
    (venv / "mingxin.lock").write_text(hashlib.sha256(wanted).hexdigest() + "\n")
    return folder


@pytest.fixture(scope="module")
def environment() -> dict[str, str]:
    """A new user's environment: no setting of ours."""
    return {name: value for name, value in os.environ.items()
            if not name.startswith(("MINGXIN_", "PYTEST_", "MAKE")) and name not in ("PYTHONPATH", "VIRTUAL_ENV", "MFLAGS")}


def test_in_a_fresh_clone_the_content_and_the_commands_work(clone: Path, environment: dict[str, str]) -> None:
    for arguments in (["make", "help"], ["make", "setup"], [".venv/bin/python", "-m", "bot.content"],
                      [".venv/bin/python", "-m", "bot", "facts", "--text", "包工头欠我一万二"]):
        done = subprocess.run(arguments, cwd=clone, env=environment, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
    assert git("status", "--porcelain", folder=clone) == ""


@pytest.fixture
def running(clone: Path, environment: dict[str, str]) -> Iterator[Speaking]:
    ports = {"MINGXIN_PORT": str(free_port()), "MINGXIN_ACTION_PORT": str(free_port())}
    run = Speaking(["make", "run"], clone, {**environment, **ports})
    run.port = int(ports["MINGXIN_PORT"])  # type: ignore[attr-defined]
    yield run
    run.end()


@pytest.mark.servers
def test_make_run_in_a_fresh_clone_trains_answers_and_ends_with_ctrl_c(running: Speaking, clone: Path) -> None:
    running.wait_for(READY, 420)
    assert "训练好了" in running.said
    port: int = running.port  # type: ignore[attr-defined]
    assert "明薪" in greeting(port)
    family = descendants(running.process.pid)
    os.killpg(running.process.pid, signal.SIGINT)  # a terminal sends it to make and to all that it runs
    running.process.wait(timeout=60)
    assert living(family) == set() and not is_taken("127.0.0.1", port)
    assert git("status", "--porcelain", folder=clone) == "", "something generated is not ignored"
