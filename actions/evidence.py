"""Proof: what this case has, can get and lacks; photos taken in and named."""
from __future__ import annotations

from typing import Any

from rasa_sdk.events import EventType
from sqlalchemy.orm import Session

from actions import claim
from actions.assessment import sentence
from actions.common import Act, Turn, content, store
from actions.complaint import complaint_fits
from actions.speech import say_answer
from bot import clock
from bot.cases import drafts, evidence
from bot.chinese.evidence_words import find_evidence
from bot.chinese.values import Fact
from bot.law.evidence import Piece, Review, review

OTHER = "别的"


class ActionEvidence(Act):
    """The list for this case, and what is weakest."""

    called = "action_evidence"

    def do(self, turn: Turn) -> list[EventType]:
        """Three groups, each piece with what it proves and where to get it."""
        if not say_case_evidence(turn):
            say_answer(turn, content().answers["evidence_general"], brief=bool(turn.form))
        return []


def say_case_evidence(turn: Turn) -> bool:
    """The list for this sender's case; False when nothing is known of one."""
    with store().session(read_only=True) as session:
        draft = drafts.load(session, turn.sender)
        kept = evidence.list_all(session, turn.sender)
    if not kept and not (draft and draft.facts):
        return False
    facts = with_photos(dict(draft.facts) if draft else {}, [item.kind for item in kept if item.kind])
    _say_list(turn, review(facts), _offered(turn, "next", facts))
    if not turn.form:
        turn.say("utter_ask_photo")
    return True


def _offered(turn: Turn, key: str, facts: dict[str, Fact]) -> list[tuple[str, str]]:
    """The buttons for this case, none in a form: against a private household no complaint is offered."""
    words = content().words["evidence"]
    table = words if complaint_fits(facts) else words["private"]
    return [] if turn.form else [(word, word) for word in table[key]]


def _say_list(turn: Turn, found: Review, buttons: list[tuple[str, str]]) -> None:
    """Have, can get, missing; then what is weakest, and what comes next."""
    words = content().words["evidence"]
    for state in ("have", "can_get", "missing"):
        pieces = [piece for piece in found.pieces if piece.state == state][: words["most"]]
        if pieces:
            lines = [words[state], *(_line(piece, words) for piece in pieces)]
            turn.teach("\n".join(lines), [law for piece in pieces for law in piece.laws])
    weakest = words["elements"].get(found.weakest or "", "")
    text, laws = sentence(found.key, {"weakest": weakest, "piece": _name(found.get_next) if found.get_next else ""})
    turn.teach(text, laws, buttons)


def with_photos(facts: dict[str, Fact], kinds: list[str]) -> dict[str, Fact]:
    """The facts, with the kinds of the photos among the evidence held."""
    if not kinds:
        return facts
    held = facts.get("evidence_held")
    said = list(held.value or []) if held and held.state == "known" else []
    return {**facts, "evidence_held": Fact("known", value=list(dict.fromkeys([*said, *kinds])), words=held.words if held else "")}


def _name(kind: str) -> str:
    return str(content().evidence[kind]["name"])


def _line(piece: Piece, words: dict[str, Any]) -> str:
    entry = content().evidence[piece.kind]
    template = words["line_have"] if piece.state == "have" else words["line_get"]
    return str(template).format(name=entry["name"], proves=_text(entry["proves"]), where=_text(entry["where"]),
                                stronger=_text(entry["stronger"]))


def _text(entry: Any) -> str:
    if isinstance(entry, list):
        return "".join(_text(part) for part in entry[:1])
    return str(entry["text"]) if isinstance(entry, dict) else str(entry)


class ActionReceiveEvidence(Act):
    """A photo came, or is named: it is kept already; ask what it is, or say what it proves. A form goes on by itself."""

    called = "action_receive_evidence"

    def do(self, turn: Turn) -> list[EventType]:
        """Say that it is safe, with its number."""
        kind = _kind_of(turn.text)
        with store().session() as session:
            mine = evidence.list_all(session, turn.sender)
            came = [item.id for item in mine if item.id in turn.attachments]
            named = came or [item.id for item in mine if item.kind is None]
            if kind:
                _name_items(session, turn.sender, named, kind)
            buttons = _offered(turn, "after_photo", claim.facts_of(session, turn.sender))
        if came:
            turn.say("utter_photo_kept_brief" if kind or turn.form else "utter_photo_kept", count=len(came), total=len(mine))
            turn.custom(kind="evidence", ids=came)
        if kind and named:
            _say_kind(turn, kind, buttons)
        if not named:
            turn.say("utter_photo_gone")
        return []


def _name_items(session: Session, sender: str, items: list[str], kind: str) -> None:
    """Name the files, and count their kind among the evidence held."""
    evidence.set_kinds(session, sender, items, kind)
    draft = drafts.load(session, sender)
    if draft and items:
        claim.keep(session, sender, draft, with_photos(dict(draft.facts), [kind]), clock.now())


def _say_kind(turn: Turn, kind: str, buttons: list[tuple[str, str]]) -> None:
    """What a piece of this kind proves, and what makes it stronger."""
    entry = content().evidence[kind]
    turn.say("utter_evidence_named", kind=entry["name"])
    turn.teach(f"{_text(entry['proves'])}\n{_text(entry['stronger'])}", entry.get("laws", []), buttons)


def _kind_of(text: str) -> str | None:
    if not text:
        return None
    return next(iter(find_evidence(text, default=True)), "other" if OTHER in text else None)
