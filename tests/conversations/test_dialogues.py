"""Every dialogue of this folder, over REST, with the real Rasa and action servers."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversations.runner import Player, dialogues, read
from tests.support.live import Live

pytestmark = pytest.mark.servers
ALL = dialogues()
RESTARTING = [path for path in ALL if any(step.get("restart") for step in read(path)["steps"])]
DAYS_GO_BY = [path for path in ALL if any("days" in step.get("later", {}) for step in read(path)["steps"])]


def name(path: Path) -> str:
    """The test's id: behaviour and dialogue."""
    return f"{path.parent.name}/{path.stem}"


def marked(path: Path) -> object:
    """A dialogue that the product does not reach yet says so itself (`known_gap`): it must fail until it is mended."""
    gap = read(path).get("known_gap")
    marks = [pytest.mark.xfail(reason=gap, strict=True, raises=AssertionError)] if gap else []
    return pytest.param(path, marks=marks, id=name(path))


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Servers whose clock may go on for days: the talks of the others are told on one day."""
    bot = Live(tmp_path_factory.mktemp("moved")).start()
    yield bot
    bot.stop()


@pytest.mark.parametrize("path", [marked(path) for path in DAYS_GO_BY if path not in RESTARTING])
def test_a_dialogue_of_many_days_goes_as_written(moved: Live, path: Path) -> None:
    assert Player(moved, read(path)).play()


@pytest.mark.parametrize("path", [marked(path) for path in ALL if path not in (*RESTARTING, *DAYS_GO_BY)])
def test_a_dialogue_goes_as_written(live: Live, path: Path) -> None:
    assert Player(live, read(path)).play()


def test_dialogues_go_on_after_a_restart_of_all_servers(live: Live) -> None:
    waiting = [Player(live, read(path)) for path in RESTARTING]
    assert waiting
    while waiting:
        waiting = [player for player in waiting if not player.play()]
        if waiting:
            live.servers.stop()
            live.servers.start()


def test_there_are_at_least_seventy_dialogues_in_all_behaviours() -> None:
    behaviours = {path.parent.name for path in ALL}
    assert len(ALL) >= 70
    assert behaviours >= {"happy", "corrections", "digressions", "cancellations", "dont-know", "invalid", "several-facts",
                          "resume-after-restart", "duplicate", "danger", "erase", "status"}
