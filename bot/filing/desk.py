"""The station's register: what was filed, the clocks, and the desk's answers."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases import audit, outgoing, personal
from bot.cases.models import Case, Filing, Person
from bot.chinese.receipts import read_receipt
from bot.chinese.values import Fact
from bot.clock import CHINA
from bot.documents.roster import RosterRow
from bot.filing import desk_clocks, events, outbox, rosters, snapshot
from bot.filing.printable import printable
from bot.filing.service import DEMO
from bot.filing.states import NextStep, states


class DeskRefused(Exception):
    """`reason` (words in content/words/desk.yml): unknown_number, withdrawn, closed, wrong_step, unknown_state, no_text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Line:
    """One line of the register. `people`, `owed`: of the roster when there is one; `days`: since it was filed; `due`: the next
    dated step; `asks_withdrawal`: the worker asked; `overdue`: steps of desk_clocks that this desk should have done."""

    number: str
    filed_at: datetime
    people: Fact | None
    owed: Fact | None
    debtor: Fact | None
    state: str
    outcome: str | None
    days: int
    due: NextStep | None
    asks_withdrawal: bool
    overdue: tuple[str, ...] = ()


@dataclass(frozen=True)
class File:
    """All of a filing: the facts as filed, evidence (EvidenceItem as JSON), personal numbers in clear by token, history; the
    roster as it was filed, numbers in clear, empty for a claim of one."""

    line: Line
    filed_with: str
    demo: bool
    version: int
    facts: dict[str, Fact]
    evidence: list[dict[str, object]]
    personal: dict[str, str]
    events: list[events.Event]
    roster: tuple[RosterRow, ...] = ()


def list_filings(session: Session, now: datetime, state: str | None = None, most: int = 500) -> list[Line]:
    """The filings that count, the oldest open one first, closed ones last. `state`: one of states.yml, or how it was closed
    (`paid`). DeskRefused(unknown_state)."""
    query = select(Filing).where(Filing.active.is_(True)).order_by((Filing.state == "closed"), Filing.filed_at).limit(most)
    if state is not None:
        if state not in listable():
            raise DeskRefused("unknown_state")
        query = query.where(Filing.outcome == state if state in states().outcomes else Filing.state == state)
    filings = session.scalars(query).all()
    history = events.of_filings(session, [filing.id for filing in filings])
    return [_line(session, filing, history[filing.id], now) for filing in filings]


def listable() -> list[str]:
    """What the register can be asked for: the states of a filing and how it may end; what was taken back is not in it."""
    return [*(state for state in states().table if state != "draft"), *(one for one in states().outcomes if one != "withdrawn")]


def show(session: Session, number: str, now: datetime) -> File:
    """One filing in full; that it was read is noted in the audit. DeskRefused(unknown_number, withdrawn)."""
    filing, person = _find(session, number)
    history = events.of_filings(session, [filing.id])[filing.id]
    content = snapshot.read(session, filing)
    used = set(content.tokens())
    clear = {token: value for token, value in personal.reveal_of_person(session, person.id).items() if token in used}
    audit.note(session, "desk_show", now)
    line = _line(session, filing, history, now)
    demo = filing.filed_with == DEMO
    return File(line, filing.filed_with, demo, filing.version, content.facts, content.evidence, clear, history,
                rosters.from_snapshot(content.roster))


def answer(session: Session, number: str, text: str, state: str | None, now: datetime) -> Line:
    """The desk's answer: an event, perhaps a new state (`accepted`, `sent_back`, `paid`, …), and a message to the worker.

    Signs that steer a terminal are taken out of it. DeskRefused(unknown_number, withdrawn, closed, unknown_state, wrong_step,
    no_text); nothing is changed then.
    """
    filing, person = _find(session, number, lock=True)
    text = printable(text)
    if not text:
        raise DeskRefused("no_text")
    if filing.state == "closed":
        raise DeskRefused("closed")
    if state is not None:
        _move(filing, state)
        if filing.state != "queued":
            outbox.replace(session, filing, now)
    if filing.outcome == "withdrawn":
        _give_back(session, filing, now)
    before = len(events.of_filings(session, [filing.id])[filing.id])
    events.append(session, filing, "desk_answer", "desk", now, note=text)
    if person.sender_sealed is not None:
        payload = {"kind": "desk_answer", "receipt": filing.receipt, "state": filing.state, "outcome": filing.outcome}
        outgoing.put(session, person, text, payload, now, key=f"desk:{filing.id}:{before}")
    history = events.of_filings(session, [filing.id])[filing.id]
    return _line(session, filing, history, now)


def _move(filing: Filing, said: str) -> None:
    table = states()
    try:
        state, outcome = table.read(said)
    except ValueError as error:
        raise DeskRefused("unknown_state") from error
    if not table.may(filing.state, state) or (state == "queued" and filing.state != state):
        raise DeskRefused("wrong_step")
    filing.state, filing.outcome = state, outcome


def _give_back(session: Session, filing: Filing, now: datetime) -> None:
    """A filing that the desk closed as taken back leaves the register; the worker may file the case again."""
    case = session.scalars(select(Case).where(Case.id == filing.case_id)).one()
    filing.active = False
    case.version, case.stage, case.updated_at = case.version + 1, "papers", now


def _find(session: Session, number: str, lock: bool = False) -> tuple[Filing, Person]:
    receipt = read_receipt(number)
    query = (
        select(Filing, Person)
        .join(Case, Case.id == Filing.case_id)
        .join(Person, Person.id == Case.person_id)
        .where(Filing.receipt == receipt, Filing.active.is_(True))
    )
    query = query.with_for_update(of=Filing) if lock else query
    # the worker may have put a new version in its place while this waited for the lock: the second look sees that one
    found = session.execute(query).first() or (session.execute(query).first() if lock else None)
    if found is None:
        taken_back = session.scalar(select(Filing.id).where(Filing.receipt == receipt, Filing.outcome == "withdrawn").limit(1))
        raise DeskRefused("withdrawn" if taken_back else "unknown_number")
    return found[0], found[1]


def _line(session: Session, filing: Filing, history: list[events.Event], now: datetime) -> Line:
    content = snapshot.read(session, filing)
    people, owed, debtor = (content.facts.get(slot) for slot in ("people_count", "owed_amount", "debtor_name"))
    if content.group_owed is not None:
        people, owed = Fact("known", len(content.roster)), Fact("known", float(content.group_owed))
    begun = events.state_began(history, filing.state, filing.filed_at).astimezone(CHINA).date()
    due = next((step for step in states().next_steps(filing.state, filing.outcome, begun) if step.on), None)
    days = (now.astimezone(CHINA).date() - filing.filed_at.astimezone(CHINA).date()).days
    asks = any(event.what == "withdraw_asked" for event in history) and filing.state != "closed"
    overdue = () if filing.filed_with == DEMO else tuple(
        step.step for step in desk_clocks.steps_of(filing.receipt, filing.state, history, now) if step.overdue)
    return Line(filing.receipt, filing.filed_at, people, owed, debtor, filing.state, filing.outcome, days, due, asks, overdue)
