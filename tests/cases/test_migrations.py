"""Migrations: the models and the tables are the same, and the way back works."""
from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from bot.cases import check_codes, evidence, migrate
from bot.cases.models import Base
from bot.cases.store import Store
from bot.filing.service import file_complaint, withdraw
from bot.filing.status import own_status
from tests.support.stores import NOW, PNG, STATION, open_at, previewed


def test_the_tables_are_those_of_the_models(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": migrate.VERSION_TABLE, "compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_down_to_nothing_and_up_again(store: Store) -> None:
    migrate.downgrade(store.engine, "base")
    assert set(inspect(store.engine).get_table_names()) <= {migrate.VERSION_TABLE}
    store.upgrade()
    with store.session() as session:
        assert previewed(session, "甲").stage == "previewed"


def test_upgrading_twice_keeps_the_data(store: Store) -> None:
    with store.session() as session:
        case = previewed(session, "甲").case_id
    store.upgrade()
    with store.session() as session:
        assert previewed(session, "甲").case_id == case


def test_a_file_from_before_the_second_migration_is_there_after_it_and_after_the_way_back(store: Store) -> None:
    with store.session() as session:
        item = evidence.add(session, "甲", data=PNG, filename="a.png", kind="iou", channel="chat", page=3, now=NOW)
    migrate.downgrade(store.engine, "0001")
    assert "channel" not in {column["name"] for column in inspect(store.engine).get_columns("evidence")}
    store.upgrade()
    with store.session() as session:
        assert evidence.list_all(session, "甲") == [replace(item, channel=None, page=None)]
        assert evidence.read(session, item.id) == PNG
        assert evidence.add(session, "甲", data=PNG, filename="b.png", now=NOW).id == item.id


def test_a_code_from_before_the_fourth_migration_is_known_after_it_and_the_way_back_works(store: Store) -> None:
    with store.session() as session:
        item = evidence.add(session, "甲", data=PNG, filename="a.png", now=NOW)
        case_id = previewed(session, "甲").case_id
        code = check_codes.make(session, case_id, [item], NOW)
        assert check_codes.look_up(session, code, NOW) == check_codes.Listed([(1, item)])
    migrate.downgrade(store.engine, "0003")
    assert "pieces" not in {column["name"] for column in inspect(store.engine).get_columns("file_link")}
    store.upgrade()
    with store.session() as session:
        assert check_codes.look_up(session, code, NOW) == check_codes.Listed([(None, item)])


def test_several_processes_may_upgrade_at_once(url: str, tmp_path: Path) -> None:
    stores = [open_at(url, tmp_path) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(Store.upgrade, stores))
    with stores[0].session() as session:
        assert previewed(session, "甲").case_id
    for one in stores:
        one.close()


def test_the_command_makes_the_tables(tmp_path: Path) -> None:
    environ = {"MINGXIN_VAR": str(tmp_path), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "bot.cases.migrate"]
    subprocess.run(command, check=True, env=environ, cwd=Path(__file__).parents[2], timeout=60)
    assert (tmp_path / "mingxin.db").stat().st_size > 0


def test_foreign_tables_in_the_same_database_are_left_alone(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE events (id INTEGER PRIMARY KEY)")
    migrate.downgrade(store.engine, "base")
    assert "events" in inspect(store.engine).get_table_names()


def test_a_filing_from_before_the_fifth_migration_is_of_this_desk_and_the_way_back_works(store: Store) -> None:
    with store.session() as session:
        previewed(session, "甲")
        receipt = file_complaint(session, "甲", NOW, STATION).receipt
    migrate.downgrade(store.engine, "0004")
    assert "delivery" not in inspect(store.engine).get_table_names()
    store.upgrade()
    with store.session() as session:
        status, = own_status(session, "甲")
        assert (status.receipt, status.state, status.gateway) == (receipt, "delivered", "desk")
        assert withdraw(session, "甲", NOW).done
