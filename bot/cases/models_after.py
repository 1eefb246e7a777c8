"""The tables of what happens after a paper was handed in: the way of a case on its roads, and the reminders."""
from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, String, UniqueConstraint

from bot.cases.models import Base
from bot.cases.types import UtcTime


class RoadStep(Base):  # type: ignore[misc]
    """What a worker told of a road (handed_in, no_answer, award …); only ever added to. `day`: on which it happened, None when
    he did not say; `note_sealed`: his words."""

    __tablename__ = "road_step"
    id = Column(Integer, primary_key=True, autoincrement=True)
    case_id = Column(String(40), ForeignKey("case_.id"), nullable=False, index=True)
    road = Column(String(24), nullable=False)
    what = Column(String(24), nullable=False)
    day = Column(Date, nullable=True)
    note_sealed = Column(LargeBinary, nullable=True)
    told_at = Column(UtcTime, nullable=False)

    @property
    def seal_id(self) -> str:
        """What the note is bound to: the number of the row is not known before it is written."""
        return str(self.case_id)


class Reminder(Base):  # type: ignore[misc]
    """A reminder that was laid ready. `key`: what it is about, once a case; `day`: its day in China, one a day for a worker;
    `answered_at`: when the question 钱到了吗 was answered, None for what asks nothing or waits."""

    __tablename__ = "reminder"
    id = Column(String(40), primary_key=True)
    person_id = Column(String(40), ForeignKey("person.id"), nullable=False)
    case_id = Column(String(40), ForeignKey("case_.id"), nullable=False, index=True)
    key = Column(String(80), nullable=False)
    day = Column(Date, nullable=False)
    laid_at = Column(UtcTime, nullable=False)
    answered_at = Column(UtcTime, nullable=True)
    __table_args__ = (UniqueConstraint("case_id", "key"), UniqueConstraint("person_id", "day"))


class ReminderSwitch(Base):  # type: ignore[misc]
    """Whether a worker wants to be reminded; without a row he does."""

    __tablename__ = "reminder_switch"
    person_id = Column(String(40), ForeignKey("person.id"), primary_key=True)
    is_on = Column(Boolean, nullable=False)
    changed_at = Column(UtcTime, nullable=False)
