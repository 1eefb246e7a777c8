"""The throw-away server itself: real, local, and gone afterwards."""
from __future__ import annotations

from pathlib import Path

import psycopg2
import pytest

from bot.run.ports import is_taken
from tests.support import postgres
from tests.support.processes import command, descendants, living


@pytest.mark.postgres
def test_it_is_postgresql_asks_for_a_password_and_leaves_nothing() -> None:
    with postgres.server() as server:
        with psycopg2.connect(server.url) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT version(), current_setting('data_directory'), current_setting('server_encoding')")
            version, folder, encoding = cursor.fetchone()
        connection.close()
        assert version.startswith("PostgreSQL") and encoding == "UTF8"
        with pytest.raises(psycopg2.OperationalError, match="password"):
            psycopg2.connect(server.url.replace(server.password, "wrong"))
        family = {server.process.pid} | descendants(server.process.pid)
        assert len(family) > 3 and str(server.port) in command(server.process.pid)
    assert living(family) == set()
    assert not is_taken("127.0.0.1", server.port)
    assert not Path(folder).exists()


@pytest.mark.postgres
def test_a_new_database_is_empty_and_apart(postgres_url: str) -> None:
    first, second = postgres.new_database(postgres_url), postgres.new_database(postgres_url)
    connection = psycopg2.connect(first)
    with connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE here (x int)")
    connection.close()
    connection = psycopg2.connect(second)
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")
        assert cursor.fetchone() == (0,)
    connection.close()


def test_without_postgresql_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MINGXIN_POSTGRES_BIN", str(tmp_path))
    with pytest.raises(FileNotFoundError, match="scripts/system-packages"):
        postgres.programs()


def test_the_newest_version_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for version in ("9.6", "15", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").write_text("")
    monkeypatch.setenv("MINGXIN_POSTGRES_BIN", str(tmp_path / "*" / "bin"))
    assert postgres.programs() == tmp_path / "17" / "bin"
