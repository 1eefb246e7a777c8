"""A roster that came as a .xlsx or .csv: read, said, and a yes asked for. Nothing of it counts before that."""
from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rasa_sdk.events import EventType, SlotSet
from sqlalchemy.orm import Session

from actions import claim
from actions.common import Turn, mirror, store
from actions.papers import in_messages
from actions.roster_words import lines_read, lines_wrong, table, yuan
from bot import clock
from bot.cases import drafts, evidence, roster
from bot.cases.evidence import EvidenceItem
from bot.chinese.crew_total import with_total
from bot.chinese.values import Fact
from bot.evidence.roster.read import READ, read_roster
from bot.evidence.roster.values import Roster, RosterUnread, Worker

KIND = "other"  # a roster is no proof of its own; named, so that a later 这张是欠条 does not mean it
Read = tuple[EvidenceItem, Roster | str]


def rosters_among(items: Sequence[EvidenceItem]) -> list[Read]:
    """The rosters among the files that came, each as it was read, or the reason why it was not."""
    found: list[Read] = []
    for item in items:
        if item.mime not in READ:
            continue
        with store().session(read_only=True) as session:
            data = evidence.read(session, item.id)
        try:
            found.append((item, read_roster(data, item.mime, clock.today())))
        except RosterUnread as unread:
            found += [(item, unread.reason)] if unread.reason in table()["said"]["unread"] else []
    return found


def say_roster(turn: Turn, read: Read) -> list[EventType]:
    """What was read and what is wrong; the question for a yes. Inside a form it counts at once and can be sent anew."""
    item, found = read
    words = table()["said"]
    with store().session() as session:
        evidence.set_kinds(session, turn.sender, [item.id], KIND)
    if isinstance(found, str):
        turn.teach(words["unread"][found])
        return []
    if not found.workers:
        turn.teach("\n".join([*lines_wrong(found), words["none_right"]] if found.problems else [words["empty"]]))
        return []
    with store().session() as session:
        roster.put(session, turn.sender, found.workers, item.id, clock.now())
    for part in in_messages(lines_read(found)):
        turn.teach(part, words["laws"])
    if wrong := lines_wrong(found):
        turn.teach("\n".join(wrong))
    if turn.form:
        turn.teach(words["in_form"])
        return take_roster(turn)[1]
    ask_roster(turn)
    return [SlotSet("awaiting", None)]


def ask_roster(turn: Turn) -> None:
    """Ask whether the roster is right."""
    words = table()["said"]
    turn.teach(words["ask"], (), [(button["title"], button["payload"]) for button in words["buttons"]])


def take_roster(turn: Turn) -> tuple[list[Worker], list[EventType]]:
    """The roster that waited counts: its number of people and their sum stand in the claim, his own sum beside them when his
    row is known (LAW-IOU-13). [] when none waited."""
    with store().session() as session:
        workers = roster.agree(session, turn.sender, clock.now())
        if not workers:
            return [], []
        facts = _with_group(session, turn.sender, workers)
        draft = drafts.load(session, turn.sender)
        claim.keep(session, turn.sender, draft, facts, clock.now())
    return workers, mirror(facts, turn.tracker.slots)


def _with_group(session: Session, sender: str, workers: Sequence[Worker]) -> dict[str, Fact]:
    words = table()["said"]
    facts = claim.facts_of(session, sender)
    total = sum((worker.owed for worker in workers), Decimal(0))
    people = Fact("known", len(workers), words=words["people"].format(count=len(workers)))
    facts["people_count"] = with_total(people, words["group_sum"].format(sum=yuan(total)))
    own = own_row(facts, workers)
    if own is not None and "owed_amount" not in facts:
        value = int(own.owed) if own.owed == own.owed.to_integral_value() else float(own.owed)
        facts["owed_amount"] = Fact("known", value, words=words["own_words"].format(sum=yuan(own.owed)))
    return facts


def own_row(facts: dict[str, Fact], workers: Sequence[Worker]) -> Worker | None:
    """The row of the worker who writes, when he told his name and one row alone has it."""
    name = facts.get("worker_name")
    mine = [worker for worker in workers if name is not None and name.state == "known" and worker.name == name.value]
    return mine[0] if len(mine) == 1 else None
