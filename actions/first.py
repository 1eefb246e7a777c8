"""What is tried before the action that NLU chose: words that one question of the bot waits for, whatever NLU makes of them."""
from __future__ import annotations

from collections.abc import Callable

from rasa_sdk.events import EventType

from actions.after_danger import answer_after_danger
from actions.another import answer_another
from actions.common import Turn
from actions.confirm import answer_at_confirm
from actions.daybook import answer_daybook, answer_pay
from actions.erase import answer_nothing_kept
from actions.going_on import answer_not_so
from actions.next_step import answer_acting_for, answer_next_step
from actions.own_filings import answer_which
from actions.photo_cards import answer_card
from actions.photo_heard import answer_kind, answer_numbered, answer_reading, answer_rest
from actions.photo_removal import answer_removal
from actions.receipt import answer_words
from actions.taking_back import answer_taking_back
from actions.typed_iou import answer_typed_iou
from actions.way_back import answer_back
from actions.wishes import answer_main_thing, answer_sum, answer_told

#: what NLU may take such words for; danger, sessions, forms and what Rasa calls by itself go their own way
OPEN = frozenset({
    "action_affirm", "action_answer", "action_ask_restart", "action_ask_withdraw", "action_change_filing", "action_correct",
    "action_dont_know", "action_evidence", "action_evidence_strength", "action_explain", "action_fallback",
    "action_file_complaint", "action_inform", "action_keep", "action_no_question", "action_papers", "action_receive_evidence",
    "action_repeat", "action_resume", "action_status",
})
#: the same in a form and outside: a wish that stops the questions
STOPS = OPEN | {"action_pause", "action_assess"}
#: what asks before it throws something away, or stops: one photo or one day may be meant
ASKS_FIRST = frozenset({"action_ask_erase", "action_ask_withdraw", "action_pause"})
ANYWHERE: tuple[Callable[[Turn], list[EventType] | None], ...] = (
    answer_main_thing, answer_back, answer_daybook, answer_card, answer_rest, answer_numbered, answer_removal)
OUTSIDE: tuple[Callable[[Turn], list[EventType] | None], ...] = (
    answer_after_danger, answer_typed_iou, answer_reading, answer_kind, answer_words, answer_which,
    answer_another, answer_acting_for, answer_at_confirm, answer_not_so, answer_told, answer_sum, answer_next_step, answer_pay,
    answer_nothing_kept)


def answer_first(turn: Turn, action: str) -> list[EventType] | None:
    """The events when the message was such an answer; None when the action goes on."""
    if turn.message.get("danger"):
        return None
    tried = ANYWHERE if action in STOPS else ()
    if action == "action_pause":
        tried = (*tried, answer_taking_back)
    if action in ASKS_FIRST:
        tried = (answer_card, answer_removal, answer_daybook, *tried)
    if action == "action_paid" and not turn.form:
        tried = (*tried, answer_pay)
    if not turn.form and action in OPEN:
        tried = (*tried, *OUTSIDE)
    return next((events for events in (answer(turn) for answer in tried) if events is not None), None)
