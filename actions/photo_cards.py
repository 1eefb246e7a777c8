"""A photo of a whole identity card or bank card, which nobody asked for: keep it or remove it?"""
from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions import claim
from actions.common import Turn, acted_since, asked_last, content, store
from actions.evidence import without_photos
from actions.photo_asked import QUESTION, SLOT, Asked, ask_pieces, asked_of, is_the_button
from actions.photo_queue import all_sent, ask_reading, say_held
from actions.photo_read import Paper
from bot import clock
from bot.cases import drafts, evidence
from bot.cases.cards import CARDS
from bot.chinese.photo_words import about_photo, names_photo
from bot.filing import own

__all__ = ["CARDS", "answer_card", "ask_card"]


def ask_card(turn: Turn, cards: Sequence[Paper], then: Paper | None = None) -> list[EventType]:
    """Say that no card is needed and ask, for all that came at once; a form waits, and so does the paper that is said `then`."""
    turn.teach(content().words["photos"]["cards"][cards[0].guess])
    asked = ask_pieces(turn, [card.item for card in cards], all_sent(turn))
    return [*asked, SlotSet("photo_next", then.item.id if then else None)]


def answer_card(turn: Turn) -> list[EventType] | None:
    """Keep or remove what the question named, and nothing else; then the paper that waited. None when that was not asked, or
    when a newer piece came, so that 这张 may mean it."""
    asked, said = asked_of(turn), about_photo(turn.text)
    if asked is None or said is None or turn.attachments or acted_since(turn.tracker.events):
        return None
    mine = all_sent(turn)
    if not asked_last(turn.tracker.events, QUESTION) and not _still_meant(turn, asked, mine[-1].id if mine else "", said):
        return None
    if not asked.ids:
        return _gone(turn) if said == "remove" and is_the_button(turn) else None
    turn.say(_removed(turn.sender, asked.ids) if said == "remove" else _kept(turn.sender, asked.ids))
    return _after(turn, asked, said == "remove")


def _still_meant(turn: Turn, asked: Asked, newest: str, said: str) -> bool:
    """Whether a later answer can only mean the pieces that the question named: nothing came since, and it is no bare 删了."""
    return newest == asked.newest and (said == "keep" or names_photo(turn.text))


def _gone(turn: Turn) -> list[EventType]:
    turn.say("utter_card_gone")
    return []


def _after(turn: Turn, asked: Asked, removed: bool) -> list[EventType]:
    """The question is answered; what waited for it comes next: a paper that is held, one that was asked about, the form."""
    left = all_sent(turn)
    answered = Asked((), asked.choice, left[-1].id if left else "").event() if removed else SlotSet(SLOT, None)
    done = [answered, SlotSet("form_waits", None), SlotSet("photo_next", None)]
    meant = str(turn.tracker.get_slot("photo_meant") or "")
    if held := turn.tracker.get_slot("photo_next"):
        return [*done, *say_held(turn, str(held))]
    if meant and meant not in [item.id for item in left]:
        done += [SlotSet("photo_meant", None), SlotSet("awaiting", None)]
    elif meant:
        return [answered, *ask_reading(turn)]
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
