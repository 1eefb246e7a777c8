"""The slots of Rasa when another claim comes in hand."""
from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType, SlotSet

from actions.common import Turn, mirror
from bot.chinese.values import Fact


def slots_of(turn: Turn, facts: Mapping[str, Fact]) -> list[EventType]:
    """The slots for the claim now in hand; those of the former one that it does not fill are emptied."""
    held = (slot for slot, value in turn.tracker.slots.items() if isinstance(value, dict) and "state" in value)
    return [*(SlotSet(slot, None) for slot in held if slot not in facts), *mirror(facts, turn.tracker.slots)]
