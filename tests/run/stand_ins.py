"""A copy of the project's set-up with stand-ins for uv, python3 and apt-get, so that nothing is downloaded or installed."""
from __future__ import annotations

import os
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from bot.settings import ROOT

TOOLS = ("bash", "cat", "cut", "dirname", "env", "id", "rm", "sed", "sha256sum", "mkdir", "cp", "chmod", "ln", "readlink")

# what a real uv would be asked, noted in $LOG; $FAIL names the call that fails
UV = """#!/usr/bin/env bash
echo "uv $*" >> "$LOG"
case "$*" in *"${FAIL:-no call}"*) echo "error: no connection" >&2; exit 2;; esac
if [ "$1" = venv ]; then
  mkdir -p .venv/bin; cp "$STAND_INS/python310" .venv/bin/python; chmod +x .venv/bin/python
elif [ "$1 $2" = "pip sync" ]; then
  echo "Downloading tensorflow-cpu (183.4MiB)" >&2; echo " + rasa==3.6.21" >&2
fi
exit 0
"""
PYTHON_310 = """#!/usr/bin/env bash
exit 0
"""
OTHER_PYTHON = """#!/usr/bin/env bash
echo "python3 $*" >> "$LOG"
case "$*" in *"${FAIL:-no call}"*) exit 1;; esac
if [ "$1 $2" = "-m venv" ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi
if [ "$1 $2 $3" = "-m pip install" ]; then cp "$STAND_INS/uv" "${0%/*}/uv"; chmod +x "${0%/*}/uv"; fi
[ "$1" != -c ]
"""
BROKEN_SHIM = """#!/usr/bin/env bash
echo "pyenv: uv: command not found" >&2
exit 127
"""
APT = """#!/usr/bin/env bash
echo "apt-get $*" >> "$LOG"
case "$*" in *"${FAIL:-no call}"*) echo "E: no connection" >&2; exit 100;; esac
exit 0
"""


@dataclass
class Bench:
    """A folder with the scripts, a PATH that holds only what a test put there, and a log of the calls."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)

    @classmethod
    def make(cls, folder: Path) -> Bench:
        """The scripts and the lock, the system's tools, and a home without anything."""
        made = cls(folder)
        for name in ("scripts/bootstrap", "scripts/system-packages", "requirements.lock", ".ci/run"):
            (made.project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, made.project / name)
        for path in (made.bin, made.home, folder / "stand-ins"):
            path.mkdir()
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found, tool
            (made.bin / tool).symlink_to(found)
        made.put(folder / "stand-ins" / "uv", UV)
        made.put(folder / "stand-ins" / "python310", PYTHON_310)
        return made

    @property
    def project(self) -> Path:
        """The copy of the project."""
        return self.folder / "project"

    @property
    def bin(self) -> Path:
        """The only folder of the PATH."""
        return self.folder / "bin"

    @property
    def home(self) -> Path:
        """The user's home."""
        return self.folder / "home"

    def put(self, path: Path, script: str) -> None:
        """A stand-in at `path`."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script)
        path.chmod(0o755)

    def run(self, script: str, **variables: str) -> tuple[int, str, float]:
        """Exit code, all that was printed, and seconds."""
        environment = {"PATH": str(self.bin), "HOME": str(self.home), "LOG": str(self.folder / "calls"), "LANG": "C.UTF-8",
                       "STAND_INS": str(self.folder / "stand-ins"), **self.variables, **variables}
        started = time.monotonic()
        done = subprocess.run([str(self.project / script)], env=environment, cwd=os.sep, text=True, timeout=60,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return done.returncode, done.stdout, time.monotonic() - started

    def calls(self) -> list[str]:
        """The calls of the stand-ins so far."""
        log = self.folder / "calls"
        return log.read_text().splitlines() if log.exists() else []
