"""`python -m bot.cases.migrate`: the tables in their newest form."""
from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.engine import Engine

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
VERSION_TABLE = "mingxin_version"
_LOCK = 20261122


def config() -> Config:
    """Alembic's settings without a file; alembic.ini says the same for the command line."""
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return made


def upgrade(engine: Engine, to: str = "head") -> None:
    """Run the migrations up to `to` in one transaction; a second process waits for the first."""
    _run(engine, command.upgrade, to)


def downgrade(engine: Engine, to: str) -> None:
    """Run the migrations back to `to` ("base": no tables)."""
    _run(engine, command.downgrade, to)


def _run(engine: Engine, what: Any, to: str) -> None:
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        settings = config()
        settings.attributes["connection"] = connection
        what(settings, to)


def main() -> None:
    """Upgrade the database of the settings."""
    from bot.cases.store import open_store

    open_store().upgrade()


if __name__ == "__main__":
    main()
