"""Erasure: asked once, then done, and said what was erased and what a desk must keep."""
from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions import claim
from actions.common import Act, Turn, content, store
from actions.consent import without_a_yes
from actions.going_on import LEAVE_FORM
from bot import clock
from bot.filing.erase import Erased, erase
from bot.filing.outbox import ONLY_HERE
from bot.filing.status import own_status
from bot.interview.wishes import asks_what_is_kept


class ActionAskErase(Act):
    """Asks once."""

    called = "action_ask_erase"

    def do(self, turn: Turn) -> list[EventType]:
        """The question; after a filing with what must stay, or that the filing goes too: a demo, and what is still on its way,
        lie nowhere else."""
        with store().session(read_only=True) as session:
            filed = [status for status in own_status(session, turn.sender) if status.outcome != "withdrawn"]
        kept = [status for status in filed if not status.demo and status.state not in ONLY_HERE]
        if kept:
            turn.say("utter_ask_erase_filed", receipt=kept[0].receipt)
        elif filed:
            turn.say("utter_ask_erase_demo", receipt="、".join(status.receipt for status in filed))
        else:
            turn.say("utter_ask_erase")
        return [*LEAVE_FORM, SlotSet("awaiting", "erase")]


class ActionErase(Act):
    """Erases. The conversation itself goes when this turn has been saved (bot/channels/tracker_store.py)."""

    called = "action_erase"

    def do(self, turn: Turn) -> list[EventType]:
        """Do it and say what is gone; nothing without an explicit yes."""
        instead = without_a_yes(turn, "erase")
        if instead is not None:
            return instead
        with store().session() as session:
            erased = erase(session, turn.sender, clock.now())
        store().scrub()
        turn.custom(kind="erased")
        turn.teach(in_words(erased), [law for kept in erased.kept for law in kept.laws])
        return [SlotSet("awaiting", None), SlotSet("erase_conversation", True)]


def answer_nothing_kept(turn: Turn) -> list[EventType] | None:
    """我的资料还在吗 where nothing is: it is said so; None when something is kept, or it was not asked."""
    if not asks_what_is_kept(turn.text):
        return None
    with store().session(read_only=True) as session:
        if claim.facts_of(session, turn.sender) or own_status(session, turn.sender):
            return None
    turn.say("utter_nothing_kept")
    return []


def in_words(erased: Erased) -> str:
    """What was erased and what stays, in words."""
    words = content().words["erase"]
    counted = {kind: count for kind, count in erased.counts.items() if count and kind in words["counts"]}
    told = [words["counts"][kind].format(count=count) for kind, count in counted.items()]
    told += [words["numbers"][kind].format(count=count) for kind, count in erased.numbers.items() if kind in words["numbers"]]
    gone = "、".join(told)
    lines = [words["done"].format(gone=gone) if gone else words["nothing"]]
    for kept in erased.kept:
        why = words["why"][kept.why]
        lines.append(words["kept"].format(receipt=kept.receipt, why=why, days=kept.days_after_closing))
    return "\n".join(lines)
