"""The answer to whether a photo was read rightly: a yes takes what was read into the claim, a no lets it lie."""
from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType, SlotSet
from sqlalchemy.orm import Session

from actions import claim
from actions.common import Act, Turn, content, in_words, mirror, store
from actions.evidence import offered
from actions.photo_read import Paper, papers_of
from actions.photo_said import board_lines, facts_on
from bot import clock
from bot.cases import drafts, evidence
from bot.chinese.phrases import say_fact
from bot.chinese.values import Fact

DONE = [SlotSet("awaiting", None), SlotSet("photo_meant", None)]


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
        """Ask for the right words."""
        turn.teach(content().words["photos"]["wrong"])
        return DONE


def keep_read(turn: Turn, paper: Paper, found: Mapping[str, Fact]) -> list[EventType]:
    """Note what stands on the paper and say so."""
    facts = take(turn, found)
    _note_board(turn, paper)
    _say_taken(turn, paper, found, _next(turn, paper, facts))
    return [*mirror(facts, turn.tracker.slots), *DONE]


def _next(turn: Turn, paper: Paper, facts: dict[str, Fact]) -> list[tuple[str, str]]:
    """After an IOU: a better one, or what to do when he does not sign; after a board the usual."""
    words = content().words["photos"]["iou"]["after"] if paper.guess != "rights_board" else []
    return [(word, word) for word in words] or offered(turn, "after_photo", facts)


def take(turn: Turn, found: Mapping[str, Fact]) -> dict[str, Fact]:
    """Keep the facts that he has not told himself; the facts of the claim after it."""
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        before = dict(draft.facts) if draft else {}
        new = {slot: fact for slot, fact in found.items() if not _told(before, slot)}
        if not new:
            return before
        facts = claim.merge(before, new)
        claim.keep(session, turn.sender, draft, facts, clock.now())
    return facts


def _told(facts: Mapping[str, Fact], slot: str) -> bool:
    return slot in facts and facts[slot].state in claim.SURE


def paper_meant(turn: Turn) -> Paper | None:
    """The photo that was asked about, None when it is gone."""
    with store().session(read_only=True) as session:
        return _paper_of(session, turn)


def _paper_of(session: Session, turn: Turn) -> Paper | None:
    wanted = turn.tracker.get_slot("photo_meant")
    mine = [item for item in evidence.list_all(session, turn.sender) if item.id == wanted]
    paper = next(iter(papers_of(session, mine)), None)
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


def differing(facts: Mapping[str, Fact], found: Mapping[str, Fact]) -> str:
    """What the paper says otherwise than the worker did, in words; "" when nothing does."""
    words, named = content().words["photos"], content().words["facts"]
    pairs = [words["pair"].format(paper=say_fact(slot, fact, named), told=say_fact(slot, facts[slot], named))
             for slot, fact in found.items() if slot in facts and _is_other(fact, facts[slot])]
    return "\n".join(pairs)


def _is_other(paper: Fact, told: Fact) -> bool:
    """Whether a paper says otherwise than he did; a longer name for the same (清溪湾三期项目, 清溪湾三期) does not."""
    if isinstance(paper.value, str) and isinstance(told.value, str) and (paper.value in told.value or told.value in paper.value):
        return False
    return paper.value != told.value
