"""The filing: once, on an explicit yes; taken back or changed within the hour; its state told to whoever may know."""
from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date, datetime

from rasa_sdk.events import EventType, FollowupAction, SlotSet
from sqlalchemy.orm import Session

from actions.assessment import sentence
from actions.common import Act, Turn, content, store
from bot import clock
from bot.cases import drafts, secrets_out
from bot.chinese.dates import format_date
from bot.filing.secrets import read_receipt, split_words
from bot.filing.service import Filed, FilingRefused, NotPreviewed, file_complaint, withdraw
from bot.filing.states import states
from bot.filing.status import Refusal, Status, look_up, own_status
from bot.law.clocks import clocks
from bot.settings import settings

WORDS = 3
TOKEN = "〔口令"
FRAME = re.compile(r"(?i)mx[\d\s\-—_]+|回执号?|口令词?|我的|投诉|办到哪|怎么样|进度|查一?下?|是|了|的|和")


def where_to() -> str:
    """Where a filing goes, in words."""
    words = content().words["filing"]
    station = settings().station
    return str(words["goes_to_station"].format(station=station) if station else words["goes_to_demo"])


def filed_where(filed_with: str) -> str:
    """Where a filing lies, in words; never that the authority has it."""
    words = content().words["filing"]
    return str(words["filed_demo"] if filed_with == "demo" else words["filed_with"].format(station=filed_with))


class ActionFileComplaint(Act):
    """The yes."""

    called = "action_file_complaint"

    def do(self, turn: Turn) -> list[EventType]:
        """One transaction: filing, receipt, event. A second yes gets the same receipt."""
        try:
            with store().session() as session:
                filed = file_complaint(session, turn.sender, clock.now(), settings().station)
                words = secrets_out.put(session, turn.sender, filed.words, clock.now()) if filed.words else ""
        except NotPreviewed:
            return [SlotSet("awaiting", None), FollowupAction("action_papers")]
        except FilingRefused as refused:
            turn.teach(content().words["filing"]["refused"][refused.reason])
            return [SlotSet("awaiting", None)]
        say_receipt(turn, filed, words)
        return [SlotSet("awaiting", None)]


def say_receipt(turn: Turn, filed: Filed, words: str) -> None:
    """The receipt, what it means, and what comes next with dates."""
    where = filed_where(filed.filed_with)
    if words:
        turn.say("utter_filed", where=where, receipt=filed.receipt, words=words)
    elif filed.again:
        turn.say("utter_filed_again", where=where, receipt=filed.receipt)
    else:
        turn.say("utter_filed_changed", where=where, receipt=filed.receipt)
    filed_at = filed.filed_at.astimezone(clock.CHINA).isoformat(timespec="seconds")
    turn.custom(kind="receipt", receipt=filed.receipt, filed_with=filed.filed_with, filed_at=filed_at)
    hand_in = content().words["filing"]["hand_in"]
    turn.teach(hand_in["text"], hand_in["laws"])
    say_clocks(turn, clock.today())
    if not filed.again:
        turn.say("utter_change_hour")


def say_clocks(turn: Turn, handed_in: date) -> None:
    """By which days the labour inspection decides and ends if it has the complaint on `handed_in`; what to do if nobody answers."""
    when = "handed_in_today" if handed_in == clock.today() else "handed_in_on"
    running = clocks("inspection", handed_in)
    said = dict.fromkeys((one.key, one.on) for one in running)
    lines = [sentence(key, {"on": on}) for key, on in said]
    start = content().words["filing"][when].format(on=format_date(handed_in))
    turn.teach("\n".join([start, *(text for text, _ in lines)]), [law for _, laws in lines for law in laws])
    for one in running:
        if one.on:
            turn.custom(kind="deadline", what=one.what, on=one.on.isoformat())
    no_answer = content().routes["inspection"]["no_answer"]
    turn.teach(no_answer["text"], no_answer["laws"])


class ActionStatus(Act):
    """"我的投诉怎么样了": by receipt and words from any device, or the sender's own."""

    called = "action_status"

    def do(self, turn: Turn) -> list[EventType]:
        """The state, its history, and what comes next."""
        receipt = read_receipt(turn.text)
        with store().session() as session:
            draft = drafts.load(session, turn.sender)
            own = list(own_status(session, turn.sender))
            statuses = _look_up(turn, session, receipt, own) if receipt else own
        if not statuses and not receipt:
            turn.say("utter_status_none" if draft and draft.facts else "utter_status_ask")
        for status in statuses[:3]:
            _refuse(turn, status) if isinstance(status, Refusal) else say_status(turn, status)
        return []


def _look_up(turn: Turn, session: Session, receipt: str, own: list[Status]) -> Sequence[Status | Refusal]:
    """By receipt: the sender's own needs no words; without words they are asked for, and nothing counts as a try."""
    mine = [status for status in own if status.receipt == receipt]
    typed = turn.text if TOKEN in turn.text else FRAME.sub(" ", turn.text)
    if mine:
        return mine
    if TOKEN not in typed and len(split_words(typed)) < WORDS:
        turn.say("utter_status_words", receipt=receipt)
        return []
    return [look_up(session, turn.sender, receipt, typed, clock.now())]


def _refuse(turn: Turn, refusal: Refusal) -> None:
    if refusal.kind == "wait":
        turn.say("utter_status_wait", minutes=_minutes_until(refusal.until))
    elif refusal.kind == "wrong":
        turn.say("utter_status_wrong", left=refusal.tries_left)
    else:
        turn.say("utter_status_unknown")


def _minutes_until(until: datetime | None) -> int:
    return max(1, math.ceil((until - clock.now()).total_seconds() / 60)) if until else 15


def say_status(turn: Turn, status: Status) -> None:
    """One filing in words."""
    words = content().words["filing"]
    state = words["outcomes"][status.outcome] if status.outcome else words["states"][status.state]
    lines = [f"{status.receipt}：{state}", filed_where(status.filed_with)]
    for event in status.events[-4:]:
        line = f"{format_date(event.at.astimezone(clock.CHINA).date())} {words['events'].get(event.what, event.what)}"
        lines.append(f"{line}：{event.note}" if event.note else line)
    turn.teach("\n".join(lines))
    for step in status.next:
        text = words["steps"][step.step]
        day = f"（{format_date(step.on)}）" if step.on else ""
        turn.teach(f"{text}{day}", list(step.laws))
        if step.on:
            turn.custom(kind="deadline", what=step.step, on=step.on.isoformat())
    if states().is_open(status.state):
        say_clocks(turn, status.filed_at.astimezone(clock.CHINA).date())


class ActionAskWithdraw(Act):
    """Asks once before a filing is taken back."""

    called = "action_ask_withdraw"

    def do(self, turn: Turn) -> list[EventType]:
        """The question, if there is something to take back."""
        if not _open_filings(turn.sender):
            turn.say("utter_nothing_filed")
            return []
        turn.say("utter_ask_withdraw")
        return [SlotSet("awaiting", "withdraw")]


class ActionWithdraw(Act):
    """Takes the filing back, or asks the desk to."""

    called = "action_withdraw"

    def do(self, turn: Turn) -> list[EventType]:
        """Within the hour at once; later a request."""
        try:
            with store().session() as session:
                taken = withdraw(session, turn.sender, clock.now())
        except FilingRefused as refused:
            turn.teach(content().words["filing"]["refused"][refused.reason])
            return [SlotSet("awaiting", None)]
        turn.say("utter_withdrawn" if taken.done else "utter_withdraw_asked", receipt=taken.receipt)
        return [SlotSet("awaiting", None)]


class ActionChangeFiling(Act):
    """Changes what was filed, within the hour."""

    called = "action_change_filing"

    def do(self, turn: Turn) -> list[EventType]:
        """Open for a change, or say why not."""
        filed = _open_filings(turn.sender)
        if not filed:
            turn.say("utter_nothing_filed")
            return []
        young = (clock.now() - filed[0].filed_at).total_seconds() <= 3600
        if not young and filed[0].state != "sent_back":
            turn.say("utter_change_late")
            return []
        turn.say("utter_change_open")
        return [FollowupAction("action_correct")]


def _open_filings(sender: str) -> list[Status]:
    with store().session(read_only=True) as session:
        return [status for status in own_status(session, sender) if status.state != "closed"]
