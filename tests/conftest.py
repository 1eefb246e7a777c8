"""Fixtures for all tests. The live bot and PostgreSQL are started once a session, only when a test wants them."""
from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import postgres
from tests.support.live import Live

IMPORTS_RASA = re.compile(r"^(?:from|import) (?:rasa(?:\.| )|bot\.channels|bot\.nlu\.components)", re.MULTILINE)

CALLS_POPPLER = re.compile(r"""["']pdf(?:totext|toppm|info|fonts)["']""")


def calls_poppler(path: Path) -> bool:
    """Whether a test file looks at papers with Debian's poppler, which a new machine gets only after `make check`."""
    return path.suffix == ".py" and bool(CALLS_POPPLER.search(path.read_text(encoding="utf-8")))


def imports_rasa(path: Path) -> bool:
    """Whether a test file imports Rasa, which costs each process ten seconds and more."""
    return path.suffix == ".py" and bool(IMPORTS_RASA.search(path.read_text(encoding="utf-8")))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The markers that a file's content, its folder or a fixture tells: `rasa`, `poppler`, `browser` and `model`."""
    paths = {item.path for item in items}
    signs = [
        (pytest.mark.rasa, {path for path in paths if imports_rasa(path)}),
        (pytest.mark.poppler, {path for path in paths if calls_poppler(path)}),
        (pytest.mark.browser, {path for path in paths if path.parent.name == "browser"}),
    ]
    for item in items:
        if "reader" in getattr(item, "fixturenames", ()):  # trained, in tests/nlu
            item.add_marker(pytest.mark.model)
        for mark, marked in signs:
            if item.path in marked:
                item.add_marker(mark)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Long bytes are named by their argument: a paper made anew carries its minute, and workers must agree on every name."""
    return argname if isinstance(val, bytes) and len(val) > 40 else None


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """With -m "not rasa" such files are not even opened: importing Rasa takes ten seconds."""
    left_out = "not rasa" in str(config.option.markexpr) and collection_path.is_file()
    return True if left_out and imports_rasa(collection_path) else None


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
