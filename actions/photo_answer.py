"""The answer to whether a photo was read rightly: a yes takes what was read into the claim, a no lets it lie."""
from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType
from sqlalchemy.orm import Session

from actions import claim
from actions.common import Act, Turn, content, in_words, mirror, store
from actions.evidence import offered
from actions.photo_facts import differing, take
from actions.photo_queue import DONE, all_sent, called, say_next, unread, waiting
from actions.photo_read import Paper, judge, papers_of
from actions.photo_said import board_lines, facts_on
from bot.cases import evidence
from bot.chinese.values import Fact


class ActionPhotoRight(Act):
    """"读对了": what stands on the paper counts."""

    called = "action_photo_right"

    def do(self, turn: Turn) -> list[EventType]:
        """New facts are noted; where the paper says otherwise than he did, his word stays and he is told."""
        paper = paper_meant(turn)
        if paper is None:
            turn.say("utter_photo_gone")
            return DONE
        return keep_read(turn, paper, facts_on(paper))


class ActionPhotoWrong(Act):
    """"读错了": nothing of it counts."""

    called = "action_photo_wrong"

    def do(self, turn: Turn) -> list[EventType]:
        """Ask for the right words; what waits is named, and shown when he says so."""
        words, paper = content().words["photos"], paper_meant(turn)
        if paper is not None:
            judge(turn.sender, paper, right=False)
        turn.teach(words["wrong"])
        if left := waiting(turn, str(turn.tracker.get_slot("photo_meant") or "")):
            turn.teach(words["waits"].format(count=len(left)), (), [(words["next_one"], words["next_one"])])
        return DONE


def keep_read(turn: Turn, paper: Paper, found: Mapping[str, Fact]) -> list[EventType]:
    """Note what stands on the paper and say so."""
    judge(turn.sender, paper, right=True)
    facts = take(turn, found)
    _note_board(turn, paper)
    buttons = [] if waiting(turn, paper.item.id) else _next(turn, paper, facts)
    _say_taken(turn, paper, found, buttons)
    return [*mirror(facts, turn.tracker.slots), *(say_next(turn, paper.item.id) or DONE)]


def _next(turn: Turn, paper: Paper, facts: dict[str, Fact]) -> list[tuple[str, str]]:
    """After an IOU: a better one, or what to do when he does not sign; after a board the usual."""
    words = content().words["photos"]
    after = words["iou"]["after"] if paper.guess != "rights_board" else []
    more = [(words["go_on"], words["go_on"])] if unread([item for item in all_sent(turn) if item.kind is None]) else []
    return [*more, *([(word, word) for word in after] or offered(turn, "after_photo", facts))]


def paper_meant(turn: Turn) -> Paper | None:
    """The photo that was asked about, None when it is gone."""
    with store().session(read_only=True) as session:
        return _paper_of(session, turn)


def _paper_of(session: Session, turn: Turn) -> Paper | None:
    wanted = turn.tracker.get_slot("photo_meant")
    mine = [item for item in evidence.list_all(session, turn.sender) if item.id == wanted]
    paper = next((called(paper, paper.item.kind) for paper in papers_of(session, mine)), None)
    return paper if paper and paper.reading else None


def _note_board(turn: Turn, paper: Paper) -> None:
    """What a board says is written beside the photo: it stands in the list of evidence."""
    if paper.guess != "rights_board":
        return
    note = content().words["photos"]["board"]["between"].join(board_lines(turn, paper))
    with store().session() as session:
        evidence.set_note(session, turn.sender, paper.item.id, note)


def _say_taken(turn: Turn, paper: Paper, found: Mapping[str, Fact], buttons: list[tuple[str, str]]) -> None:
    words = content().words["photos"]
    with store().session(read_only=True) as session:
        facts = claim.facts_of(session, turn.sender)
    same = {slot: fact for slot, fact in found.items() if slot in facts and facts[slot].value == fact.value and slot != "has_iou"}
    lines = [words["taken"].format(facts=in_words(same))] if same else []
    if paper.guess == "rights_board":
        lines.append(words["taken_board"])
    if pairs := differing(facts, found):
        lines.append(words["differs"].format(pairs=pairs))
    turn.teach("\n".join(lines or [words["nothing_new"]]), (), buttons)
