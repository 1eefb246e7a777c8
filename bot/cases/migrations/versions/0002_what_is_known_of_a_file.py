"""What is known of a file of evidence: page, time in the picture, channel, reading, the version before it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.cases import types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

COLUMNS = ("made_at", "page", "channel", "reading_sealed", "replaces")


def upgrade() -> None:
    """Five columns, empty for the files that are there."""
    with op.batch_alter_table("evidence") as table:
        table.add_column(sa.Column("made_at", types.UtcTime(length=32), nullable=True))
        table.add_column(sa.Column("page", sa.Integer(), nullable=True))
        table.add_column(sa.Column("channel", sa.String(length=8), nullable=True))
        table.add_column(sa.Column("reading_sealed", sa.LargeBinary(), nullable=True))
        table.add_column(sa.Column("replaces", sa.String(length=40), nullable=True))


def downgrade() -> None:
    """Without them."""
    with op.batch_alter_table("evidence") as table:
        for name in COLUMNS:
            table.drop_column(name)
