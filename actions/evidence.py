"""Proof: what this case has, can get and lacks."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk.events import EventType

from actions import claim
from actions.assessment import sentence
from actions.common import Act, Turn, content, store
from actions.complaint import complaint_fits
from actions.photo_read import papers_of
from actions.photo_said import says
from actions.speech import say_answer
from bot import clock
from bot.cases import drafts, evidence
from bot.cases.cards import sort_cards
from bot.chinese.evidence_words import read_evidence
from bot.chinese.iou.paper import PaperSays
from bot.chinese.values import Fact
from bot.evidence.iou_words import yuan
from bot.law.evidence import Piece, Review, review
from bot.law.paper_harms import Harm
from bot.law.strength import Part, standing


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
        kept = sort_cards(session, evidence.list_all(session, turn.sender)).shown
    if not kept and not (draft and draft.facts):
        return False
    facts = with_photos(dict(draft.facts) if draft else {}, [item.kind for item in kept if item.kind])
    _say_list(turn, review(facts), offered(turn, "next", facts) + (offered(turn, "take", facts) if kept else []))
    if not turn.form:
        turn.say("utter_ask_photo")
    return True


def offered(turn: Turn, key: str, facts: dict[str, Fact]) -> list[tuple[str, str]]:
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


class ActionEvidenceStrength(Act):
    """How strong the proof is: five facts, each with what lifts it most, and what the other side must bring."""

    called = "action_evidence_strength"

    def do(self, turn: Turn) -> list[EventType]:
        """For the case in hand, with the proof named in this message; without any fact the general answer."""
        facts, papers = _with_told(turn)
        if facts:
            say_strength(turn, facts, papers)
        else:
            say_answer(turn, content().answers["evidence_general"], brief=bool(turn.form))
        return []


def say_strength(turn: Turn, facts: dict[str, Fact], papers: Sequence[PaperSays] = ()) -> None:
    """One message of at most eleven lines; what comes next as buttons, none in a form."""
    found, words = standing(facts, clock.today(), papers), content().words["evidence"]
    names = [words["strength"]["documents"][document] for document in found.documents]
    values = {"documents": words["strength"]["between"].join(names), "weakest": words["elements"].get(found.weakest)}
    closing = [key for key in (found.key, found.late_key, found.closing) if key]
    said = [*(_strength_line(part, words) for part in found.parts), *(sentence(key, values) for key in closing)]
    lines = [words["strength"]["title"], *(text for text, _ in said)]
    laws = list(dict.fromkeys(law for _, ids in said for law in ids))
    turn.teach("\n".join(lines), laws, offered(turn, "after_photo", facts))


def _strength_line(part: Part, words: dict[str, Any]) -> tuple[str, list[str]]:
    """One fact: its mark, and the papers that hurt it or what lifts it most."""
    lift, laws = sentence(part.key) if part.key else ("", list(part.laws))
    if part.harms:
        against = [sentence(harm.key, _values(harm, words["strength"])) for harm in part.harms]
        lift, laws = "".join(text for text, _ in against), [law for _, ids in against for law in ids]
    mark = words["strength"]["marks"][part.strength]
    return str(words["strength"]["line"]).format(element=words["elements"][part.element], mark=mark, lift=lift), laws


def _values(harm: Harm, words: dict[str, Any]) -> dict[str, str]:
    """Which paper it is, by its place among those sent, and what stands on it; sums as they are said."""
    first, last = harm.papers[0], harm.papers[-1]
    kind = content().words["photos"]["hurting"]["receipt"] if first.receipt else _name(first.kind or "other")
    paper = words["paper"].format(number=first.number, kind=kind) if first is last else \
        words["two_papers"].format(one=first.number, other=last.number)
    told = {key: yuan(value) if isinstance(value, int) else str(value) for key, value in harm.values.items()}
    return {"paper": paper, **told}


def _with_told(turn: Turn) -> tuple[dict[str, Fact], list[PaperSays]]:
    """The facts of the case with its photos and the proof that this message names; the latter is kept with a claim. And what
    the photos say."""
    told = read_evidence(turn.text).get("evidence_held")
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        mine = evidence.list_all(session, turn.sender)
        photos = [item.kind for item in mine if item.kind]
        facts = with_photos(dict(draft.facts) if draft else {}, [*photos, *(told.value if told else [])])
        if draft and draft.facts and told:
            claim.keep(session, turn.sender, draft, facts, clock.now())
        papers = [paper for paper in papers_of(session, mine) if (paper.reading or paper.problem) and not paper.denied]
    return facts, [says(paper, mine.index(paper.item) + 1) for paper in papers]


def with_photos(facts: dict[str, Fact], kinds: list[str]) -> dict[str, Fact]:
    """The facts, with the kinds of the photos among the evidence held."""
    if not kinds:
        return facts
    held = facts.get("evidence_held")
    said = list(held.value or []) if held and held.state == "known" else []
    return {**facts, "evidence_held": Fact("known", value=list(dict.fromkeys([*said, *kinds])), words=held.words if held else "")}


def without_photos(facts: dict[str, Fact], kinds: set[str]) -> dict[str, Fact]:
    """The facts after a photo was removed: of proof that was counted by photos alone, only the kinds still there."""
    held = facts.get("evidence_held")
    if held is None or held.words or not isinstance(held.value, list):
        return facts
    left = [kind for kind in held.value if kind in kinds]
    rest = {slot: fact for slot, fact in facts.items() if slot != "evidence_held"}
    return {**rest, "evidence_held": Fact("known", value=left)} if left else rest


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
