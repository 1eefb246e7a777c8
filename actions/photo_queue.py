"""IOUs and boards are shown one after another: the next after the yes or no to the one before. None is lost."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.common import Turn, content, mirror, said_before, store
from actions.photo_facts import differing, take
from actions.photo_kinds import name_items, say_guesses
from actions.photo_read import Paper, is_poor, is_two, papers_of
from actions.photo_said import SPECIAL, facts_on, say_paper
from bot.cases import evidence
from bot.cases.evidence import EvidenceItem
from bot.chinese.values import Fact
from bot.evidence.file_reading import is_looked_at

BETWEEN = ","
DONE: list[EventType] = [SlotSet("awaiting", None), SlotSet("photo_meant", None)]


def called(paper: Paper, said: str | None) -> Paper:
    """The paper as what he calls it, where that can be read: an IOU or a board."""
    return replace(paper, kinds=[said]) if said in SPECIAL and paper.reading and not is_poor(paper) else paper


def tells(paper: Paper, said: str | None = None) -> bool:
    """Whether it is one IOU or board of which something was read, and he does not call it something else."""
    return not is_poor(paper) and not is_two(paper) and bool(facts_on(paper)) and said in (None, paper.guess)


def is_asked(turn: Turn) -> bool:
    """Whether the bot's last words asked if a photo was read rightly."""
    last = [str(event.get("text")) for event in said_before(turn.tracker.events)[-1:]]
    words = content().words["photos"]
    return bool(turn.tracker.get_slot("photo_meant")) and last in ([words["iou"]["ask"]], [words["board"]["ask"]])


def last_sent(turn: Turn, mine: Sequence[EvidenceItem]) -> list[EvidenceItem]:
    """The photos that 第二张 counts: those of the last message with several, else all that he sent, in their order."""
    by_id = {item.id: item for item in mine}
    for event in reversed(turn.tracker.events):
        sent = (event.get("metadata") or {}).get("attachments") or [] if event.get("event") == "user" else []
        if sent:
            found = [by_id[one] for one in dict.fromkeys(sent) if one in by_id]
            return found if len(found) > 1 else list(mine)
    return list(mine)


def all_sent(turn: Turn) -> list[EvidenceItem]:
    """The files of his case."""
    with store().session(read_only=True) as session:
        return evidence.list_all(session, turn.sender)


def waiting(turn: Turn, but: str = "") -> list[Paper]:
    """The IOUs and boards that were read and not shown yet, without the one shown now."""
    queued = str(turn.tracker.get_slot("photo_next") or "").split(BETWEEN)
    with store().session(read_only=True) as session:
        mine = evidence.list_all(session, turn.sender)
        items = [item for item in mine if item.id != but and (item.id in queued or not item.kind)]
        papers = [called(paper, paper.item.kind) for paper in papers_of(session, items)]
    return sorted((paper for paper in papers if tells(paper)),
                  key=lambda paper: queued.index(paper.item.id) if paper.item.id in queued else len(queued))


def unread(items: Sequence[EvidenceItem]) -> list[EvidenceItem]:
    """The pictures and PDFs among these that nobody has looked at yet."""
    with store().session(read_only=True) as session:
        return [item for item in items if is_looked_at(item.mime) and evidence.reading_of(session, item.id) is None]


def say_special(turn: Turn, papers: Sequence[Paper]) -> list[EventType]:
    """The first IOU or board is shown and a yes asked for, the others wait; in a form all are noted and can be corrected."""
    if turn.form:
        return [event for paper in papers for event in _in_form(turn, paper)]
    paper, *others = papers
    _show(turn, paper)
    left = BETWEEN.join(one.item.id for one in others)
    return [SlotSet("awaiting", "photo"), SlotSet("photo_meant", paper.item.id), SlotSet("photo_next", left or None)]


def say_next(turn: Turn, but: str) -> list[EventType] | None:
    """What waits after an answer: the next paper, else the form that waited. None when nothing does."""
    papers = waiting(turn, but)
    if papers:
        return [*DONE, *say_special(turn, papers), FollowupAction("action_listen")]
    if turn.tracker.get_slot("form_waits"):
        return [*DONE, SlotSet("photo_next", None), SlotSet("form_waits", None), FollowupAction("action_resume")]
    return None


def say_held(turn: Turn, items: str) -> list[EventType]:
    """The papers that waited for the answer about a card; nothing when they are gone. A form goes on waiting for their yes."""
    wanted = items.split(BETWEEN)
    with store().session(read_only=True) as session:
        mine = [item for item in evidence.list_all(session, turn.sender) if item.id in wanted]
        papers = [paper for paper in papers_of(session, mine) if tells(paper)]
    if not papers:
        return []
    return [*say_special(turn, papers), SlotSet("form_waits", turn.tracker.get_slot("form_waits"))]


def ask_again_first(turn: Turn, others: Sequence[Paper]) -> list[EventType]:
    """A paper came before he answered about the last: the question stays, the others wait."""
    turn.teach(content().words["photos"]["first_this"])
    asked = ask_reading(turn)
    old = str(turn.tracker.get_slot("photo_next") or "").split(BETWEEN)
    left = BETWEEN.join(dict.fromkeys(one for one in (*old, *(paper.item.id for paper in others)) if one))
    return [*asked, SlotSet("photo_next", left or None)]


def ask_reading(turn: Turn) -> list[EventType]:
    """Ask once more whether the photo that is asked about was read rightly."""
    meant = str(turn.tracker.get_slot("photo_meant"))
    with store().session(read_only=True) as session:
        kind = next((item.kind for item in evidence.list_all(session, turn.sender) if item.id == meant), "")
    ask = content().words["photos"]["board" if kind == "rights_board" else "iou"]
    turn.teach(ask["ask"], (), [(word, word) for word in ask["next"]])
    return [SlotSet("awaiting", "photo"), SlotSet("photo_meant", meant)]


def say_rest(turn: Turn, papers: Sequence[Paper]) -> None:
    """Those of which nothing is asked: their guesses, with the numbers by which he can call them; none of a broken one."""
    sent = last_sent(turn, all_sent(turn))
    places = {item.id: place for place, item in enumerate(sent, 1)}
    alone = len(sent) == 1 or len(turn.attachments) == 1
    numbered = [(places.get(paper.item.id, 1), paper) for paper in papers if not paper.broken]
    say_guesses(turn, sorted(numbered, key=lambda one: one[0]), alone)


def _show(turn: Turn, paper: Paper) -> None:
    with store().session() as session:
        name_items(session, turn.sender, [paper.item.id], paper.guess)
    sent = last_sent(turn, all_sent(turn))
    places = [place for place, item in enumerate(sent, 1) if item.id == paper.item.id]
    if len(sent) > 1 and places and len(turn.attachments) != 1:
        turn.teach(content().words["photos"]["look"].format(number=places[0]))
    say_paper(turn, paper, facts_on(paper))


def _in_form(turn: Turn, paper: Paper) -> list[EventType]:
    _show(turn, paper)
    return _noted(turn, facts_on(paper))


def _noted(turn: Turn, found: Mapping[str, Fact]) -> list[EventType]:
    """In a form what stands on the paper is noted at once; what he told otherwise stays, and the difference is said."""
    facts = take(turn, found)
    if pairs := differing(facts, found):
        turn.teach(content().words["photos"]["differs"].format(pairs=pairs))
    return mirror(facts, turn.tracker.slots)
