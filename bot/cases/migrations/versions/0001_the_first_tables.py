"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.cases import types

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """All tables of the case store."""
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", types.UtcTime(length=32), nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_table(
        "lookup_attempt",
        sa.Column("receipt_tag", sa.String(length=64), nullable=False),
        sa.Column("sender_tag", sa.String(length=64), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("waits", sa.Integer(), nullable=False),
        sa.Column("since", types.UtcTime(length=32), nullable=False),
        sa.Column("wait_until", types.UtcTime(length=32), nullable=True),
        sa.PrimaryKeyConstraint("receipt_tag", "sender_tag", name=op.f("pk_lookup_attempt")),
    )
    op.create_table(
        "number_counter",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_number_counter")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("sender_tag", sa.String(length=64), nullable=False),
        sa.Column("sender_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("secrets_made", sa.Integer(), nullable=False),
        sa.Column("made_at", types.UtcTime(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("sender_tag", name=op.f("uq_person_sender_tag")),
    )
    op.create_table(
        "case_",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=True),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("in_hand", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("claim_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", types.UtcTime(length=32), nullable=False),
        sa.Column("updated_at", types.UtcTime(length=32), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_case__person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_")),
        sa.UniqueConstraint("number", name=op.f("uq_case__number")),
    )
    op.create_index("ix_case__person_id", "case_", ["person_id"], unique=False)
    op.create_index("ix_case__stage_updated_at", "case_", ["stage", "updated_at"], unique=False)

    op.create_table(
        "outgoing",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("message_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("due_at", types.UtcTime(length=32), nullable=False),
        sa.Column("taken_at", types.UtcTime(length=32), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_outgoing_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing")),
        sa.UniqueConstraint("person_id", "key", name=op.f("uq_outgoing_person_id_key")),
    )
    op.create_index("ix_outgoing_person_id", "outgoing", ["person_id"], unique=False)
    op.create_index("ix_outgoing_taken_at_due_at", "outgoing", ["taken_at", "due_at"], unique=False)

    op.create_table(
        "passing_secret",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("until", types.UtcTime(length=32), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_passing_secret_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passing_secret")),
        sa.UniqueConstraint("person_id", "ordinal", name=op.f("uq_passing_secret_person_id_ordinal")),
    )
    op.create_index("ix_passing_secret_person_id", "passing_secret", ["person_id"], unique=False)

    op.create_table(
        "personal_value",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("value_tag", sa.String(length=64), nullable=False),
        sa.Column("value_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_personal_value_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_personal_value")),
        sa.UniqueConstraint("person_id", "kind", "ordinal", name=op.f("uq_personal_value_person_id_kind_ordinal")),
        sa.UniqueConstraint("person_id", "kind", "value_tag", name=op.f("uq_personal_value_person_id_kind_value_tag")),
    )
    op.create_index("ix_personal_value_person_id", "personal_value", ["person_id"], unique=False)

    op.create_table(
        "turn",
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("message_tag", sa.String(length=64), nullable=False),
        sa.Column("replies_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", types.UtcTime(length=32), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_turn_person_id_person")),
        sa.PrimaryKeyConstraint("person_id", "message_tag", name=op.f("pk_turn")),
    )
    op.create_index("ix_turn_at", "turn", ["at"], unique=False)

    op.create_table(
        "evidence",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("mime", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=True),
        sa.Column("label_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("taken_at", types.UtcTime(length=32), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_.id"], name=op.f("fk_evidence_case_id_case_")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("case_id", "sha256", name=op.f("uq_evidence_case_id_sha256")),
    )
    op.create_index("ix_evidence_case_id", "evidence", ["case_id"], unique=False)

    op.create_table(
        "file_link",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("document", sa.String(length=40), nullable=False),
        sa.Column("format", sa.String(length=8), nullable=False),
        sa.Column("until", types.UtcTime(length=32), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_.id"], name=op.f("fk_file_link_case_id_case_")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_file_link")),
    )
    op.create_index("ix_file_link_case_id", "file_link", ["case_id"], unique=False)

    op.create_table(
        "filing",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("filed_with", sa.String(length=200), nullable=False),
        sa.Column("filed_at", types.UtcTime(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("version > 0", name=op.f("ck_filing_version_positive")),
        sa.ForeignKeyConstraint(["case_id"], ["case_.id"], name=op.f("fk_filing_case_id_case_")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filing")),
        sa.UniqueConstraint("case_id", "version", name=op.f("uq_filing_case_id_version")),
    )
    op.create_index("ix_filing_active_filed_at", "filing", ["active", "filed_at"], unique=False)
    op.create_index("ix_filing_case_id", "filing", ["case_id"], unique=False)
    op.create_index("ix_filing_receipt", "filing", ["receipt"], unique=False)

    op.create_table(
        "receipt_secret",
        sa.Column("receipt", sa.String(length=20), nullable=False),
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("words_hash", sa.String(length=160), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_.id"], name=op.f("fk_receipt_secret_case_id_case_")),
        sa.PrimaryKeyConstraint("receipt", name=op.f("pk_receipt_secret")),
        sa.UniqueConstraint("case_id", name=op.f("uq_receipt_secret_case_id")),
    )
    op.create_table(
        "filing_event",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("filing_id", sa.String(length=40), nullable=False),
        sa.Column("at", types.UtcTime(length=32), nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=True),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["filing_id"], ["filing.id"], name=op.f("fk_filing_event_filing_id_filing")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filing_event")),
    )
    op.create_index("ix_filing_event_filing_id", "filing_event", ["filing_id"], unique=False)


def downgrade() -> None:
    """Back to an empty database."""
    tables = (
        "filing_event",
        "receipt_secret",
        "filing",
        "file_link",
        "evidence",
        "turn",
        "personal_value",
        "passing_secret",
        "outgoing",
        "case_",
        "person",
        "number_counter",
        "lookup_attempt",
        "audit",
    )
    for table in tables:
        op.drop_table(table)
