"""A filing taken back or opened for a change: which one, when several are open, and nothing without an explicit yes."""
from __future__ import annotations

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions import claim
from actions.another_slots import slots_of
from actions.common import Act, Turn, acted_since, asked_last, content, store
from actions.consent import without_a_yes
from actions.filing_meant import MOST, QUESTIONS, being_changed, changeable, known_as, meant, named, open_ones
from actions.going_on import LEAVE_FORM, ask_what
from bot import clock
from bot.cases import drafts
from bot.chinese.receipts import read_receipt
from bot.chinese.values import Fact
from bot.chinese.which_filing import Wish, takes_back, wish
from bot.filing.own import OpenFiling, take_up
from bot.filing.service import FilingRefused, withdraw
from bot.filing.status import own_status

ASKS_YES = ("utter_ask_withdraw", "utter_ask_withdraw_one")


class ActionAskWithdraw(Act):
    """Asks once before a filing is taken back; first which one, when several are open."""

    called = "action_ask_withdraw"

    def do(self, turn: Turn) -> list[EventType]:
        """The question, if there is something to take back."""
        own = open_ones(turn)
        if (instead := _nothing_to_do(turn, own)) is not None:
            return instead
        asked_for_a_yes = any(asked_last(turn.tracker.events, question) for question in ASKS_YES)
        before = str(turn.tracker.get_slot("filing_meant") or "") if asked_for_a_yes else ""
        before = before or being_changed(turn)
        receipt = meant(turn, own, "withdraw") or next((one.receipt for one in own if one.receipt == before), "")
        return _ask_withdraw(turn, own, receipt)


class ActionWithdraw(Act):
    """Takes the filing back, or asks the desk to."""

    called = "action_withdraw"

    def do(self, turn: Turn) -> list[EventType]:
        """Within the hour at once; later a request; nothing without an explicit yes."""
        instead = without_a_yes(turn, "withdraw")
        if instead is not None:
            return instead
        own, receipt = open_ones(turn), str(turn.tracker.get_slot("filing_meant") or "")
        if receipt not in [one.receipt for one in own]:
            receipt = own[0].receipt if len(own) == 1 else ""
        if len(own) > 1 and not receipt:
            return _ask_which(turn, own, "withdraw")
        try:
            with store().session() as session:
                taken = withdraw(session, turn.sender, clock.now(), receipt)
        except FilingRefused as refused:
            turn.teach(content().words["filing"]["refused"][refused.reason])
            return [SlotSet("awaiting", None)]
        if taken.done:
            facts_said = next(known_as(one) for one in own if one.receipt == taken.receipt)
            turn.say("utter_withdrawn", receipt=taken.receipt, facts=facts_said)
        else:
            turn.say("utter_withdraw_asked", receipt=taken.receipt)
        facts = _take_up(turn, taken.receipt) if taken.done else None
        return [*_slots(turn, facts), SlotSet("awaiting", None), SlotSet("filing_meant", None)]


class ActionChangeFiling(Act):
    """Changes what was filed, within the hour; first which one, when several may be changed."""

    called = "action_change_filing"

    def do(self, turn: Turn) -> list[EventType]:
        """Open for a change, or say why not."""
        own = open_ones(turn)
        if (instead := _nothing_to_do(turn, own)) is not None:
            return instead
        several = len(changeable(own)) > 1
        return _open_change(turn, own, meant(turn, own, "change"), new_value=not several and not read_receipt(turn.text))


def answer_which(turn: Turn) -> list[EventType] | None:
    """Take the answer to 撤哪一份 or 改哪一份, or a wish that names the filing by its receipt (撤回MX-2026-0000123) or by the one
    who owes (撤回孙二那份), whatever NLU takes it for. None when it is neither, or was answered already in this turn."""
    asked = next((what for what, question in QUESTIONS.items() if asked_last(turn.tracker.events, question)), "")
    wished = wish(turn.text) or asked
    sure = bool(asked or read_receipt(turn.text)) or takes_back(turn.text)
    if not wished or not sure or acted_since(turn.tracker.events):
        return None
    if wished == "keep":
        return _kept(turn)
    own = open_ones(turn)
    receipt = named(turn, own, wished)
    if not receipt:
        return None
    return _ask_withdraw(turn, own, receipt) if wished == "withdraw" else _open_change(turn, own, receipt)


def _nothing_to_do(turn: Turn, own: list[OpenFiling]) -> list[EventType] | None:
    """What is said instead where no filing is open, or he says not to touch it; None when there is something to do."""
    if not own:
        return _change_unfiled(turn) or _nothing_open(turn)
    return _kept(turn) if wish(turn.text) == "keep" else None


def _kept(turn: Turn) -> list[EventType]:
    """He says not to touch it: nothing is taken back or changed."""
    turn.say("utter_deny_nothing")
    return [SlotSet("awaiting", None), SlotSet("filing_meant", None)]


def _ask_withdraw(turn: Turn, own: list[OpenFiling], receipt: str) -> list[EventType]:
    """The question for the yes, with the receipt when there are several; without a receipt, which one."""
    if not receipt:
        return _ask_which(turn, own, "withdraw")
    facts = next(known_as(one) for one in own if one.receipt == receipt)
    if len(own) > 1:
        turn.say("utter_ask_withdraw_one", receipt=receipt, facts=facts)
    else:
        turn.say("utter_ask_withdraw", facts=facts)
    return [*_left(turn), SlotSet("awaiting", "withdraw"), SlotSet("filing_meant", receipt)]


def _open_change(turn: Turn, own: list[OpenFiling], receipt: str, new_value: bool = False) -> list[EventType]:
    """Take the filing in hand and ask what to change; late, or while another claim is being written, say so.

    `new_value`: the message may hold the new value itself.
    """
    may = changeable(own)
    if not may or (receipt and receipt not in [one.receipt for one in may]):
        turn.say("utter_change_late")
        return [SlotSet("awaiting", None)]
    if not receipt:
        return _ask_which(turn, may, "change")
    facts = _take_up(turn, receipt)
    if facts is None:
        turn.say("utter_change_first_finish", receipt=receipt)
        return [*_left(turn), SlotSet("awaiting", None)]
    turn.say("utter_change_open")
    events = [*_slots(turn, facts), *_left(turn), SlotSet("awaiting", None)]
    if new_value:
        return [*events, FollowupAction("action_correct")]
    ask_what(turn, facts)
    return events


def _take_up(turn: Turn, receipt: str) -> dict[str, Fact] | None:
    """The facts of the filing that is now in hand; None when it cannot be taken."""
    with store().session() as session:
        if not take_up(session, turn.sender, receipt, clock.now()):
            return None
        return claim.facts_of(session, turn.sender)


def _slots(turn: Turn, facts: dict[str, Fact] | None) -> list[EventType]:
    return [] if facts is None else [*slots_of(turn, facts), SlotSet("same_claim", None)]


def _left(turn: Turn) -> list[EventType]:
    return LEAVE_FORM if turn.form else []


def _ask_which(turn: Turn, own: list[OpenFiling], what: Wish) -> list[EventType]:
    """The open filings, numbered, with a button each."""
    words, shown = content().words["filing"], own[-MOST:]
    lines = [words["which"]["line"].format(n=n, receipt=one.receipt, facts=known_as(one)) for n, one in enumerate(shown, 1)]
    buttons = [(words["which"]["button"].format(n=n), words["which"][what].format(receipt=one.receipt))
               for n, one in enumerate(shown, 1)]
    turn.say("utter_which_withdraw" if what == "withdraw" else "utter_which_change", buttons=buttons, count=len(own),
             filings="\n".join(lines))
    return [*_left(turn), SlotSet("awaiting", None), SlotSet("filing_meant", None)]


def _change_unfiled(turn: Turn) -> list[EventType]:
    """The claim in hand was never filed, one before it was taken back: that in hand is changed. Empty when it is not so."""
    with store().session(read_only=True) as session:
        draft, own = drafts.load(session, turn.sender), own_status(session, turn.sender)
    if draft is None or draft.number or not draft.facts or not own:
        return []
    turn.say("utter_change_not_filed")
    ask_what(turn, draft.facts)
    return [*_left(turn), SlotSet("awaiting", None)]


def _nothing_open(turn: Turn) -> list[EventType]:
    """Why nothing can be taken back or changed here: it is closed, or it was filed elsewhere, or not at all."""
    words = content().words["filing"]
    with store().session(read_only=True) as session:
        own = own_status(session, turn.sender)
    if own:
        turn.teach(words["already_withdrawn"] if own[0].outcome == "withdrawn" else words["refused"]["closed"])
    else:
        turn.say("utter_nothing_filed")
        turn.teach(words["elsewhere"]["text"], words["elsewhere"]["laws"])
    return [SlotSet("awaiting", None)]
