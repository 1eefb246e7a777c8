"""What no rule foresees: two guesses as buttons, then a search of the law store, then a person."""
from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.common import Turn, content
from bot.search.facts import find_facts

WORTH_ASKING = 0.12


def fall_back(turn: Turn) -> list[EventType]:
    """First miss: guesses; second: what the law store holds; third: a person."""
    count = int(turn.tracker.get_slot("fallback_count") or 0)
    if count == 0:
        if not _guess(turn):
            turn.say("utter_fallback_unheard")
    elif count > 1 or not _search(turn):
        turn.say("utter_fallback_person")
    return [SlotSet("fallback_count", count + 1)]


def _guess(turn: Turn) -> bool:
    ranking = turn.message.get("need_ranking") or []
    likely = [row for row in ranking[:3] if row["need"] in content().answers and row["confidence"] >= WORTH_ASKING]
    answers = [content().answers[row["need"]] for row in likely]
    titles = [(answer.title, answer.title) for answer in answers if answer.need != "out_of_scope"][:2]
    if not titles:
        return False
    turn.say("utter_fallback_guess", buttons=[*titles, (content().words["fallback"]["neither"],) * 2])
    return True


def _search(turn: Turn) -> bool:
    found = find_facts(turn.text, content())
    if not found:
        return False
    turn.say("utter_fallback_search")
    turn.teach("\n".join(f"· {law.rule}" for law in found), [law.id for law in found])
    return True
