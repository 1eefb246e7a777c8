"""What all tables have in common: names of constraints, ids, references."""
from __future__ import annotations

from sqlalchemy import Column, ForeignKey, MetaData, String
from sqlalchemy.orm import declarative_base

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
Base = declarative_base(metadata=MetaData(naming_convention=NAMING))


def id_column() -> Column:
    """A random id made by us, known before the row is written (it is part of what is sealed)."""
    return Column(String(40), primary_key=True)


def of_column(table: str, *, nullable: bool = False, unique: bool = False) -> Column:
    """A reference to a row of another table."""
    return Column(String(40), ForeignKey(f"{table}.id"), nullable=nullable, unique=unique, index=not unique)
