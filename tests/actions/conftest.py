"""The case store of the actions is one of the test's own, and the clock stands still."""
from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from actions import common
from bot import clock
from bot.cases.store import Store
from tests.support.stores import NOW, open_at


class Hands:
    """The hands of the clock."""

    def __init__(self) -> None:
        self.now: datetime = NOW


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    """A clock that stands still until a test moves it."""
    moved = Hands()
    monkeypatch.setattr(clock, "now", lambda: moved.now)
    return moved


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with its tables, made once."""
    path = tmp_path_factory.mktemp("empty") / "cases.db"
    made = open_at(f"sqlite:///{path}", path.parent)
    made.upgrade()
    made.close()
    return path


@pytest.fixture(autouse=True)
def store(empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hands: Hands) -> Iterator[Store]:
    """A store that the actions use."""
    for file in empty.parent.glob("cases.db*"):
        shutil.copy(file, tmp_path / file.name)
    made = open_at(f"sqlite:///{tmp_path / 'cases.db'}", tmp_path)
    monkeypatch.setattr(common, "open_store", lambda: made)
    yield made
    made.close()
