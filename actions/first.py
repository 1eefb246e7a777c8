"""What is tried before the action that NLU chose: words that one question of the bot waits for, whatever NLU makes of them."""
from __future__ import annotations

from collections.abc import Callable

from rasa_sdk.events import EventType

from actions.after_danger import answer_after_danger
from actions.after_filing import answer_after_filing
from actions.another import answer_another
from actions.common import Turn
from actions.confirm import answer_at_confirm
from actions.daybook import answer_daybook, answer_pay
from actions.daybook_more import (
    answer_advance,
    answer_double,
    answer_price,
    answer_rest_of_day,
    answer_sum_of_month,
    answer_undated,
)
from actions.deadlines import answer_days
from actions.erase import answer_nothing_kept
from actions.going_on import answer_not_so
from actions.next_step import answer_acting_for, answer_next_step
from actions.own_filings import answer_which
from actions.paid import answer_money
from actions.photo_cards import answer_card
from actions.photo_heard import answer_kind, answer_numbered, answer_reading, answer_rest
from actions.photo_removal import answer_removal
from actions.photo_right import answer_read_in_form
from actions.receipt import answer_words
from actions.reminding import answer_reminding
from actions.road_papers import answer_road_papers, answer_wished_paper
from actions.roster import answer_roster, answer_template
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
#: a day without work may be small talk, a line that goes on the day book alone
DAY_TOO = frozenset({"action_smalltalk", "action_keep_daybook", "action_daybook_sheet"})
#: what asks before it throws something away, or stops: one photo or one day may be meant
ASKS_FIRST = frozenset({"action_ask_erase", "action_ask_withdraw", "action_pause"})
DAYBOOK: tuple[Callable[[Turn], list[EventType] | None], ...] = (
    answer_double, answer_rest_of_day, answer_daybook, answer_price, answer_sum_of_month, answer_advance, answer_undated)
ANYWHERE: tuple[Callable[[Turn], list[EventType] | None], ...] = (
    answer_template, answer_main_thing, answer_back, *DAYBOOK, answer_card, answer_rest, answer_numbered, answer_read_in_form,
    answer_removal)
OUTSIDE: tuple[Callable[[Turn], list[EventType] | None], ...] = (
    answer_after_danger, answer_roster, answer_road_papers, answer_typed_iou, answer_reading, answer_kind, answer_words,
    answer_which,
    answer_another, answer_acting_for, answer_at_confirm, answer_not_so, answer_told, answer_sum, answer_next_step, answer_pay,
    answer_nothing_kept)
#: what is told or asked after a filing, outside forms, whatever NLU takes it for
AFTER_A_FILING: tuple[Callable[[Turn], list[EventType] | None], ...] = (
    answer_reminding, answer_days, answer_after_filing, answer_money)
HEARS_AFTER = OPEN | {"action_assess", "action_daybook_reminder", "action_paid", "action_pause", "action_smalltalk"}


def answer_first(turn: Turn, action: str) -> list[EventType] | None:
    """The events when the message was such an answer; None when the action goes on."""
    if turn.message.get("danger"):
        return None
    tried = ANYWHERE if action in STOPS else ()
    if action == "action_preview":
        return answer_wished_paper(turn)
    if action == "action_pause":
        tried = (*tried, answer_taking_back)
    if action in ASKS_FIRST:
        tried = (answer_card, answer_removal, answer_daybook, *tried)
    if action in DAY_TOO:
        tried = DAYBOOK
    if action == "action_paid" and not turn.form:
        tried = (*tried, answer_pay)
    if not turn.form and action in HEARS_AFTER and not turn.attachments:
        tried = (*tried, *AFTER_A_FILING)
    if action == "action_take_evidence" and not turn.form:
        tried = (*tried, answer_road_papers)
    if action == "action_assess" and not turn.form:
        tried = (*tried, answer_roster)  # 你帮我选
    if not turn.form and action in OPEN:
        tried = (*tried, *OUTSIDE)
    return next((events for events in (answer(turn) for answer in tried) if events is not None), None)
