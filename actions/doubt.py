"""One line before the answer when a message may speak of a danger: too little for an alarm, too much for silence."""
from __future__ import annotations

from actions.common import Turn, acted_since, content
from actions.receipt import is_try
from bot.interview.ages import is_no_child


def say_doubt(turn: Turn) -> None:
    """Say the line of the danger that the reader doubts, once a turn and not again while it still stands above."""
    danger = str(turn.message.get("danger_doubt") or "")
    grown = danger == "danger_child" and is_no_child(turn.text)
    if not danger or grown or acted_since(turn.tracker.events) or is_try(turn):
        return
    words = content().folder("safety")["danger"][danger]["unsure"]
    if not any(event.get("event") == "bot" and event.get("text") == words["text"] for event in turn.tracker.events):
        turn.teach(words["text"], words["laws"], cautious=False)
