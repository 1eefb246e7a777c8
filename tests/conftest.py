"""Fixtures for all tests. The live bot and PostgreSQL are started once a session, only when a test wants them."""
from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.support import postgres
from tests.support.live import Live


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """The real servers with a database of their own."""
    bot = Live(tmp_path_factory.mktemp("live")).start()
    yield bot
    bot.stop()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server: the one that MINGXIN_TEST_POSTGRES names, else a throw-away one."""
    given = os.environ.get("MINGXIN_TEST_POSTGRES", "")
    if given:
        yield given
        return
    with postgres.server() as server:
        yield server.url
