"""Whole talks with cases and trackers on PostgreSQL: the dialogues of tests/conversations, over REST, with the real servers."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from tests.conversations.runner import Player, dialogues, read
from tests.support.live import Live
from tests.support.postgres import new_database

pytestmark = pytest.mark.postgres
NEEDS_FILES = {"later", "restart"}  # these steps of the runner reach into SQLite's files
TALKS = [path for path in dialogues()
         if not read(path).get("known_gap")
         and not any(NEEDS_FILES & set(step) for step in read(path)["steps"])]
HAPPY = [path for path in TALKS if path.parent.name == "happy"]
OTHERS = [path for path in TALKS if path not in HAPPY]


class Tables:
    """Counts rows of the bot's database."""

    def __init__(self, url: str) -> None:
        self.url = url

    def count(self, table: str, where: str = "true", *values: Any) -> int:
        """Rows of a table."""
        connection = psycopg2.connect(self.url)
        try:
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT count(*) FROM {table} WHERE {where}", values)
                return int(cursor.fetchone()[0])
        finally:
            connection.close()


@pytest.fixture(scope="module")
def database(postgres_url: str) -> str:
    return new_database(postgres_url)


@pytest.fixture(scope="module")
def tables(database: str) -> Tables:
    return Tables(database)


@pytest.fixture(scope="module")
def bot(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """The servers with MINGXIN_DATABASE_URL on PostgreSQL."""
    running = Live(tmp_path_factory.mktemp("postgres"), MINGXIN_DATABASE_URL=database)
    try:
        yield running.start()
    finally:
        running.stop()


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_talk_goes_as_written(bot: Live, path: Path) -> None:
    assert Player(bot, read(path)).play()


@pytest.mark.parametrize("path", HAPPY, ids=lambda path: path.stem)
def test_a_happy_talk_goes_as_written_and_lies_in_postgresql(bot: Live, tables: Tables, path: Path) -> None:
    player = Player(bot, read(path))
    before = tables.count("filing")
    assert player.play()
    assert tables.count("events", "sender_id = %s", player.talk.sender) > 0
    if player.receipt:
        assert tables.count("filing") == before + 1
        assert tables.count("case_", "number is not null or stage = 'filed'") > 0


def test_some_talk_files_a_complaint() -> None:
    assert any(step.get("receipt") for path in HAPPY for step in read(path)["steps"])


def test_a_talk_goes_on_where_it_stood_after_a_restart(bot: Live) -> None:
    talk = bot.talk()
    talk.say("包工头王大强欠我一万二，在贵阳花果园工地做木工")
    asked = talk.history[-1][1].asks
    assert asked, talk.transcript()
    bot.servers.stop()
    bot.servers.start()
    talk.say("继续")
    assert talk.history[-1][1].asks == asked, talk.transcript()


def test_erasure_leaves_no_event_of_the_conversation(bot: Live, tables: Tables) -> None:
    talk = bot.talk()
    talk.say("包工头王大强欠我一万二，在贵阳花果园工地做木工")
    assert tables.count("events", "sender_id = %s", talk.sender) > 0
    people = tables.count("person")
    talk.say("删除我的资料")
    talk.say("是的")
    assert tables.count("events", "sender_id = %s", talk.sender) == 0
    assert tables.count("person") == people - 1


def test_nothing_was_written_to_an_sqlite_file_but_the_queue_of_numbers(bot: Live) -> None:
    assert [path.name for path in bot.folder.rglob("*.db*") if not path.name.startswith("jobs.db")] == []
