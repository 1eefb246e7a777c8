"""The one question 要留着，还是删掉: the pieces that it names are kept in a slot, so that an answer acts on these alone."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rasa_sdk.events import EventType, SlotSet

from actions.common import Turn, content, store
from actions.going_on import LEAVE_FORM
from bot import clock
from bot.cases import evidence
from bot.cases.cards import card_of, text_of
from bot.cases.evidence import EvidenceItem
from bot.chinese.iou.paper import paper_says
from bot.chinese.normalise import normalise
from bot.chinese.paper_kinds import guess_kinds
from bot.chinese.photo_removal import RECEIPT

SLOT = "photo_removing"
QUESTION = "utter_ask_card"
MOST_LISTED = 9


@dataclass(frozen=True)
class Asked:
    """`ids`: the pieces that the question named, none once they were removed; `choice`: the pieces that were listed with
    numbers; `newest`: the last piece that had come then."""

    ids: tuple[str, ...] = ()
    choice: tuple[str, ...] = ()
    newest: str = ""

    def event(self) -> EventType:
        """The slot that keeps it."""
        return SlotSet(SLOT, {"ids": list(self.ids), "choice": list(self.choice), "newest": self.newest})


def asked_of(turn: Turn) -> Asked | None:
    """What is asked, or was last answered by a removal; None when nothing was asked."""
    told: Any = turn.tracker.get_slot(SLOT)
    if not isinstance(told, dict):
        return None
    return Asked(tuple(told.get("ids") or ()), tuple(told.get("choice") or ()), str(told.get("newest") or ""))


def ask_pieces(turn: Turn, items: Sequence[EvidenceItem], mine: Sequence[EvidenceItem]) -> list[EventType]:
    """Ask whether these are kept or removed, each by its number and what it is; a form waits."""
    before = asked_of(turn)
    choice = before.choice if before else ()
    turn.say("utter_ask_card", named=content().words["photos"]["numbers"].join(_named(items, mine)))
    return [*_wait(turn), Asked(tuple(item.id for item in items), choice, mine[-1].id).event()]


def ask_which(turn: Turn, items: Sequence[EvidenceItem], mine: Sequence[EvidenceItem]) -> list[EventType]:
    """List the pieces from which he chooses the one to remove, the last ones; nothing is removed by it."""
    before = asked_of(turn)
    words, shown = content().words["photos"]["removal"], list(items)[-MOST_LISTED:]
    named, numbers = _named(shown, mine), {item.id: number for number, item in enumerate(mine, 1)}
    lines = [words["which"], *(f"· {one}" for one in named)]
    if len(shown) < len(items):
        lines.append(words["earlier"])
    buttons = [(one, words["remove"].format(number=numbers[item.id])) for one, item in zip(named, shown, strict=True)]
    turn.teach("\n".join(lines), (), buttons)
    return [*_wait(turn), Asked(before.ids if before else (), tuple(item.id for item in mine), mine[-1].id).event()]


def kind_of_piece(item: EvidenceItem) -> str:
    """What a piece is for him: an EvidenceKind, id_card, bank_card or receipt; "" when nothing speaks for one."""
    with store().session(read_only=True) as session:
        card, text = card_of(session, item), text_of(evidence.reading_of(session, item.id))
    if card:
        return card
    if item.kind in (None, "other", "settlement") and paper_says(text, item.kind or "other", clock.today()).receipt:
        return RECEIPT
    return item.kind or next(iter(guess_kinds(text)), "")


def is_the_button(turn: Turn) -> bool:
    """Whether these are the very words of the button under the question."""
    return normalise(turn.text) == content().words["photos"]["removal"]["button"]


def _named(items: Sequence[EvidenceItem], mine: Sequence[EvidenceItem]) -> list[str]:
    """第2张（身份证） for each, numbered as they came."""
    words, entries = content().words["photos"]["removal"], content().evidence
    places = {item.id: number for number, item in enumerate(mine, 1)}
    kinds = [kind_of_piece(item) for item in items]
    other = words["names"]
    names = [entries[kind]["name"] if kind in entries else other.get(kind, other["none"]) for kind in kinds]
    return [words["one"].format(number=places[item.id], kind=name) for item, name in zip(items, names, strict=True)]


def _wait(turn: Turn) -> list[EventType]:
    waits = bool(turn.form or turn.tracker.get_slot("form_waits"))
    return [*(LEAVE_FORM if turn.form else []), SlotSet("form_waits", waits)]
