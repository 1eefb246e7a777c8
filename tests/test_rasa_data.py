"""Rasa's own checks of domain, data and config: no warning but that an utterance or intent is used by no rule.

tests/test_domain.py proves the use of these by an action, a form or a rule.
"""
from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.run.training import MODEL, rasa_environment
from bot.settings import ROOT

pytestmark = pytest.mark.servers
FILES = ["--domain", "domain.yml", "--data", "data", "--config", "config.yml"]
ALLOWED = re.compile(r"(The utterance '\w+'|The intent '\w+') is not used in any story or rule\.")
LIBRARIES = re.compile(r"site-packages/\S+: \w*DeprecationWarning:")  # of what Rasa imports, about their own code
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def rasa(*arguments: str) -> tuple[int, str]:
    """Exit code and output, with Rasa's warnings shown."""
    environment = {**rasa_environment(), "PYTHONWARNINGS": "default", "COLUMNS": "400", "LOG_LEVEL": "WARNING"}
    done = subprocess.run([sys.executable, "-m", "rasa", *arguments], cwd=ROOT, env=environment, text=True, timeout=300,
                          check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, COLOUR.sub("", done.stdout)


def warnings(output: str) -> list[str]:
    """Every warning and error in it that is about this project."""
    return [line for line in output.splitlines() if re.search(r"warning|error|conflict|fail", line, re.IGNORECASE)
            and "No story structure conflicts" not in line and not LIBRARIES.search(line)]


def test_validation_gives_no_warning_but_of_what_no_rule_uses() -> None:
    code, output = rasa("data", "validate", *FILES)
    assert code == 0, output[-3000:]
    found = warnings(output)
    assert [line for line in found if not ALLOWED.search(line)] == []
    assert any(ALLOWED.search(line) for line in found), "warnings are not shown: this test proves nothing"


def test_training_gives_no_other_warning_either(tmp_path: Path) -> None:
    code, output = rasa("train", "--force", "--fixed-model-name", "trial", "--out", str(tmp_path), *FILES)
    assert code == 0, output[-3000:]
    assert [line for line in warnings(output) if not ALLOWED.search(line)] == []
    assert (tmp_path / MODEL.replace("mingxin", "trial")).stat().st_size > 10_000
