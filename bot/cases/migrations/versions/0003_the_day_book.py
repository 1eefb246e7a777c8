"""The day book, the monthly question and its answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.cases import types

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Three tables of the person, not of a case."""
    op.create_table(
        "daybook_entry",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("entry_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", types.UtcTime(length=32), nullable=False),
        sa.Column("replaced_by", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_daybook_entry_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_daybook_entry")),
    )
    op.create_index("ix_daybook_entry_person_id", "daybook_entry", ["person_id"], unique=False)
    op.create_index("ix_daybook_entry_person_id_day", "daybook_entry", ["person_id", "day"], unique=False)
    op.create_table(
        "daybook_switch",
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("ask_day", sa.Integer(), nullable=False),
        sa.Column("changed_at", types.UtcTime(length=32), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_daybook_switch_person_id_person")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_daybook_switch")),
    )
    op.create_table(
        "daybook_pay",
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("asked_at", types.UtcTime(length=32), nullable=False),
        sa.Column("paid", sa.Boolean(), nullable=True),
        sa.Column("answered_at", types.UtcTime(length=32), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_daybook_pay_person_id_person")),
        sa.PrimaryKeyConstraint("person_id", "month", name=op.f("pk_daybook_pay")),
    )


def downgrade() -> None:
    """Without the day book."""
    for table in ("daybook_pay", "daybook_switch", "daybook_entry"):
        op.drop_table(table)
