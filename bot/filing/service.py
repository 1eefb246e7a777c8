"""Filing, withdrawing, amending. Each is one transaction of the caller's; a second call gives what the first gave."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.cases.drafts import case_in_hand, case_of_number, facts_of
from bot.cases.models import Case, Filing, ReceiptSecret
from bot.cases.sealed import new_id, seal
from bot.documents.needed import fitting
from bot.filing import events, outbox, same_claim, snapshot, versions
from bot.filing.numbers import next_number
from bot.filing.secrets import Hashed, new_words
from bot.settings import settings

MAY_CHANGE = timedelta(hours=1)
DEMO = "demo"


class FilingRefused(Exception):
    """What cannot be done. `reason` (words in content/words/filing.yml): no_case, not_filed, after_one_hour, closed …"""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotPreviewed(FilingRefused):
    """The worker has not been shown what would be filed."""

    def __init__(self) -> None:
        super().__init__("not_previewed")


class NotForInspection(FilingRefused):
    """The one who owes is no employer that the labour inspection is in charge of (LAW-JUR-07)."""

    def __init__(self) -> None:
        super().__init__("not_for_inspection")


class OtherClaim(FilingRefused):
    """What was filed may have become another claim: the worker has not said yet that the filed one is meant."""

    def __init__(self) -> None:
        super().__init__("other_claim")


@dataclass(frozen=True)
class Filed:
    """A filing. `words`: the three secret words, only when they were made in this call; `filed_with`: the station or `demo`;
    `again`: it had been filed before, nothing was done; `state`: delivered, queued (the station has not got it yet), confirmed (a
    demo, or he hands it in himself) …; `gateway`: the way it goes."""

    receipt: str
    words: tuple[str, ...]
    filed_with: str
    filed_at: datetime
    again: bool
    version: int
    state: str = "delivered"
    gateway: str = outbox.DESK

    @property
    def demo(self) -> bool:
        """Whether it only lies here, for a trial: no station runs this bot."""
        return self.filed_with == DEMO


@dataclass(frozen=True)
class Withdrawn:
    """`done`: withdrawn; else a request was laid before the desk. `again`: the same had been asked before."""

    receipt: str
    done: bool
    again: bool


def file_complaint(session: Session, sender: str, now: datetime, station: str, *, same: str = "", gateway: str = "") -> Filed:
    """File the case in hand, once: a double click, a redelivery or a second process gets the same receipt and no words.

    With a changed and newly previewed case it is an amendment. `same`: the `same_claim.identity` that the worker said is
    the claim that he filed before. `gateway`: "" for that of the settings; to another house than this desk the order is laid in
    the same transaction. NotPreviewed, NotForInspection, OtherClaim; FilingRefused(no_case, after_one_hour, closed).
    """
    fresh = None if session.in_transaction() else new_words()  # takes 25 ms: not while the database is locked
    case = _case(session, sender)
    filing = active_filing(session, case.id, lock=True)
    if case.stage == "previewed" and "inspection_complaint" not in fitting(facts_of(session, case)):
        raise NotForInspection
    if case.stage == "previewed" and _is_doubtful(session, case, same):
        raise OtherClaim
    if filing is None:
        if case.stage != "previewed":
            raise NotPreviewed
        return _file(session, case, now, station, gateway, what="filed", fresh=fresh)
    if case.stage != "previewed" or snapshot.digest(session, snapshot.take(session, case)) == filing.digest:
        return _again(filing)
    return _amend(session, case, filing, now, station, gateway)


def _is_doubtful(session: Session, case: Case, same: str) -> bool:
    """Whether a claim that was filed before may have become another one, and he has not said that it is the same."""
    before = same_claim.filed_facts(session, case) if case.number else None
    facts = facts_of(session, case)
    return before is not None and same_claim.is_other(before, facts) and same != same_claim.identity(facts)


def withdraw(session: Session, sender: str, now: datetime, receipt: str = "") -> Withdrawn:
    """Take a filing back: at once within an hour (the case may be filed again), later as a request to the desk.

    `receipt`: which of his filings, "" for that of the case in hand. FilingRefused(no_case, not_filed, closed).
    """
    case = _case(session, sender, receipt)
    filing = active_filing(session, case.id, lock=True)
    if filing is None:
        return _withdrawn_before(session, case)
    if filing.state == "closed":
        raise FilingRefused("closed")
    if outbox.is_out(session, filing) and (filing.gateway or outbox.DESK) != outbox.DESK:
        return _ask_the_other_house(session, filing, now)
    if not outbox.take_back(session, filing, now) and not _in_time(session, filing, now):
        return _ask_the_desk(session, filing, now)
    filing.state, filing.outcome, filing.active = "closed", "withdrawn", False
    case.version, case.stage, case.updated_at = case.version + 1, "papers", now
    events.append(session, filing, "withdrawn", "worker", now)
    return Withdrawn(filing.receipt, done=True, again=False)


def may_change(session: Session, sender: str, now: datetime) -> bool:
    """Whether the filing of the case in hand may still be changed: within the hour, or when it was sent back."""
    case = case_in_hand(session, sender)
    filing = active_filing(session, case.id) if case is not None else None
    return filing is not None and may_be_changed(session, filing, now)


def may_be_changed(session: Session, filing: Filing, now: datetime) -> bool:
    """Whether this filing is open and within its hour, or was sent back."""
    return filing.state == "sent_back" or (filing.state != "closed" and _in_time(session, filing, now))


def is_filed(session: Session, sender: str) -> bool:
    """Whether a version of the case in hand counts as filed, changed since or not."""
    case = case_in_hand(session, sender)
    return case is not None and case.number is not None and active_filing(session, case.id) is not None


def active_filing(session: Session, case_id: str, *, lock: bool = False) -> Filing | None:
    """The version of a case that counts; None before filing and after a withdrawal. `lock`: the desk waits meanwhile."""
    query = select(Filing).where(Filing.case_id == case_id, Filing.active.is_(True)).order_by(Filing.version.desc())
    query = query.with_for_update() if lock else query
    found: Filing | None = session.scalars(query.execution_options(populate_existing=True)).first()
    return found


def present_filing(session: Session, sender: str) -> Filed | None:
    """The filing of the case in hand when nothing was changed since; None before filing, after a withdrawal or a change."""
    case = case_in_hand(session, sender)
    filing = active_filing(session, case.id) if case is not None else None
    if case is None or filing is None or snapshot.digest(session, snapshot.take(session, case)) != filing.digest:
        return None
    return _again(filing)


def _case(session: Session, sender: str, receipt: str = "") -> Case:
    case = case_of_number(session, sender, receipt, lock=True) if receipt else case_in_hand(session, sender, lock=True)
    if case is None:
        raise FilingRefused("no_case")
    return case


def _file(session: Session, case: Case, now: datetime, station: str, gateway: str, what: Literal["filed", "amended"],
          fresh: Hashed | None = None) -> Filed:
    """A new version. The unique (case, version) stands behind the lock: who comes second reads the first one's filing."""
    version = case.version
    try:
        with session.begin_nested():
            words = () if what == "amended" else _number(session, case, now, fresh or new_words())
            filing = _row(session, case, now, station, gateway)
            session.add(filing)
            session.flush()
            events.append(session, filing, what, "worker", now)
            if filing.gateway != outbox.DESK:
                outbox.enqueue(session, filing, now)
            case.stage, case.updated_at = "filed", now
    except IntegrityError:
        filing = session.scalars(select(Filing).where(Filing.case_id == case.id, Filing.version == version)).one()
        return _again(filing)
    return replace(_again(filing), words=words, again=False)


def _number(session: Session, case: Case, now: datetime, fresh: Hashed) -> tuple[str, ...]:
    """New secret words for a filing that is no amendment; with a number at the first time, with the same one after that."""
    words, words_hash = fresh
    if case.number is None:
        case.number = next_number(session, now)
        session.add(ReceiptSecret(receipt=case.number, case_id=case.id, words_hash=words_hash))
    else:
        session.execute(update(ReceiptSecret).where(ReceiptSecret.receipt == case.number).values(words_hash=words_hash))
    return words


def _in_time(session: Session, filing: Filing, now: datetime) -> bool:
    """Whether the hour still runs: it began with the first version that the desk has had without a break (not sent back,
    not taken back), so a change does not make it begin anew."""
    earlier = select(Filing).where(Filing.case_id == filing.case_id, Filing.version < filing.version)
    begun = filing.filed_at
    for before in session.scalars(earlier.order_by(Filing.version.desc())):
        if before.outcome != "superseded" or before.state == "sent_back":
            break
        begun = before.filed_at
    return bool(now - begun <= MAY_CHANGE)


def _row(session: Session, case: Case, now: datetime, station: str, gateway: str) -> Filing:
    content = snapshot.take(session, case)
    way = (gateway or settings().gateway) if station else outbox.DESK
    filing = Filing(
        id=new_id(),
        case_id=case.id,
        version=case.version,
        receipt=case.number,
        state="delivered" if station and way == outbox.DESK else "confirmed",
        active=True,
        filed_with=station or DEMO,
        filed_at=now,
        digest=snapshot.digest(session, content),
        gateway=way,
        law_version=versions.law_version(),
        form_version=versions.form_version(),
    )
    seal(session, filing, "content_sealed", content.to_json())
    return filing


def _amend(session: Session, case: Case, filing: Filing, now: datetime, station: str, gateway: str) -> Filed:
    """File the changed case in place of the former version; same receipt and words."""
    if filing.state == "closed":
        raise FilingRefused("closed")
    if filing.state != "sent_back" and not _in_time(session, filing, now):
        raise FilingRefused("after_one_hour")
    outbox.replace(session, filing, now)
    filing.active, filing.outcome = False, "superseded"
    case.version += 1
    events.append(session, filing, "superseded", "worker", now)
    return _file(session, case, now, station, gateway, what="amended")


def _ask_the_desk(session: Session, filing: Filing, now: datetime) -> Withdrawn:
    asked = any(event.what == "withdraw_asked" for event in events.of_filings(session, [filing.id])[filing.id])
    if not asked:
        events.append(session, filing, "withdraw_asked", "worker", now)
    return Withdrawn(filing.receipt, done=False, again=asked)


def _ask_the_other_house(session: Session, filing: Filing, now: datetime) -> Withdrawn:
    """It has, or may have, the filing: it is told. What he handed in himself only he can take back."""
    if filing.gateway == outbox.HANDOUT:
        raise FilingRefused("handed_in_yourself")
    outbox.ask_withdrawal(session, filing, now)
    return _ask_the_desk(session, filing, now)


def _withdrawn_before(session: Session, case: Case) -> Withdrawn:
    query = select(Filing.receipt).where(Filing.case_id == case.id, Filing.outcome == "withdrawn").limit(1)
    receipt = session.scalar(query)
    if receipt is None:
        raise FilingRefused("not_filed")
    return Withdrawn(receipt, done=True, again=True)


def _again(filing: Filing) -> Filed:
    return Filed(filing.receipt, (), filing.filed_with, filing.filed_at, again=True, version=filing.version, state=filing.state,
                 gateway=filing.gateway or outbox.DESK)
