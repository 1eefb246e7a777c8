"""Stores for the channels' tests: one of cases and one of conversations, each on a SQLite file of its own."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from bot.cases.store import Store
from bot.settings import ROOT
from tests.support.stores import open_at

if TYPE_CHECKING:
    from rasa.shared.core.domain import Domain

    from bot.channels.tracker_store import TrackerStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A real store on a SQLite file."""
    made = open_at(f"sqlite:///{tmp_path / 'cases.db'}", tmp_path)
    made.upgrade()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def many_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sanic rewrites its own methods when a server starts, and fails at the second start in one process."""
    from sanic import Sanic
    from sanic.touchup import TouchUp

    rewrite = TouchUp.run
    monkeypatch.setattr(TouchUp, "run", lambda app: None if getattr(Sanic, "__touched__", False) else rewrite(app))


@pytest.fixture(scope="package")
def domain() -> Domain:
    """The domain as Rasa reads it."""
    from rasa.shared.core.domain import Domain

    return Domain.load(str(ROOT / "domain.yml"))


@pytest.fixture
def tracks(tmp_path: Path, domain: Domain, monkeypatch: pytest.MonkeyPatch) -> TrackerStore:
    """A tracker store on a file of its own."""
    from bot.channels.tracker_store import TrackerStore

    url = f"sqlite:///{tmp_path / 'mingxin.db'}"
    monkeypatch.setattr("bot.channels.tracker_store.settings", lambda: SimpleNamespace(database_url=url))
    return TrackerStore(domain=domain)
