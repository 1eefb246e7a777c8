"""The money has come: all of it, a part, or it is asked which. Nothing is closed or taken back without his own word."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rasa_sdk.events import EventType, SlotSet

from actions import claim
from actions.common import Act, Turn, content, store
from actions.going_on import LEAVE_FORM
from actions.money_came import answer_none, ask_rest, record
from bot import clock
from bot.cases import daybook_pay, drafts, road_steps
from bot.chinese.money_came import money_came
from bot.chinese.normalise import normalise
from bot.chinese.paid import HowMuch, how_much
from bot.chinese.values import Fact
from bot.filing import reminders
from bot.filing.service import may_change
from bot.filing.status import own_status

OFFICES = {"inspection", "hotline", "platform", "mediation", "arbitration", "court", "petition", "police"}
OTHER_QUESTIONS = ("erase", "file", "withdraw", "restart", "photo")
"""What a yes or a no is about that is not the money."""
ANSWERS: dict[str, HowMuch] = {"affirm": "all", "deny": "part"}


@dataclass(frozen=True)
class Standing:
    """What was set going for this money: the receipt of the open filing ("" without one), its hour, other offices."""

    receipt: str
    changeable: bool
    elsewhere: bool


class ActionPaid(Act):
    """"钱拿到了"."""

    called = "action_paid"

    def do(self, turn: Turn) -> list[EventType]:
        """Be glad with him, ask or say what to do with what was filed; a form is left, all is kept. Nothing came: no joy."""
        much = how_much(normalise(turn.text))
        if much == "none":
            return _nothing_yet(turn)
        if much == "unsaid":
            _say(turn, ["asked"])
            return [*LEAVE_FORM, SlotSet("awaiting", "paid")]
        return _settled(turn, much)


class ActionPaidAnswer(Act):
    """The yes or no to whether it was all."""

    called = "action_paid_answer"

    def do(self, turn: Turn) -> list[EventType]:
        """What to do with what was filed; 没拿到 is no part of it."""
        if how_much(normalise(turn.text)) == "none":
            return _nothing_yet(turn)
        return _settled(turn, ANSWERS[turn.intent])


def answer_money(turn: Turn) -> list[EventType] | None:
    """What came of the money, told as the answer to 钱到了吗 or by himself once something was set going; None for other words."""
    if money_came(turn.text, asked=True) is None or turn.tracker.get_slot("awaiting") in OTHER_QUESTIONS:
        return None
    with store().session(read_only=True) as session:
        asked = reminders.money_is_asked(session, turn.sender, clock.now())
        monthly = daybook_pay.is_open(session, turn.sender, clock.now())
        draft = drafts.load(session, turn.sender)
        begun = draft is not None and (draft.stage == "filed" or bool(road_steps.of_case(session, draft.case_id)))
    came = money_came(turn.text, asked=asked)
    if came is None or not begun or (monthly and not asked):
        return None
    if came.much == "none":
        return answer_none(turn)
    if came.much == "unsaid":
        _say(turn, ["asked"])
        return [*LEAVE_FORM, SlotSet("awaiting", "paid")]
    return _settled(turn, came.much, came.amount)


def _nothing_yet(turn: Turn) -> list[EventType]:
    """The money has not come: what not to sign, and that what was filed stays; the form goes on."""
    if not turn.form and (events := answer_none(turn)) is not None:
        return events
    standing = _standing(turn.sender)
    _say(turn, ["none", "none_filed" if standing.receipt else "none_not_filed"][:1 if turn.form else None], standing.receipt)
    return [SlotSet("awaiting", None)]


def _settled(turn: Turn, much: HowMuch, amount: Fact | None = None) -> list[EventType]:
    """Say what to do with what was filed, and keep what he says as a step of his road; a sum is set against what is owed."""
    standing = _standing(turn.sender)
    noted = record(turn, "paid" if much == "all" else "part_paid", amount)
    if much != "all" and amount is not None and noted:
        _say(turn, ["part_sum", *(["part_filed"] if standing.receipt else [])], standing.receipt, [*noted])
        return [*LEAVE_FORM, *ask_rest(turn)]
    _say(turn, _all(standing) if much == "all" else _part(standing), standing.receipt, noted)
    return [*LEAVE_FORM, SlotSet("awaiting", None)]


def _all(standing: Standing) -> list[str]:
    keys = ["all", "filed" if standing.receipt else "not_filed"]
    return [*keys[:1], "elsewhere", *keys[1:]] if standing.elsewhere else keys


def _part(standing: Standing) -> list[str]:
    if not standing.receipt:
        return ["part", "part_not_filed"]
    return ["part", "part_filed", "part_may_change" if standing.changeable else "part_late"]


def _standing(sender: str) -> Standing:
    with store().session(read_only=True) as session:
        tried = claim.facts_of(session, sender).get("already_tried")
        open_filings = [status for status in own_status(session, sender) if status.state != "closed"]
        changeable = may_change(session, sender, clock.now())
    codes = tried.value if tried is not None and isinstance(tried.value, list) else []
    return Standing(open_filings[0].receipt if open_filings else "", changeable, bool(OFFICES & set(codes)))


def _say(turn: Turn, keys: list[str], receipt: str = "", noted: Sequence[str] = ()) -> None:
    """The lines of content/words/paid.yml under `keys` as one message, with what was noted and the buttons of the last."""
    rows = [content().words["paid"][key] for key in keys]
    text = "\n".join([*(str(row["text"]).format(receipt=receipt) for row in rows), *noted])
    laws = list(dict.fromkeys(law for row in rows for law in row["laws"]))
    turn.teach(text, laws, [(word, word) for word in rows[-1].get("next", [])])
