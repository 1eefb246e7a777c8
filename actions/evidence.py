"""Proof: what this case has, can get and lacks; photos taken in and named."""
from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import claim
from actions.assessment import sentence
from actions.common import Turn, content, store
from bot import clock
from bot.cases import drafts, evidence
from bot.chinese.evidence_words import find_evidence
from bot.chinese.values import Fact
from bot.law.evidence import Piece, review


class ActionEvidence(Action):
    """The list for this case, and what is weakest."""

    def name(self) -> str:
        """The name in the domain."""
        return "action_evidence"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Three groups, each piece with what it proves and where to get it."""
        turn = Turn(dispatcher, tracker)
        with store().session(read_only=True) as session:
            draft = drafts.load(session, turn.sender)
            kept = evidence.list_all(session, turn.sender)
        facts = with_photos(dict(draft.facts) if draft else {}, [item.kind for item in kept if item.kind])
        found = review(facts)
        words = content().words["evidence"]
        for state in ("have", "can_get", "missing"):
            pieces = [piece for piece in found.pieces if piece.state == state]
            if pieces:
                turn.teach("\n".join([words[state], *(_line(piece, words) for piece in pieces[: words["most"]])]),
                           [law for piece in pieces[: words["most"]] for law in piece.laws])
        weak, laws = sentence(found.key, {"weakest": words["elements"].get(found.weakest or "", ""),
                                          "piece": _name(found.get_next) if found.get_next else ""})
        turn.teach(weak, laws, [(word, word) for word in words["next"]])
        if not turn.form:
            turn.say("utter_ask_photo")
        return []


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


class ActionReceiveEvidence(Action):
    """A photo came: it is kept already; ask what it is. In a form the form goes on."""

    def name(self) -> str:
        """The name in the domain."""
        return "action_receive_evidence"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Say that it is safe, with its number."""
        turn = Turn(dispatcher, tracker)
        with store().session() as session:
            mine = {item.id for item in evidence.list_all(session, turn.sender)}
            ids = [item for item in turn.attachments if item in mine]
            kind = _kind_of(turn.text)
            for item in ids if kind else []:
                evidence.set_kind(session, turn.sender, item, kind)
        if not ids:
            turn.say("utter_photo_gone")
            return []
        if turn.form or kind:
            turn.say("utter_photo_kept_brief", count=len(ids), ids="、".join(ids))
            return []
        turn.say("utter_photo_kept", count=len(ids), ids="、".join(ids))
        return [SlotSet("awaiting", "evidence")]


class ActionNameEvidence(Action):
    """What the last photo is."""

    def name(self) -> str:
        """The name in the domain."""
        return "action_name_evidence"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Name it, say what it proves and what makes it stronger."""
        turn = Turn(dispatcher, tracker)
        kind = _kind_of(turn.text) or "other"
        with store().session() as session:
            unnamed = [item for item in evidence.list_all(session, turn.sender) if item.kind is None]
            for item in unnamed:
                evidence.set_kind(session, turn.sender, item.id, kind)
            draft = drafts.load(session, turn.sender)
            if draft:
                claim.keep(session, turn.sender, draft, with_photos(dict(draft.facts), [kind]), clock.now())
        entry = content().evidence[kind]
        turn.say("utter_evidence_named", kind=entry["name"])
        turn.teach(f"{_text(entry['proves'])}\n{_text(entry['stronger'])}", entry.get("laws", []),
                   [(word, word) for word in content().words["evidence"]["after_photo"]])
        return [SlotSet("awaiting", None)]


def _kind_of(text: str) -> str | None:
    return next(iter(find_evidence(text, default=True)), None)
