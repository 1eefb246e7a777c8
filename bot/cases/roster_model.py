"""The table of rosters (花名册); what holds for all tables stands in models.py."""
from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, String, UniqueConstraint

from bot.cases.models import Base
from bot.cases.types import UtcTime


class RosterRow(Base):  # type: ignore[misc]
    """One worker in the roster of a case. A new upload is a new `version`; `agreed`: he said that it is right, and the version
    before is gone. `evidence_id`: the file, untouched in the vault. `row_sealed`: all that is told of the worker."""

    __tablename__ = "roster_row"
    id = Column(String(40), primary_key=True)
    case_id = Column(String(40), ForeignKey("case_.id"), nullable=False, index=True)
    version = Column(Integer, nullable=False)
    n = Column(Integer, nullable=False)
    agreed = Column(Boolean, nullable=False, default=False)
    evidence_id = Column(String(40), nullable=True)
    row_sealed = Column(LargeBinary, nullable=False)
    made_at = Column(UtcTime, nullable=False)
    __table_args__ = (UniqueConstraint("case_id", "version", "n"),)
