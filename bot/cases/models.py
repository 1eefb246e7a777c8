"""The tables. Whatever names a person is sealed (`*_sealed`, see bot/privacy/cipher.py); what a desk sorts by is clear."""
from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
)

from bot.cases import base, delivery_table
from bot.cases.types import UtcTime

Base = base.Base
_id, _of = base.id_column, base.of_column
Delivery = delivery_table.Delivery


class Person(Base):  # type: ignore[misc, valid-type]
    """One sender of a channel. `sender_tag` is a keyed hash; the sender itself is sealed."""

    __tablename__ = "person"
    id = _id()
    sender_tag = Column(String(64), nullable=False, unique=True)
    sender_sealed = Column(LargeBinary, nullable=True)
    secrets_made = Column(Integer, nullable=False, default=0)
    made_at = Column(UtcTime, nullable=True)


class Case(Base):  # type: ignore[misc, valid-type]
    """One dispute of one worker. `claim_sealed`: facts, form, what was asked and answered."""

    __tablename__ = "case_"
    id = _id()
    person_id = _of("person")
    number = Column(String(20), nullable=True, unique=True)
    stage = Column(String(16), nullable=False)
    in_hand = Column(Boolean, nullable=False, default=True)
    version = Column(Integer, nullable=False, default=1)
    claim_sealed = Column(LargeBinary, nullable=False)
    made_at = Column(UtcTime, nullable=False)
    updated_at = Column(UtcTime, nullable=False)
    __table_args__ = (Index("ix_case__stage_updated_at", "stage", "updated_at"),)


class PersonalValue(Base):  # type: ignore[misc, valid-type]
    """A personal number behind a token such as 〔身份证#1〕."""

    __tablename__ = "personal_value"
    id = _id()
    person_id = _of("person")
    kind = Column(String(12), nullable=False)
    ordinal = Column(Integer, nullable=False)
    value_tag = Column(String(64), nullable=False)
    value_sealed = Column(LargeBinary, nullable=False)
    __table_args__ = (UniqueConstraint("person_id", "kind", "ordinal"), UniqueConstraint("person_id", "kind", "value_tag"))


class PassingSecret(Base):  # type: ignore[misc, valid-type]
    """Secret words on their way in or out, behind 〔口令#1〕, for a quarter of an hour."""

    __tablename__ = "passing_secret"
    id = _id()
    person_id = _of("person")
    ordinal = Column(Integer, nullable=False)
    words_sealed = Column(LargeBinary, nullable=False)
    until = Column(UtcTime, nullable=False)
    __table_args__ = (UniqueConstraint("person_id", "ordinal"),)


class Evidence(Base):  # type: ignore[misc, valid-type]
    """A file in the vault; the original is never changed, a new version is a row of its own that names what it `replaces`.

    `label_sealed`: file name and note. `reading_sealed`: what the reader of photos read. `taken_at`: when it was received;
    `made_at`: the time that stands in the picture. `channel`: chat, rest or wx.
    """

    __tablename__ = "evidence"
    id = _id()
    case_id = _of("case_")
    sha256 = Column(String(64), nullable=False)
    size = Column(Integer, nullable=False)
    mime = Column(String(80), nullable=False)
    kind = Column(String(24), nullable=True)
    label_sealed = Column(LargeBinary, nullable=False)
    taken_at = Column(UtcTime, nullable=False)
    made_at = Column(UtcTime, nullable=True)
    page = Column(Integer, nullable=True)
    channel = Column(String(8), nullable=True)
    reading_sealed = Column(LargeBinary, nullable=True)
    replaces = Column(String(40), nullable=True)
    __table_args__ = (UniqueConstraint("case_id", "sha256"),)


class Filing(Base):  # type: ignore[misc, valid-type]
    """What was filed, as it was filed: `content_sealed` holds the facts and the list of evidence of that version.

    `gateway`: the way it goes (None: the desk, before there were others); `law_version`, `form_version`: of the law facts and of
    the questions at that time (bot/filing/versions.py).
    """

    __tablename__ = "filing"
    id = _id()
    case_id = _of("case_")
    version = Column(Integer, nullable=False)
    receipt = Column(String(20), nullable=False, index=True)
    state = Column(String(16), nullable=False)
    outcome = Column(String(16), nullable=True)
    active = Column(Boolean, nullable=False, default=True)
    filed_with = Column(String(200), nullable=False)
    filed_at = Column(UtcTime, nullable=False)
    digest = Column(String(64), nullable=False)
    content_sealed = Column(LargeBinary, nullable=False)
    gateway = Column(String(16), nullable=True)
    law_version = Column(String(40), nullable=True)
    form_version = Column(String(40), nullable=True)
    __table_args__ = (
        UniqueConstraint("case_id", "version"),
        CheckConstraint("version > 0", name="version_positive"),
        Index("ix_filing_active_filed_at", "active", "filed_at"),
    )


class FilingEvent(Base):  # type: ignore[misc, valid-type]
    """What happened to a filing; only ever added to. `note_sealed`: the desk's words."""

    __tablename__ = "filing_event"
    id = Column(Integer, primary_key=True, autoincrement=True)
    filing_id = _of("filing")
    at = Column(UtcTime, nullable=False)
    what = Column(String(32), nullable=False)
    state = Column(String(16), nullable=True)
    by = Column(String(16), nullable=False)
    note_sealed = Column(LargeBinary, nullable=True)

    @property
    def seal_id(self) -> str:
        """What the note is bound to: the number of the row is not known before it is written."""
        return str(self.filing_id)


class ReceiptSecret(Base):  # type: ignore[misc, valid-type]
    """Argon2 of the three words of a receipt."""

    __tablename__ = "receipt_secret"
    receipt = Column(String(20), primary_key=True)
    case_id = _of("case_", unique=True)
    words_hash = Column(String(160), nullable=False)


class NumberCounter(Base):  # type: ignore[misc, valid-type]
    """The last receipt number of a year. Never goes back, erasure does not touch it."""

    __tablename__ = "number_counter"
    year = Column(Integer, primary_key=True, autoincrement=False)
    last = Column(Integer, nullable=False)


class LookupAttempt(Base):  # type: ignore[misc, valid-type]
    """Wrong tries at a receipt: by one sender, or by all of them (`sender_tag` is "*")."""

    __tablename__ = "lookup_attempt"
    receipt_tag = Column(String(64), primary_key=True)
    sender_tag = Column(String(64), primary_key=True)
    tries = Column(Integer, nullable=False, default=0)
    waits = Column(Integer, nullable=False, default=0)
    since = Column(UtcTime, nullable=False)
    wait_until = Column(UtcTime, nullable=True)


class FileLink(Base):  # type: ignore[misc, valid-type]
    """A link to a paper; only the hash of its token is kept. `pieces`: of a bundle's code, the ids of its pieces in order."""

    __tablename__ = "file_link"
    token_hash = Column(String(64), primary_key=True)
    case_id = _of("case_")
    document = Column(String(40), nullable=False)
    format = Column(String(8), nullable=False)
    until = Column(UtcTime, nullable=False)
    pieces = Column(Text, nullable=True)


class Outgoing(Base):  # type: ignore[misc, valid-type]
    """A message to a worker that no turn of his asked for."""

    __tablename__ = "outgoing"
    id = _id()
    person_id = _of("person")
    key = Column(String(120), nullable=False)
    message_sealed = Column(LargeBinary, nullable=False)
    due_at = Column(UtcTime, nullable=False)
    taken_at = Column(UtcTime, nullable=True)
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("ix_outgoing_taken_at_due_at", "taken_at", "due_at"))


class Turn(Base):  # type: ignore[misc, valid-type]
    """The replies that a message got, so that the same message gets them again."""

    __tablename__ = "turn"
    person_id = Column(String(40), ForeignKey("person.id"), primary_key=True)
    message_tag = Column(String(64), primary_key=True)
    replies_sealed = Column(LargeBinary, nullable=False)
    at = Column(UtcTime, nullable=False, index=True)

    @property
    def seal_id(self) -> str:
        """What the replies are bound to."""
        return f"{self.person_id}:{self.message_tag}"


class Audit(Base):  # type: ignore[misc, valid-type]
    """That something was done; no personal data, no id that leads to a person."""

    __tablename__ = "audit"
    id = Column(Integer, primary_key=True, autoincrement=True)
    at = Column(UtcTime, nullable=False)
    what = Column(String(32), nullable=False)
    count = Column(Integer, nullable=False, default=0)


class DaybookEntry(Base):  # type: ignore[misc, valid-type]
    """One day in a worker's day book (记工本), of the person and not of a case; only ever added to. `entry_sealed`: the entry and
    his own words. `replaced_by`: the entry that took its place (a correction, or one that strikes the day out)."""

    __tablename__ = "daybook_entry"
    id = _id()
    person_id = _of("person")
    day = Column(Date, nullable=False)
    entry_sealed = Column(LargeBinary, nullable=False)
    created_at = Column(UtcTime, nullable=False)
    replaced_by = Column(String(40), nullable=True)
    __table_args__ = (Index("ix_daybook_entry_person_id_day", "person_id", "day"),)


class DaybookSwitch(Base):  # type: ignore[misc, valid-type]
    """Whether a worker is asked each month if the wage was paid (`is_on`), and on which day of the month (1 to 28)."""

    __tablename__ = "daybook_switch"
    person_id = Column(String(40), ForeignKey("person.id"), primary_key=True)
    is_on = Column(Boolean, nullable=False)
    ask_day = Column(Integer, nullable=False)
    changed_at = Column(UtcTime, nullable=False)


class DaybookPay(Base):  # type: ignore[misc, valid-type]
    """The monthly question of one month (its first day) and its answer; `paid` None as long as there is none."""

    __tablename__ = "daybook_pay"
    person_id = Column(String(40), ForeignKey("person.id"), primary_key=True)
    month = Column(Date, primary_key=True)
    asked_at = Column(UtcTime, nullable=False)
    paid = Column(Boolean, nullable=True)
    answered_at = Column(UtcTime, nullable=True)
