"""A photo of a whole identity card or bank card, which nobody asked for: keep it or remove it?"""
from __future__ import annotations

import re
from collections.abc import Sequence

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions import claim
from actions.common import Turn, asked_last, content, store
from actions.evidence import without_photos
from actions.going_on import LEAVE_FORM
from actions.photo_queue import BETWEEN, say_held
from actions.photo_read import Paper, papers_of
from bot import clock
from bot.cases import drafts, evidence
from bot.cases.evidence import EvidenceItem
from bot.chinese.evidence_words import find_evidence
from bot.chinese.photo_words import about_photo
from bot.filing import own

CARDS = ("id_card", "bank_card")
QUESTION = "utter_ask_card"
CARD_ANSWERS = ("utter_card_kept", "utter_card_removed", "utter_card_stays")
#: what a card is called
CALLED = {"身份证": "id_card", "银行卡": "bank_card"}


def ask_card(turn: Turn, cards: Sequence[Paper], then: Paper | None = None) -> list[EventType]:
    """Say that no card is needed and ask, for all that came at once; a form waits, and so does the paper that is said `then`."""
    turn.teach(content().words["photos"]["cards"][cards[0].guess])
    asked = ask_again(turn, [card.item for card in cards])
    return [*asked, SlotSet("photo_next", then.item.id if then else None)]


def ask_again(turn: Turn, items: Sequence[EvidenceItem]) -> list[EventType]:
    """Ask whether photos are kept or removed; which one is said when there are several."""
    _say_which(turn, items)
    turn.say(QUESTION)
    meant = BETWEEN.join(item.id for item in items)
    return [*(LEAVE_FORM if turn.form else []), SlotSet("photo_meant", meant), SlotSet("form_waits", bool(turn.form))]


def meant_by(text: str, mine: Sequence[EvidenceItem]) -> list[EvidenceItem]:
    """The one photo that the words mean: the card or the kind that they name, else the last that was sent."""
    card = next((kind for word, kind in CALLED.items() if word in text), "")
    with store().session(read_only=True) as session:
        cards = {paper.item.id for paper in papers_of(session, list(mine)) if paper.guess == card} if card else set()
    kinds = find_evidence(re.sub("删除?|去?掉|撤回|不要|丢", "", text), default=True)
    named = [item for item in mine if item.id in cards or (not card and item.kind in kinds)]
    return (named or list(mine))[-1:]


def _say_which(turn: Turn, items: Sequence[EvidenceItem]) -> None:
    """The number and the name of the one that may go."""
    words = content().words["photos"]
    with store().session(read_only=True) as session:
        mine = [item.id for item in evidence.list_all(session, turn.sender)]
        guess = {paper.item.id: paper.guess for paper in papers_of(session, list(items))}
    if len(items) != 1 or len(mine) < 2 or items[0].id not in mine:
        return
    name = next((word for word, kind in CALLED.items() if guess.get(items[0].id) == kind), "")
    entry = content().evidence.get(items[0].kind or guess.get(items[0].id, ""))
    number = words["nth"].format(number=mine.index(items[0].id) + 1)
    turn.teach(words["this_one"].format(which=number, kind=name or (entry["name"] if entry else words["unnamed"])))


def answer_card(turn: Turn) -> list[EventType] | None:
    """Keep or remove what was asked about, then say the paper that waited; None when that was not asked or not answered."""
    meant = turn.tracker.get_slot("photo_meant")
    said = about_photo(turn.text) if meant and asked_last(turn.tracker.events, QUESTION) else None
    if said is None:
        return None
    items = str(meant).split(BETWEEN)
    turn.say(_removed(turn.sender, items) if said == "remove" else _kept(turn.sender, items))
    done = [SlotSet("photo_meant", None), SlotSet("form_waits", None), SlotSet("photo_next", None)]
    if held := turn.tracker.get_slot("photo_next"):
        return [*done, *say_held(turn, str(held))]
    return [*done, *([FollowupAction("action_resume")] if turn.tracker.get_slot("form_waits") else [])]


def _kept(sender: str, items: Sequence[str]) -> str:
    """A kept card has a name of its own, so that a later 这张是欠条 does not mean it."""
    with store().session() as session:
        unnamed = [item.id for item in evidence.list_all(session, sender) if item.id in items and item.kind is None]
        evidence.set_kinds(session, sender, unnamed, "other")
    return "utter_card_kept"


def _removed(sender: str, items: Sequence[str]) -> str:
    """Remove the photos, and their kinds from the proof in hand; the response that says so, or that what was filed keeps them.
    One that is gone already counts as removed."""
    with store().session() as session:
        if own.filed_items(session, sender) & set(items):
            return "utter_card_stays"
        for item in items:
            evidence.remove(session, sender, item)
        draft = drafts.load(session, sender)
        if draft:
            kinds = {item.kind for item in evidence.list_all(session, sender) if item.kind}
            claim.keep(session, sender, draft, without_photos(dict(draft.facts), kinds), clock.now())
        return "utter_card_removed"
