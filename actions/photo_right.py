"""The right values after 读错了, and 读对了 or 读错了 in a form: what he names is replaced, the rest of the paper stays."""
from __future__ import annotations

import re

from rasa_sdk.events import EventType

from actions.common import Turn, content, in_words, mirror, said_before, store
from actions.photo_facts import take
from actions.photo_kinds import kind_of
from actions.photo_queue import all_sent, called
from actions.photo_read import Paper, judge, papers_of
from actions.photo_said import facts_on
from actions.photos import ActionReceiveEvidence
from bot import clock
from bot.chinese.paper_labels import told_label
from bot.chinese.photo_words import names_this, says_read, without_read
from bot.chinese.values import Fact
from bot.interview.reading import is_question, read_aside
from bot.interview.wrong import without_wrong

#: facts that may stand on an IOU
ON_PAPERS = frozenset({"debtor_name", "debtor_kind", "owed_amount", "worker_name", "project_name", "promised_date", "start_date",
                       "end_date", "owed_period", "general_contractor"})


def answer_read_in_form(turn: Turn) -> list[EventType] | None:
    """读对了, 读错了，欠8000 in a form: what was read is noted already; what he says otherwise takes its place.

    这张是合同 names the photo."""
    if not turn.form:
        return None
    if names_this(turn.text) and not turn.attachments and all_sent(turn) and kind_of(turn.text):
        return ActionReceiveEvidence().do(turn)
    said = says_read(turn.text)
    paper = next((paper for paper in _read_papers(turn)[::-1] if facts_on(paper)), None) if said else None
    if paper is None:
        return None
    told = told_right(turn.text) if said == "wrong" else {}
    if said == "wrong" and not told:
        turn.teach(content().words["photos"]["in_form"])
        return []
    judge(turn.sender, paper, right=True)
    facts = take(turn, {**facts_on(paper), **told}, sure=told)
    words = content().words["photos"]
    turn.teach(words["taken"].format(facts=in_words(told)) if told else words["right_in_form"])
    return mirror(facts, turn.tracker.slots)


def _read_papers(turn: Turn) -> list[Paper]:
    """What was read of the files of his case, in their order."""
    mine = all_sent(turn)
    with store().session(read_only=True) as session:
        return [called(paper, paper.item.kind) for paper in papers_of(session, mine)]


def denied_last(turn: Turn) -> Paper | None:
    """The paper of which he said in the turn before that it was read wrongly."""
    said = [str(event.get("text")) for event in said_before(turn.tracker.events)]
    if content().words["photos"]["wrong"] not in said:
        return None
    return next((paper for paper in _read_papers(turn)[::-1] if paper.denied and facts_on(paper)), None)


def told_right(text: str) -> dict[str, Fact]:
    """Every value that he says, each clause by itself and the whole: names, sums, days; labels of the paper (欠款人是…) too."""
    if is_question(text):
        return {}
    plain, today = without_read(text), clock.today()
    found: dict[str, Fact] = {}
    for piece in [*re.split(r"[,，。;；\s]+", plain), plain]:
        found |= told_label(piece, today) | read_aside(without_wrong(piece), today)
    return {slot: fact for slot, fact in found.items() if slot in ON_PAPERS}
