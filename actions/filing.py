"""The filing: once, on an explicit yes. Taking back and changing: actions/own_filings.py."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.apart import offer_other
from actions.assessment import sentence
from actions.common import Act, Turn, content, store
from actions.complaint import can_be_filed, complaint_fits
from actions.consent import without_a_yes
from bot import clock
from bot.cases import drafts, secrets_out
from bot.chinese.dates import format_date
from bot.chinese.values import Fact
from bot.filing import handout
from bot.filing.outbox import DESK, HANDOUT
from bot.filing.service import (
    Filed,
    FilingRefused,
    NotForInspection,
    NotPreviewed,
    OtherClaim,
    file_complaint,
)
from bot.filing.status import Status
from bot.law.assess import assess
from bot.law.clocks import Clock, clocks
from bot.settings import settings


def where_to() -> str:
    """Where a filing goes, in words."""
    words = content().words["filing"]
    station = settings().station
    if station and settings().gateway == HANDOUT:
        return str(words["goes_by_hand"])
    return str(words["goes_to_station"].format(station=station) if station else words["goes_to_demo"])


def filed_where(filed: Filed | Status) -> str:
    """Where a filing lies, in words; never that the authority has it."""
    words = content().words["filing"]
    return str(words[_where(filed)].format(station=filed.filed_with))


def _where(filed: Filed | Status) -> str:
    """The name of the words: on another way than this desk it is said whether it has arrived."""
    if filed.demo:
        return "filed_demo"
    if filed.gateway == HANDOUT:
        return "filed_by_hand" if filed.state == "confirmed" else "filed_handed_in"
    if filed.state == "queued":
        return "filed_queued"
    return "filed_with" if filed.gateway == DESK else "filed_sent"


class ActionFileComplaint(Act):
    """The yes."""

    called = "action_file_complaint"

    def do(self, turn: Turn) -> list[EventType]:
        """One transaction: filing, receipt, event. A second yes gets the same receipt; nothing without an explicit yes."""
        instead = without_a_yes(turn, "file")
        if instead is not None:
            return instead
        facts = _facts_of(turn.sender)
        if facts and not (complaint_fits(facts) and can_be_filed(facts)):
            return [SlotSet("awaiting", None), FollowupAction("action_papers")]
        try:
            with store().session() as session:
                same = str(turn.tracker.get_slot("same_claim") or "")
                filed = file_complaint(session, turn.sender, clock.now(), settings().station, same=same)
                words = secrets_out.put(session, turn.sender, filed.words, clock.now()) if filed.words else ""
                bundle = handout.link(session, turn.sender, filed, clock.now())
        except (NotPreviewed, NotForInspection):
            return [SlotSet("awaiting", None), FollowupAction("action_papers")]
        except OtherClaim:
            return [SlotSet("awaiting", None), FollowupAction("action_preview")]
        except FilingRefused as refused:
            turn.teach(content().words["filing"]["refused"][refused.reason])
            return [SlotSet("awaiting", None)]
        say_receipt(turn, filed, words)
        if bundle:
            turn.custom(kind="document", document=handout.DOCUMENT, format=handout.FORM, url=f"/chat/files/{bundle}",
                        title=handout.title())
        if words:
            offer_other(turn, _facts_of(turn.sender))
        return [SlotSet("awaiting", None)]


def say_receipt(turn: Turn, filed: Filed, words: str) -> None:
    """The receipt, what it means, and what comes next with dates."""
    where = filed_where(filed)
    if words:
        turn.say("utter_filed", where=where, receipt=filed.receipt, words=words)
    elif filed.again:
        turn.say("utter_filed_again", where=where, receipt=filed.receipt)
    else:
        turn.say("utter_filed_changed", where=where, receipt=filed.receipt)
    filed_at = filed.filed_at.astimezone(clock.CHINA).isoformat(timespec="seconds")
    turn.custom(kind="receipt", receipt=filed.receipt, filed_with=filed.filed_with, filed_at=filed_at)
    if not say_closed_inspection(turn, _facts_of(turn.sender)):
        hand_in = content().words["filing"]["hand_in"]
        turn.teach(hand_in["text"], hand_in["laws"])
        if not filed.again:
            say_clocks(turn, clock.today())
    if not filed.again:
        turn.say("utter_change_hour")


def _facts_of(sender: str) -> dict[str, Fact]:
    with store().session(read_only=True) as session:
        draft = drafts.load(session, sender)
    return dict(draft.facts) if draft else {}


def say_closed_inspection(turn: Turn, facts: Mapping[str, Fact]) -> bool:
    """Say why the labour inspection does not take this claim and which road comes first; False when it does take it."""
    if not facts or (found := assess(facts, clock.today())).inspection_open:
        return False
    closed = next((road for road in found.roads if road.route == "inspection"), None)
    keys = dict.fromkeys([*(closed.keys[:1] if closed else ()), *found.recommended.keys[:1]])
    lines = [sentence(key, found.places) for key in keys]
    turn.teach("\n".join(text for text, _ in lines), [law for _, laws in lines for law in laws])
    return True


def say_clocks(turn: Turn, handed_in: date) -> None:
    """The days by which the labour inspection, given the complaint on `handed_in`, decides and ends; what to do in silence."""
    words = content().words["filing"]
    running = clocks("inspection", handed_in)
    start = words["handed_in_today" if handed_in == clock.today() else "handed_in_on"].format(on=format_date(handed_in))
    lines = [(start, []), *(_clock_line(one) for one in running)]
    turn.teach("\n".join(text for text, _ in lines), [law for _, laws in lines for law in laws])
    for one in running:
        if one.on:
            turn.custom(kind="deadline", what=one.what, on=str(one.on))
    no_answer = content().routes["inspection"]["no_answer"]
    turn.teach(no_answer["text"], no_answer["laws"])


def _clock_line(one: Clock) -> tuple[str, list[str]]:
    """A day, or the earliest and the latest that it may be while the holidays of its year are not announced."""
    text, laws = sentence(one.key, {"on": one.on, "earliest": one.earliest, "latest": one.latest})
    return (text if one.on else f"{content().words['filing']['clocks'][one.what]}：{text}"), laws
