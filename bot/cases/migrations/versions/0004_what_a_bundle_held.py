"""Which pieces a printed bundle holds, in the order of their printed numbers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One column, empty for the links and codes that are there."""
    with op.batch_alter_table("file_link") as table:
        table.add_column(sa.Column("pieces", sa.Text(), nullable=True))


def downgrade() -> None:
    """Without it."""
    with op.batch_alter_table("file_link") as table:
        table.drop_column("pieces")
