"""What he says after a photo, whatever NLU makes of it: read rightly, read wrongly, the right value, what it is, away with it."""
from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType

from actions.common import Turn, content, plan, ran_before, said_before, store
from actions.photo_answer import ActionPhotoRight, ActionPhotoWrong, keep_read, paper_meant
from actions.photo_cards import ask_again
from actions.photo_read import papers_of
from actions.photo_said import facts_on
from actions.photos import ActionReceiveEvidence, kind_of, name_items, say_kind
from bot import clock
from bot.cases import evidence
from bot.chinese.photo_words import about_photo, names_photo, says_read
from bot.chinese.values import Fact
from bot.interview.corrections import correction, says_wrong, without_wrong
from bot.interview.reading import is_question, read_aside

SHORT = 14
RECEIVED = "action_receive_evidence"


def answer_reading(turn: Turn) -> list[EventType] | None:
    """Right, wrong or a better value, right after something was read to him; 读对了 later too. None for anything else."""
    if not turn.tracker.get_slot("photo_meant"):
        return None
    said = says_read(turn.text)
    if not said and not _asked(turn):
        return None
    if said == "right":
        return ActionPhotoRight().do(turn)
    paper = paper_meant(turn)
    told = _better(turn.text, facts_on(paper)) if paper else {}
    if paper and told:
        return keep_read(turn, paper, {**facts_on(paper), **told})
    return ActionPhotoWrong().do(turn) if said == "wrong" else None


def _asked(turn: Turn) -> bool:
    """Whether the bot's last words asked if a photo was read rightly."""
    last = [str(event.get("text")) for event in said_before(turn.tracker.events)[-1:]]
    words = content().words["photos"]
    return last in ([words["iou"]["ask"]], [words["board"]["ask"]])


def _better(text: str, found: Mapping[str, Fact]) -> dict[str, Fact]:
    """The value that he puts in the place of one that was read."""
    if is_question(text):
        return {}
    if says_wrong(text) or says_read(text) == "wrong" or any(name in text for name in _names(found)):
        move = correction(text, plan("wage_claim"), found, clock.today())
        if move.kind == "answer" and move.facts:
            return dict(move.facts)
    return {slot: fact for slot, fact in read_aside(without_wrong(text), clock.today()).items() if slot in found}


def _names(found: Mapping[str, Fact]) -> list[str]:
    """What the facts that were read are called."""
    return [name for question in plan("wage_claim").questions if question.slot in found for name in question.names]


def answer_kind(turn: Turn) -> list[EventType] | None:
    """A few words or a yes in answer to 这张是什么; None when that was not asked."""
    if not ran_before(turn.tracker.events, RECEIVED) or len(turn.text) > SHORT:
        return None
    with store().session(read_only=True) as session:
        unnamed = [item for item in evidence.list_all(session, turn.sender) if item.kind is None][-1:]
        guess = next((paper.guess for paper in papers_of(session, unnamed)), "")
    if not unnamed:
        return None
    if turn.intent == "affirm" and guess in content().evidence:
        with store().session() as session:
            name_items(session, turn.sender, [unnamed[0].id], guess)
        say_kind(turn, guess, [])
        return []
    return ActionReceiveEvidence().do(turn) if kind_of(turn.text) else None


def answer_removal(turn: Turn) -> list[EventType] | None:
    """The wish to remove a photo (把照片删了), not all that he told: asked about the last one. None when there is none."""
    if about_photo(turn.text) != "remove" or not names_photo(turn.text):
        return None
    with store().session(read_only=True) as session:
        last = evidence.list_all(session, turn.sender)[-1:]
    return ask_again(turn, last) if last else None
