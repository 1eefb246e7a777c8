"""How a filing stands, told to whoever may know."""
from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime

from rasa_sdk.events import EventType, SlotSet

from actions.after_filing import noted
from actions.common import Act, Turn, content, store
from actions.deadlines import say_days
from actions.filing import filed_where, say_clocks
from bot import clock
from bot.cases import drafts, road_steps
from bot.cases.road_steps import Step
from bot.chinese.dates import format_date
from bot.chinese.receipts import LIKE_RECEIPT, forgot_words, narrow, read_receipt
from bot.filing.states import states
from bot.filing.status import Refusal, Status, look_up, own_status


class ActionStatus(Act):
    """"我的投诉怎么样了": by receipt and words from any device, or the sender's own."""

    called = "action_status"

    def do(self, turn: Turn) -> list[EventType]:
        """The state, its history, and what comes next."""
        receipt = read_receipt(turn.text)
        with store().session(read_only=True) as session:
            draft = drafts.load(session, turn.sender)
            statuses = own_status(session, turn.sender)
            steps = road_steps.of_case(session, draft.case_id) if draft else []
        if forgot_words(turn.text) and not statuses:
            return say_words_gone(turn)
        if receipt and not forgot_words(turn.text):
            return say_look_up(turn, receipt)
        if not receipt and LIKE_RECEIPT.search(narrow(turn.text)):
            turn.say("utter_status_short")
            return []
        if not statuses:
            turn.say("utter_status_none" if draft and draft.facts else "utter_status_ask")
        for status in statuses[:3]:
            say_status(turn, status, on_his_way=bool(draft and steps and draft.number == status.receipt))
        if draft and steps:
            _say_way(turn, steps)
        return []


def _say_way(turn: Turn, steps: Sequence[Step]) -> None:
    """The last steps that he told of, and the days to watch from here."""
    turn.teach("\n".join(noted(step) for step in steps[-3:]))
    with store().session() as session:
        say_days(turn, session)


def say_look_up(turn: Turn, receipt: str) -> list[EventType]:
    """The filing of a receipt, for words that stand in the message; the receipt is remembered as long as its words are wanted."""
    with store().session() as session:
        found = look_up(session, turn.sender, receipt, turn.text, clock.now())
    if isinstance(found, Refusal):
        _refuse(turn, found, receipt)
        return [SlotSet("asked_receipt", receipt if found.kind in ("no_words", "wrong", "wait") else None)]
    say_status(turn, found)
    return [SlotSet("asked_receipt", None)]


def say_words_gone(turn: Turn) -> list[EventType]:
    """The words cannot be told again; where they are not needed, and who helps else."""
    gone = content().words["filing"]["words_gone"]
    turn.teach(gone["text"], gone["laws"])
    return []


def _refuse(turn: Turn, refusal: Refusal, receipt: str | None) -> None:
    if refusal.kind == "wait":
        turn.say("utter_status_wait", minutes=_minutes_until(refusal.until))
    elif refusal.kind == "no_words":
        turn.say("utter_status_words", receipt=receipt)
    elif refusal.kind == "wrong":
        turn.say("utter_status_wrong", left=refusal.tries_left)
    else:
        turn.say("utter_status_unknown")


def _minutes_until(until: datetime | None) -> int:
    return max(1, math.ceil((until - clock.now()).total_seconds() / 60)) if until else 15


def say_status(turn: Turn, status: Status, on_his_way: bool = False) -> None:
    """One filing in words. `on_his_way`: he told what happened since, so the days are counted from that and said behind it."""
    words = content().words["filing"]
    state = words["outcomes"][status.outcome] if status.outcome else words["states"][status.state]
    lines = [f"{status.receipt}：{state}", filed_where(status)]
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
    if states().is_open(status.state) and not on_his_way:
        say_clocks(turn, status.filed_at.astimezone(clock.CHINA).date())
