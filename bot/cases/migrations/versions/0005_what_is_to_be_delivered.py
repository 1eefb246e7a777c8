"""Orders to deliver a filing to another house, and with which law, which questions and which way it was filed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.cases.types import UtcTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


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
    with op.batch_alter_table("filing") as table:
        table.add_column(sa.Column("gateway", sa.String(16), nullable=True))
        table.add_column(sa.Column("law_version", sa.String(40), nullable=True))
        table.add_column(sa.Column("form_version", sa.String(40), nullable=True))


def downgrade() -> None:
    """Without them."""
    with op.batch_alter_table("filing") as table:
        table.drop_column("form_version")
        table.drop_column("law_version")
        table.drop_column("gateway")
    op.drop_table("delivery")
