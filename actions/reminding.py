"""别提醒 and 提醒我."""
from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.common import Turn, content, store
from bot import clock
from bot.cases import daybook_pay, people
from bot.chinese.after_wishes import reminders_wanted
from bot.filing import reminders


def answer_reminding(turn: Turn) -> list[EventType] | None:
    """Switch the reminders on or off; 别提醒 ends the monthly question about wages too. None for other words."""
    wanted = reminders_wanted(turn.text)
    if wanted is None:
        return None
    words = content().words["reminders"]
    if wanted:
        with store().session() as session:
            reminders.switch(session, turn.sender, clock.now(), on=True)
        _say(turn, [words["begun"]])
        return [SlotSet("awaiting", None)]
    with store().session() as session:
        known = people.find(session, turn.sender) is not None
        was_on = known and reminders.switch(session, turn.sender, clock.now(), on=False)
        monthly = daybook_pay.is_on(session, turn.sender)
        if monthly:
            daybook_pay.switch(session, turn.sender, clock.now(), on=False)
    rows = [words["stopped" if was_on or monthly else "stopped_before"], *([words["stopped_daybook"]] if monthly else [])]
    _say(turn, rows)
    return [SlotSet("awaiting", None)]


def _say(turn: Turn, rows: list[dict[str, object]]) -> None:
    following = rows[0].get("next") or []
    buttons = [] if turn.form else [(str(word), str(word)) for word in following]  # type: ignore[attr-defined]
    turn.teach("\n".join(str(row["text"]) for row in rows), buttons=buttons)
