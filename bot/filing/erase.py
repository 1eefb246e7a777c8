"""删除我的资料: everything; of what was handed to a desk that which it must keep stays, cut loose from the sender. A demo went
to no desk and is erased like the rest."""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from uuid import uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.cases import after, audit, people
from bot.cases.evidence import vault_of
from bot.cases.models import (
    Case,
    DaybookEntry,
    DaybookPay,
    DaybookSwitch,
    Delivery,
    Evidence,
    FileLink,
    Filing,
    FilingEvent,
    LookupAttempt,
    Outgoing,
    PassingSecret,
    Person,
    PersonalValue,
    ReceiptSecret,
    Turn,
)
from bot.cases.models_after import Reminder, ReminderSwitch, RoadStep
from bot.cases.roster_model import RosterRow
from bot.cases.sealed import seal
from bot.filing import outbox, snapshot, workplace
from bot.filing.keeping import past_keeping
from bot.filing.service import DEMO
from bot.filing.states import states
from bot.privacy import tokens

DAYBOOK = (DaybookEntry, DaybookSwitch, DaybookPay)


@dataclass(frozen=True)
class Kept:
    """What stays: key of content/words/erase.yml for what and why, the receipt, days after closing, law ids."""

    what: str
    why: str
    receipt: str
    days_after_closing: int
    laws: tuple[str, ...]


@dataclass(frozen=True)
class Erased:
    """Rows (and vault files) removed, by kind; and what is kept. Nothing there to erase: all empty.

    `numbers`: the personal numbers among them, by their kind (id_number, bank_card …).
    """

    counts: dict[str, int] = field(default_factory=dict)
    kept: tuple[Kept, ...] = ()
    numbers: dict[str, int] = field(default_factory=dict)


def erase(session: Session, sender: str, now: datetime) -> Erased:
    """Remove a sender's data; after the commit call `Store.scrub()`. Vault files go when the transaction is committed.

    A filing that was withdrawn is not kept. LAW-PII-06: who refuses to delete must say why.
    """
    tries = _delete(session, LookupAttempt, LookupAttempt.sender_tag.in_(people.sender_tags(session, sender)))
    person = people.find(session, sender, lock=True)
    if person is None:
        return Erased({"lookup_attempt": tries} if tries else {})
    filed = _to_keep(session, person)
    after.on_commit(session, partial(workplace.forget, _cases(session, person, without=[])))
    counts = {"filing": _only_here(session, person, filed), **_erase_around(session, person)}
    dropped = _cases(session, person, without=list(filed))
    counts["evidence"] = _erase_evidence(session, dropped, filed)
    counts["case"] = _erase_cases(session, dropped)
    numbers = _erase_values(session, person, filed)
    counts["personal_value"] = sum(numbers.values())
    if filed:
        _reduce_cases(session, filed, now)
        _cut_loose(session, person)
    else:
        session.delete(person)
        session.flush()
    counts |= {"lookup_attempt": tries, "person": 1}
    audit.note(session, "erase", now, sum(counts.values()))
    kept = tuple(_kept(one) for one in filed.values())
    return Erased({kind: count for kind, count in counts.items() if count}, kept, dict(numbers))


def expire(session: Session, now: datetime, keep_days: int) -> int:
    """Remove closed filings whose time with the desk is over (`keep_days` after closing), with all that hangs on them.

    LAW-PII-06: what has served its purpose is deleted without being asked. Gives the number of cases.
    """
    cases = past_keeping(session, now, keep_days)
    persons = list(session.scalars(select(Case.person_id).where(Case.id.in_(cases))))
    _erase_evidence(session, cases, {})
    _erase_cases(session, cases)
    alone = select(Person.id).where(
        Person.id.in_(persons), Person.sender_sealed.is_(None), ~select(Case.id).where(Case.person_id == Person.id).exists()
    )
    gone = list(session.scalars(alone))
    for table in (PersonalValue, Outgoing, Turn, PassingSecret, Reminder, ReminderSwitch, *DAYBOOK):
        _delete(session, table, table.person_id.in_(gone))
    _delete(session, Person, Person.id.in_(gone))
    if cases:
        audit.note(session, "expire", now, len(cases))
    return len(cases)


def _to_keep(session: Session, person: Person) -> dict[str, Filing]:
    """Case id -> the filing that counts and that a desk has; one that still waits here for its way is nobody's yet."""
    return {filing.case_id: filing for filing in _active(session, person)
            if filing.filed_with != DEMO and outbox.is_out(session, filing)}


def _only_here(session: Session, person: Person, kept: dict[str, Filing]) -> int:
    """How many filings that count only lie here: for a trial, or on their way and not sent yet."""
    return sum(filing.case_id not in kept for filing in _active(session, person))


def _active(session: Session, person: Person) -> list[Filing]:
    query = select(Filing).join(Case, Case.id == Filing.case_id).where(Case.person_id == person.id, Filing.active.is_(True))
    return list(session.scalars(query))


def _kept(filing: Filing) -> Kept:
    return Kept("filing", "desk_must_answer", filing.receipt, states().keep_days, ("LAW-PII-06",))


def _cases(session: Session, person: Person, without: Sequence[str]) -> list[str]:
    return list(session.scalars(select(Case.id).where(Case.person_id == person.id, Case.id.not_in(without))))


def _erase_around(session: Session, person: Person) -> dict[str, int]:
    """What is never kept: messages, turns, secrets under way, links; the roster, for what was filed holds its own."""
    own = select(Case.id).where(Case.person_id == person.id).scalar_subquery()
    return {
        "turn": _delete(session, Turn, Turn.person_id == person.id),
        "outgoing": _delete(session, Outgoing, Outgoing.person_id == person.id),
        "passing_secret": _delete(session, PassingSecret, PassingSecret.person_id == person.id),
        **{table.__tablename__: _delete(session, table, table.person_id == person.id)
           for table in (*DAYBOOK, Reminder, ReminderSwitch)},
        "road_step": _delete(session, RoadStep, RoadStep.case_id.in_(own)),
        "file_link": _delete(session, FileLink, FileLink.case_id.in_(own)),
        "roster_row": _delete(session, RosterRow, RosterRow.case_id.in_(own)),
    }


def _erase_evidence(session: Session, dropped: Sequence[str], filed: dict[str, Filing]) -> int:
    """Rows and vault files, but for what a kept filing lists."""
    listed = [item for filing in filed.values() for item in snapshot.read(session, filing).evidence_ids()]
    gone = Evidence.case_id.in_([*dropped, *filed]) & Evidence.id.not_in(listed)
    vault = vault_of(session)
    for case_id, sha256 in session.execute(select(Evidence.case_id, Evidence.sha256).where(gone)).all():
        after.on_commit(session, partial(vault.remove, case_id, sha256))
    return _delete(session, Evidence, gone)


def _erase_cases(session: Session, cases: Sequence[str]) -> int:
    filings = select(Filing.id).where(Filing.case_id.in_(cases)).scalar_subquery()
    for part in (FilingEvent, Delivery):
        _delete(session, part, part.filing_id.in_(filings))
    for table in (Filing, ReceiptSecret, FileLink, Reminder, RoadStep, RosterRow):
        _delete(session, table, table.case_id.in_(cases))
    return _delete(session, Case, Case.id.in_(cases))


def _erase_values(session: Session, person: Person, filed: dict[str, Filing]) -> Counter[str]:
    """Personal numbers, but for those in a kept filing; how many of each kind."""
    used = {token for filing in filed.values() for token in snapshot.read(session, filing).tokens()}
    rows = session.execute(
        select(PersonalValue.id, PersonalValue.kind, PersonalValue.ordinal).where(PersonalValue.person_id == person.id)
    ).all()
    gone = [row for row in rows if tokens.make(row.kind, row.ordinal) not in used]
    _delete(session, PersonalValue, PersonalValue.id.in_([row.id for row in gone]))
    return Counter(row.kind for row in gone)


def _reduce_cases(session: Session, filed: dict[str, Filing], now: datetime) -> None:
    """A kept case holds what was filed and nothing said later; former versions go."""
    old = select(Filing.id).where(Filing.case_id.in_(list(filed)), Filing.active.is_(False)).scalar_subquery()
    for part in (FilingEvent, Delivery):
        _delete(session, part, part.filing_id.in_(old))
    _delete(session, Filing, Filing.case_id.in_(list(filed)) & Filing.active.is_(False))
    for case in session.scalars(select(Case).where(Case.id.in_(list(filed)))):
        facts = snapshot.read(session, filed[case.id]).to_json()["facts"]
        seal(session, case, "claim_sealed", {"facts": facts, "form": None, "asked": None, "answered": []})
        case.stage, case.in_hand, case.updated_at = "filed", False, now
    session.flush()


def _cut_loose(session: Session, person: Person) -> None:
    """No way back from the kept case to the sender."""
    person.sender_tag = uuid4().hex
    person.sender_sealed, person.made_at = None, None
    session.flush()


def _delete(session: Session, table: type, where: object) -> int:
    result = session.execute(delete(table).where(where).execution_options(synchronize_session="fetch"))
    return int(result.rowcount)
