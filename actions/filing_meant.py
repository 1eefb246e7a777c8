"""Which of his open filings is meant: named by its receipt, its place in the question, or the one who owes."""
from __future__ import annotations

from actions.common import Turn, asked_last, in_words, ran_before, store
from bot import clock
from bot.cases import drafts
from bot.chinese.receipts import read_receipt
from bot.chinese.which_filing import Wish, place_of
from bot.filing.own import OpenFiling, open_filings
from bot.interview.which_claim import fits

QUESTIONS: dict[Wish, str] = {"withdraw": "utter_which_withdraw", "change": "utter_which_change"}
MOST = 5  # filings that one question names
SLOTS = ("debtor_name", "debtor_kind", "work_place", "owed_amount")  # by which he knows them apart


def open_ones(turn: Turn) -> list[OpenFiling]:
    """His filings that may still be changed or taken back."""
    with store().session(read_only=True) as session:
        return open_filings(session, turn.sender, clock.now())


def meant(turn: Turn, own: list[OpenFiling], what: Wish) -> str:
    """The receipt of the filing that is named, or of the only one there is when no number is named; else ""."""
    shown = _shown(own, what)
    only = shown[0].receipt if len(shown) == 1 and not read_receipt(turn.text) else ""
    return named(turn, own, what) or only


def named(turn: Turn, own: list[OpenFiling], what: Wish) -> str:
    """The receipt of the filing that is named by its number, its place in the question or the one who owes; else ""."""
    receipt, shown = read_receipt(turn.text), _shown(own, what)[-MOST:]
    if receipt:
        return receipt if receipt in [one.receipt for one in own] else ""
    place = place_of(turn.text, len(shown))
    if place:
        return shown[place - 1].receipt
    owing = [one.receipt for one in shown if _name(one) and _name(one) in turn.text]
    owing = owing or [one.receipt for one in shown if fits(turn.text, one.facts, clock.today())]
    return owing[0] if len(owing) == 1 else ""


def being_changed(turn: Turn) -> str:
    """The receipt of the filing that is open for a change just now, or ""."""
    if not turn.form and not ran_before(turn.tracker.events, "action_change_filing"):
        return ""
    if asked_last(turn.tracker.events, QUESTIONS["change"]):
        return ""
    with store().session(read_only=True) as session:
        draft = drafts.load(session, turn.sender)
    return (draft.number or "") if draft else ""


def _shown(own: list[OpenFiling], what: Wish) -> list[OpenFiling]:
    return changeable(own) if what == "change" else own


def _name(one: OpenFiling) -> str:
    fact = one.facts.get("debtor_name")
    return str(fact.value or "") if fact else ""


def known_as(one: OpenFiling) -> str:
    """The filing as he knows it: who owes, where, how much; its trade when nobody is named; its receipt when nothing is."""
    slots = SLOTS if "debtor_name" in one.facts else (*SLOTS, "industry")
    return in_words({slot: one.facts[slot] for slot in slots if slot in one.facts}) or one.receipt


def changeable(own: list[OpenFiling]) -> list[OpenFiling]:
    """Those within the time for a change."""
    return [one for one in own if one.may_change]
