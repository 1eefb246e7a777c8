"""The workers of a group, a row each."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.cases import types

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One table of a case."""
    op.create_table(
        "roster_row",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("evidence_id", sa.String(length=40), nullable=True),
        sa.Column("row_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", types.UtcTime(length=32), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_.id"], name=op.f("fk_roster_row_case_id_case_")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_row")),
        sa.UniqueConstraint("case_id", "version", "n", name=op.f("uq_roster_row_case_id_version_n")),
    )
    op.create_index("ix_roster_row_case_id", "roster_row", ["case_id"], unique=False)


def downgrade() -> None:
    """Without it."""
    op.drop_table("roster_row")
