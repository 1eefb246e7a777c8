"""A photo came, or is named: it is kept already and read here. What stands on it is said, or it is asked; a form goes on."""
from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.orm import Session

from actions import claim
from actions.common import Act, Turn, content, mirror, store
from actions.evidence import offered, with_photos
from actions.photo_answer import differing, take
from actions.photo_cards import CARDS, ask_again, ask_card
from actions.photo_read import MOST_READ, Paper, is_poor, papers_of, read_new
from actions.photo_said import SPECIAL, facts_on, say_paper
from bot import clock
from bot.cases import drafts, evidence
from bot.cases.evidence import EvidenceItem
from bot.chinese.evidence_words import find_evidence
from bot.chinese.photo_words import about_photo
from bot.chinese.values import Fact

OTHER = "别的"
MOST_BUTTONS = 4


class ActionReceiveEvidence(Act):
    """Photos and files taken in, or the words that say what they are."""

    called = "action_receive_evidence"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:  # type: ignore[override]
        """Called by the SDK; other people are answered while the photos are read."""
        turn = Turn(dispatcher, tracker)
        if turn.attachments:
            await asyncio.to_thread(read_new, turn.sender, turn.attachments)
        return super().run(dispatcher, tracker, domain)

    def do(self, turn: Turn) -> list[EventType]:
        """Say that it is safe, with its number; then what stands on it, or what it is asked to be."""
        said = kind_of(turn.text)
        with store().session() as session:
            mine = evidence.list_all(session, turn.sender)
            came = [item for item in mine if item.id in turn.attachments]
            unnamed = [item for item in mine if item.kind is None]
            named = came or unnamed or (mine[-1:] if said else [])
            papers = [_called(paper, said) for paper in papers_of(session, came or (named if said in SPECIAL else []))]
            if said:
                cards = {paper.item.id for paper in papers_of(session, named) if paper.guess in CARDS}
                name_items(session, turn.sender, [item.id for item in named if item.id not in cards], said)
            facts = claim.facts_of(session, turn.sender)
        if came:
            turn.custom(kind="evidence", ids=[item.id for item in came])
        if about_photo(turn.text) == "remove" and mine and not came:
            return ask_again(turn, mine[-1:])
        if not named:
            turn.say("utter_photo_gone")
            return []
        return _say(turn, papers, said, mine, offered(turn, "after_photo", facts))


def _say(turn: Turn, papers: list[Paper], said: str | None, mine: list[EvidenceItem],
         buttons: list[tuple[str, str]]) -> list[EventType]:
    """The paper that tells most is said; without one the kind that he named, or the question what it is."""
    special = next((paper for paper in papers if _tells(paper, said)), None)
    cards = [paper for paper in papers if paper.guess in CARDS]
    if turn.attachments and (special or cards or said or turn.form or _is_clear(papers)):
        turn.say("utter_photo_kept_brief", total=len(mine))
    elif not turn.form and (turn.attachments or not said):
        _ask_kind(turn, papers, len(mine))
    if len(papers) > MOST_READ and any(paper.reading is None for paper in papers):
        turn.teach(content().words["photos"]["unread"].format(most=MOST_READ))
    if cards:
        return ask_card(turn, cards, special)
    if special:
        return _say_special(turn, special, papers)
    if said:
        say_kind(turn, said, buttons)
    elif len(papers) > 1:
        _say_guesses(turn, papers)
    return []


def say_waiting(turn: Turn, item: str) -> list[EventType]:
    """The paper that waited for the answer about a card; nothing when it is gone."""
    with store().session(read_only=True) as session:
        papers = papers_of(session, [one for one in evidence.list_all(session, turn.sender) if one.id == item])
    return _say_special(turn, papers[0], papers) if papers and _tells(papers[0], None) else []


def _called(paper: Paper, said: str | None) -> Paper:
    """The paper as what he calls it, where that can be read: an IOU or a board."""
    return replace(paper, kinds=[said]) if said in SPECIAL and paper.reading and not is_poor(paper) else paper


def _tells(paper: Paper, said: str | None) -> bool:
    """Whether it is an IOU or a board of which something was read, and he does not call it something else."""
    return not is_poor(paper) and bool(facts_on(paper)) and said in (None, paper.guess)


def _is_clear(papers: Sequence[Paper]) -> bool:
    """Whether nothing is asked: all have their name already, or several have a guess each."""
    return all(paper.item.kind for paper in papers) or (len(papers) > 1 and all(paper.guess for paper in papers))


def _say_special(turn: Turn, paper: Paper, papers: Sequence[Paper]) -> list[EventType]:
    """An IOU or a board: outside a form a yes is asked for, in a form the facts are noted and can be corrected."""
    facts = facts_on(paper)
    with store().session() as session:
        name_items(session, turn.sender, [paper.item.id], paper.guess)
    if len(papers) > 1:
        _say_guesses(turn, papers, paper)
    say_paper(turn, paper, facts)
    if turn.form:
        return _noted(turn, facts)
    return [SlotSet("awaiting", "photo"), SlotSet("photo_meant", paper.item.id)]


def _noted(turn: Turn, found: Mapping[str, Fact]) -> list[EventType]:
    """In a form what stands on the paper is noted at once; what he told otherwise stays, and the difference is said."""
    facts = take(turn, found)
    if pairs := differing(facts, found):
        turn.teach(content().words["photos"]["differs"].format(pairs=pairs))
    return mirror(facts, turn.tracker.slots)


def _ask_kind(turn: Turn, papers: Sequence[Paper], total: int) -> None:
    """Four buttons, the guess first; what to do when no word could be read."""
    words = content().words["photos"]
    usual = [*papers[0].kinds, *words["usual"]] if len(papers) == 1 else list(words["usual"])
    kinds = [kind for kind in dict.fromkeys(usual) if kind in words["buttons"] and kind != "other"][:MOST_BUTTONS - 1]
    lines = [words["asks"].format(total=total)]
    if any(paper.reading and paper.reading.text and is_poor(paper) for paper in papers):
        lines.append(words["poor"])
    elif len(papers) == 1 and papers[0].reading and papers[0].reading.papers > 1:
        lines.append(words["two"])
    turn.teach("\n".join(lines), (), [tuple(words["buttons"][kind]) for kind in (*kinds, "other")])


def _say_guesses(turn: Turn, papers: Sequence[Paper], said: Paper | None = None) -> None:
    """Of several photos each, but for the one that is said for itself, is named by its guess; he can say otherwise."""
    words, entries = content().words["photos"], content().evidence
    guessed = [paper for paper in papers if paper.guess in entries and paper is not said]
    if not guessed:
        return
    with store().session() as session:
        for paper in guessed:
            name_items(session, turn.sender, [paper.item.id], paper.guess)
    lines = [words["guess"].format(number=number, kind=entries[paper.guess]["name"])
             for number, paper in enumerate(papers, 1) if paper in guessed]
    turn.teach("".join([*lines, words["guess_wrong"]]))


def name_items(session: Session, sender: str, items: Sequence[str], kind: str) -> None:
    """Name the files, and count their kind among the evidence held."""
    evidence.set_kinds(session, sender, items, kind)
    draft = drafts.load(session, sender)
    if draft and items:
        claim.keep(session, sender, draft, with_photos(dict(draft.facts), [kind]), clock.now())


def say_kind(turn: Turn, kind: str, buttons: list[tuple[str, str]]) -> None:
    """What a piece of this kind proves, and all that makes it stronger."""
    entry = content().evidence[kind]
    turn.say("utter_evidence_named", kind=entry["name"])
    lines = [str(part["text"]) for part in (entry["proves"], *entry["stronger"])]
    laws = [law for part in (entry["proves"], *entry["stronger"]) for law in part.get("laws", [])]
    turn.teach("\n".join(lines), list(dict.fromkeys([*entry.get("laws", []), *laws])), buttons)


def kind_of(text: str) -> str | None:
    """The kind of evidence that he says a photo is; None when he does not."""
    if not text:
        return None
    return next(iter(find_evidence(text, default=True)), "other" if OTHER in text else None)
