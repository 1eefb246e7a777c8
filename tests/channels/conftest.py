"""A case store for the channels' tests, and words that a fake Rasa says."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cases.store import Store
from tests.support.stores import open_at


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A real store on a SQLite file."""
    made = open_at(f"sqlite:///{tmp_path / 'cases.db'}", tmp_path)
    made.upgrade()
    yield made
    made.close()
