"""Fixtures for all tests. The live bot is started once a session, only when a test wants it."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.live import Live


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """The real servers with a database of their own."""
    bot = Live(tmp_path_factory.mktemp("live")).start()
    yield bot
    bot.stop()
