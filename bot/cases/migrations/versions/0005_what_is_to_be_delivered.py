"""Orders to deliver a filing to another house, and with which law, which questions and which way it was filed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.cases.types import UtcTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None
COLUMNS = ("gateway", "law_version", "form_version")


def upgrade() -> None:
    """One table, and three columns that are empty for the filings that are there."""
    op.create_table(
        "delivery",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("filing_id", sa.String(40), nullable=False),
        sa.Column("what", sa.String(16), nullable=False),
        sa.Column("gateway", sa.String(16), nullable=False),
        sa.Column("key", sa.String(80), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("maybe_there", sa.Boolean(), nullable=False),
        sa.Column("laid_at", UtcTime(), nullable=False),
        sa.Column("due_at", UtcTime(), nullable=False),
        sa.Column("touched_at", UtcTime(), nullable=False),
        sa.Column("lease_until", UtcTime(), nullable=True),
        sa.Column("holder", sa.String(80), nullable=True),
        sa.Column("reason", sa.String(32), nullable=True),
        sa.Column("answer_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["filing_id"], ["filing.id"], name=op.f("fk_delivery_filing_id_filing")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("key", name=op.f("uq_delivery_key")),
        sa.UniqueConstraint("filing_id", "what", name=op.f("uq_delivery_filing_id_what")),
    )
    op.create_index(op.f("ix_delivery_filing_id"), "delivery", ["filing_id"])
    op.create_index(op.f("ix_delivery_state_due_at"), "delivery", ["state", "due_at"])
    for column in COLUMNS:
        op.add_column("filing", sa.Column(column, sa.String(40 if column.endswith("version") else 16), nullable=True))


def downgrade() -> None:
    """Without them. No batch: it would make the table anew, and the events point to it."""
    for column in reversed(COLUMNS):
        op.drop_column("filing", column)
    op.drop_table("delivery")
