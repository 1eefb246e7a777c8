"""A photo came, or is named: it is kept already and read here. What stands on it is said, or it is asked; a form goes on."""
from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import claim
from actions.broken_files import say_broken
from actions.common import Act, Turn, content, store
from actions.evidence import offered
from actions.photo_cards import CARDS, ask_card
from actions.photo_kinds import ask_kind, kind_of, name_items, say_brief, say_kind
from actions.photo_queue import (
    BETWEEN,
    all_sent,
    ask_again_first,
    called,
    is_asked,
    last_sent,
    say_rest,
    say_special,
    tells,
    unread,
    waiting,
)
from actions.photo_read import Paper, is_two, papers_of, read_later, read_new
from actions.photo_removal import ask_removal
from actions.photo_said import SPECIAL
from actions.roster_read import Read, rosters_among, say_roster
from bot.cases.evidence import EvidenceItem
from bot.chinese.photo_words import about_photo


class ActionReceiveEvidence(Act):
    """Photos and files taken in, or the words that say what they are."""

    called = "action_receive_evidence"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:  # type: ignore[override]
        """Called by the SDK; other people are answered while the photos are read, and those too many for now after it."""
        turn = Turn(dispatcher, tracker)
        if turn.attachments:
            read_later(turn.sender, await asyncio.to_thread(read_new, turn.sender, turn.attachments))
        return super().run(dispatcher, tracker, domain)

    def do(self, turn: Turn) -> list[EventType]:
        """Say that it is safe, with its number; then what stands on it, or what it is asked to be."""
        said = kind_of(turn.text)
        mine = all_sent(turn)
        came = [item for item in last_sent(turn, mine) if item.id in turn.attachments]
        if came:
            turn.custom(kind="evidence", ids=[item.id for item in came])
        if about_photo(turn.text) == "remove" and mine and not came:
            return ask_removal(turn, mine)
        if lists := rosters_among(came):
            return self._with_rosters(turn, came, lists, said, mine)
        named = came or _meant(turn, mine, said)
        if not named:
            turn.say("utter_photo_gone")
            return []
        return say_named(turn, named, said) if said and not came else _say(turn, _papers(came or named, said), said, mine)

    @staticmethod
    def _with_rosters(turn: Turn, came: Sequence[EvidenceItem], lists: list[Read], said: str | None,
                      mine: list[EvidenceItem]) -> list[EventType]:
        """What came beside a roster is said first; of several rosters the last one counts."""
        others = [item for item in came if item.id not in {one.id for one, _ in lists}]
        events = _say(turn, _papers(others, said), said, mine) if others else []
        return [*events, *say_roster(turn, lists[-1])]


def _meant(turn: Turn, mine: Sequence[EvidenceItem], said: str | None) -> list[EvidenceItem]:
    """The photos that words without a photo mean: those of the last message that have no name, else the last one."""
    sent = last_sent(turn, mine)
    if len(sent) == len(mine) and said:
        unnamed = [item for item in mine if item.kind is None]
        return unnamed if mine and mine[-1] in unnamed else list(mine[-1:])
    return [item for item in sent if item.kind is None] or (list(sent[-1:]) if said else [])


def _papers(items: Sequence[EvidenceItem], said: str | None) -> list[Paper]:
    with store().session(read_only=True) as session:
        return [called(paper, said) for paper in papers_of(session, list(items))]


def say_named(turn: Turn, items: Sequence[EvidenceItem], said: str, brief: bool = False) -> list[EventType]:
    """He says what photos are: they get that name, an IOU or a board is read as one, of others it is said what they prove."""
    papers = [paper for paper in _papers(items, said) if paper.guess not in CARDS or said in SPECIAL]
    with store().session() as session:
        name_items(session, turn.sender, [paper.item.id for paper in papers], said)
        facts = claim.facts_of(session, turn.sender)
    special = [paper for paper in papers if tells(paper, said)]
    if special:
        return say_special(turn, special)
    if said in SPECIAL and any(is_two(paper) for paper in papers):
        turn.teach(content().words["photos"]["two"])
        return []
    if brief:
        say_brief(turn, said)
    else:
        say_kind(turn, said, offered(turn, "after_photo", facts))
    return []


def _say(turn: Turn, papers: list[Paper], said: str | None, mine: list[EvidenceItem]) -> list[EventType]:
    """What came, after it was kept: cards first, then an IOU or a board, then the guesses; one alone is asked about."""
    special = [paper for paper in papers if tells(paper, said)]
    cards = [paper for paper in papers if paper.guess in CARDS]
    asked = is_asked(turn)
    rest = [paper for paper in papers if paper not in special and paper not in cards and paper.item not in unread([paper.item])]
    busy = bool(turn.form or special or cards or asked or len(papers) > 1)
    if turn.attachments and (busy or said or all(paper.item.kind for paper in papers)):
        turn.say("utter_photo_kept_brief", total=len(mine))
    elif not said:
        ask_kind(turn, papers[0], len(mine))
    if said:
        with store().session() as session:
            name_items(session, turn.sender, [paper.item.id for paper in papers if paper not in cards], said)
    elif busy:
        say_rest(turn, rest)
    say_unread(turn, [paper.item for paper in papers], bool(special or cards or asked))
    say_broken(turn, papers if turn.attachments else [])
    if cards:
        held = [SlotSet("photo_next", BETWEEN.join(paper.item.id for paper in special) or None)] if special else []
        return [*ask_card(turn, cards, next(iter(special), None)), *held]
    if asked and not turn.form:
        return ask_again_first(turn, special)
    if special:
        return say_special(turn, special)
    if said:
        say_kind(turn, said, _offers(turn))
    return []


def _offers(turn: Turn) -> list[tuple[str, str]]:
    with store().session(read_only=True) as session:
        return offered(turn, "after_photo", claim.facts_of(session, turn.sender))


def say_unread(turn: Turn, came: Sequence[EvidenceItem], asks: bool) -> None:
    """How many wait to be looked at, and the word that has them looked at; no button beside another question."""
    words, left = content().words["photos"], len(unread(came)) if len(came) > 1 else 0
    if left:
        turn.teach(words["unread"].format(count=left), (), [] if asks or turn.form else [(words["go_on"], words["go_on"])])


def look_on(turn: Turn, mine: Sequence[EvidenceItem]) -> list[EventType]:
    """What waits is shown; what was read since and has no name is named; the reading of the rest goes on."""
    left = unread(mine)
    read_later(turn.sender, [item.id for item in left])
    special = waiting(turn)
    new = [paper for paper in _papers([item for item in mine if item.kind is None and item not in left], None)
           if paper.guess not in CARDS and not tells(paper)]
    say_rest(turn, new)
    if any(paper.broken for paper in new):
        say_broken(turn, _papers(last_sent(turn, mine), None))
    if left:
        words = content().words["photos"]
        turn.teach(words["still"].format(count=len(left)), (), [] if special or turn.form else [(words["go_on"], words["go_on"])])
    if special:
        return say_special(turn, special)
    if not new and not left:
        turn.teach(content().words["photos"]["all_seen"])
    return []
