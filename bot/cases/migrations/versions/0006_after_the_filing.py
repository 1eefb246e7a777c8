"""The way of a case on its roads, and the reminders."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.cases.types import UtcTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Three empty tables."""
    op.create_table(
        "road_step",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("case_id", sa.String(40), nullable=False),
        sa.Column("road", sa.String(24), nullable=False),
        sa.Column("what", sa.String(24), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("told_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_.id"], name="fk_road_step_case_id_case_"),
        sa.PrimaryKeyConstraint("id", name="pk_road_step"),
    )
    op.create_index("ix_road_step_case_id", "road_step", ["case_id"])
    op.create_table(
        "reminder",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("person_id", sa.String(40), nullable=False),
        sa.Column("case_id", sa.String(40), nullable=False),
        sa.Column("key", sa.String(80), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("laid_at", UtcTime(), nullable=False),
        sa.Column("answered_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_.id"], name="fk_reminder_case_id_case_"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_reminder_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_reminder"),
        sa.UniqueConstraint("case_id", "key", name="uq_reminder_case_id_key"),
        sa.UniqueConstraint("person_id", "day", name="uq_reminder_person_id_day"),
    )
    op.create_index("ix_reminder_case_id", "reminder", ["case_id"])
    op.create_table(
        "reminder_switch",
        sa.Column("person_id", sa.String(40), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("changed_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_reminder_switch_person_id_person"),
        sa.PrimaryKeyConstraint("person_id", name="pk_reminder_switch"),
    )


def downgrade() -> None:
    """Without them."""
    for table in ("reminder_switch", "reminder", "road_step"):
        op.drop_table(table)
