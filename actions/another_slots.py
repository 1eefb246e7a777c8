"""The slots of Rasa when another claim comes in hand."""
from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType, SlotSet

from actions.common import Turn
from bot.chinese.values import Fact


def emptied(turn: Turn, facts: Mapping[str, Fact]) -> list[EventType]:
    """The slots of the former claim that the one now in hand does not fill."""
    held = (slot for slot, value in turn.tracker.slots.items() if isinstance(value, dict) and "state" in value)
    return [SlotSet(slot, None) for slot in held if slot not in facts]
