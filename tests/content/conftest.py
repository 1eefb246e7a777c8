"""A small sound copy of content/, in which each test breaks one thing."""
from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.content import load
from bot.content.loading import DEFAULT_ROOT

Change = Callable[[str, str, str], int]
SAMPLE = Path(__file__).with_name("sample.yml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The law store, the cautions, the headings, and the answers; that for `steps` is the sample beside this file."""
    root = tmp_path / "content"
    for name in ("law", "answers"):
        shutil.copytree(DEFAULT_ROOT / name, root / name)
    shutil.copy(SAMPLE, root / "answers" / "steps.yml")
    (root / "words").mkdir()
    for name in ("cautions.yml", "answers.yml"):
        shutil.copy(DEFAULT_ROOT / "words" / name, root / "words")
    shutil.copy(DEFAULT_ROOT / "statutes.yml", root)
    return root


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Four law files, the register and the words that the check needs: quick to read, for the faults of one file."""
    root = tmp_path / "content"
    (root / "law").mkdir(parents=True)
    (root / "words").mkdir()
    for name in ("law/arbitration.yml", "law/inspection.yml", "law/labour_contract_act_1.yml", "law/disagreements.yml",
                 "words/cautions.yml", "words/answers.yml", "statutes.yml"):
        shutil.copy(DEFAULT_ROOT / name, root / name)
    return root


@pytest.fixture
def change(folder: Path) -> Change:
    """Replaces words once in a file of the copy; gives back the line of the new words."""

    return partial(_replaced, folder)


@pytest.fixture
def mend(small: Path) -> Change:
    """The same in the small copy."""
    return partial(_replaced, small)


def _replaced(folder: Path, name: str, old: str, new: str) -> int:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.fixture(scope="session")
def laws() -> dict[str, dict[str, Any]]:
    """The facts as the checks of one file want them."""
    return {law.id: asdict(law) for law in load().laws.values()}
