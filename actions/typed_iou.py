"""An IOU or a receipt typed off the paper: checked like a photographed one. Its numbers are the debtor's, never the worker's."""
from __future__ import annotations

from rasa_sdk.events import EventType

from actions.common import Turn, content, mirror, store
from actions.photo_facts import differing, take
from actions.photo_said import say_hurting, say_iou, with_limits
from bot import clock
from bot.cases import personal
from bot.chinese.iou.paper import paper_says
from bot.chinese.iou.typed import is_iou_text, is_receipt_text
from bot.chinese.personal import find_personal
from bot.evidence.iou_check import check
from bot.evidence.paper_facts import facts_of_hurting, facts_of_iou
from bot.privacy import tokens

RECEIPT = "other"  # the kind of a paper that has none of its own


def answer_typed_iou(turn: Turn) -> list[EventType] | None:
    """Say what stands on it, what is missing and what hurts; note what he has not told. None for any other message."""
    owes = is_iou_text(turn.text)
    if not owes and not is_receipt_text(turn.text):
        return None
    with store().session(read_only=True) as session:
        clear = personal.reveal_all(session, turn.sender, tokens.find(turn.text))
    text = tokens.replace(turn.text, clear.get)
    if not owes and not paper_says(text, RECEIPT, clock.today()).hurts:
        return None
    # typed off the paper, labels stand without colons, as on a photo
    found = check(text, clock.today(), from_photo=True)
    told = facts_of_iou(found, clock.today()) if owes else facts_of_hurting(text)
    facts = {slot: fact for slot, fact in told.items() if not find_personal(str(fact.value))}
    if owes:
        say_iou(turn, with_limits(found), "iou")
    else:
        say_hurting(turn, found)
    words = content().words["photos"]
    known = take(turn, facts)
    pairs = differing(known, facts)
    buttons = [] if turn.form else [(word, word) for word in words["iou"]["after"]]
    turn.teach(words["differs"].format(pairs=pairs) if pairs else words["in_form"], (), buttons)
    return mirror(known, turn.tracker.slots)
