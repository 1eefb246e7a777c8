"""Alembic's way to our database."""

from __future__ import annotations

from typing import Any

from alembic import context

from bot.cases import roster_model  # noqa: F401  its table belongs to the metadata
from bot.cases.migrate import VERSION_TABLE
from bot.cases.models import Base


def ours(_object: Any, name: str | None, kind: str, _reflected: bool, _compare_to: Any) -> bool:
    """Only our own tables are compared: the conversation store may live in the same database."""
    return kind != "table" or name in Base.metadata.tables


def run(connection: Any) -> None:
    """Migrate over an open connection."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        version_table=VERSION_TABLE,
        include_object=ours,
        render_as_batch=connection.dialect.name == "sqlite",
        user_module_prefix="types.",
    )
    with context.begin_transaction():
        context.run_migrations()


def start() -> None:
    """With the connection that was given, or with one of the settings (alembic on the command line)."""
    connection = context.config.attributes.get("connection")
    if connection is not None:
        run(connection)
        return
    from bot.cases.store import open_store

    with open_store().engine.begin() as own:
        run(own)


start()
