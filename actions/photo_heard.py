"""What he says after a photo, whatever NLU makes of it: read rightly, read wrongly, the right value, what it is."""
from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType

from actions.common import Turn, content, plan, ran_before, store
from actions.photo_answer import ActionPhotoRight, ActionPhotoWrong, keep_read, paper_meant
from actions.photo_kinds import kind_of, name_items, say_kind
from actions.photo_queue import all_sent, is_asked, last_sent
from actions.photo_read import papers_of
from actions.photo_right import denied_last, told_right
from actions.photo_said import facts_on
from actions.photos import ActionReceiveEvidence, look_on, say_named
from bot import clock
from bot.cases import evidence
from bot.chinese.photo_words import numbered_photos, says_read, wants_rest
from bot.chinese.values import Fact
from bot.interview.corrections import correction
from bot.interview.reading import is_question, read_aside
from bot.interview.wrong import says_wrong, without_wrong

SHORT = 14
RECEIVED = "action_receive_evidence"


def answer_reading(turn: Turn) -> list[EventType] | None:
    """Right, wrong or a better value, right after something was read to him; 读对了 later too; which of several photos is what;
    接着看. None for anything else."""
    if (events := answer_rest(turn)) is not None or (events := answer_numbered(turn)) is not None:
        return events
    denied = denied_last(turn)
    if denied and not says_read(turn.text) and (told := _better(turn.text, facts_on(denied), asked=True)):
        return keep_read(turn, denied, {**facts_on(denied), **told})
    if not turn.tracker.get_slot("photo_meant"):
        return None
    said, asked = says_read(turn.text), is_asked(turn)
    if not said and not asked:
        return None
    if said == "right" or (asked and turn.intent == "affirm"):
        return ActionPhotoRight().do(turn)
    paper = paper_meant(turn)
    told = _better(turn.text, facts_on(paper)) if paper else {}
    if paper and told:
        return keep_read(turn, paper, {**facts_on(paper), **told})
    return ActionPhotoWrong().do(turn) if said == "wrong" else None


def answer_rest(turn: Turn) -> list[EventType] | None:
    """接着看, 看下一张: what waits is shown, what was read meanwhile is named, the rest is read. None without photos."""
    mine = all_sent(turn) if wants_rest(turn.text) else []
    return look_on(turn, mine) if mine else None


def answer_numbered(turn: Turn) -> list[EventType] | None:
    """第二张是工资条: the photo of that number gets its name. None for other words, and without photos."""
    mine = all_sent(turn)
    sent = last_sent(turn, mine)
    told = [(places, kind_of(words)) for places, words in numbered_photos(turn.text, len(sent))] if mine else []
    if not told or not all(kind for _, kind in told):
        return None
    events: list[EventType] = []
    if turn.attachments:
        turn.custom(kind="evidence", ids=[item.id for item in sent if item.id in turn.attachments])
        turn.say("utter_photo_kept_brief", total=len(mine))
    for places, kind in told:
        items = [sent[place - 1] for place in places if place <= len(sent)]
        if len(items) < len(places):
            turn.teach(content().words["photos"]["no_such"].format(total=len(sent)))
        if items:
            events += say_named(turn, items, str(kind), brief=len(told) > 1)
    return events


def _better(text: str, found: Mapping[str, Fact], asked: bool = False) -> dict[str, Fact]:
    """The values that he puts in the place of those that were read; `asked`: he was asked which."""
    if is_question(text):
        return {}
    if (asked or says_read(text) == "wrong") and (told := told_right(text)):
        return told
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
